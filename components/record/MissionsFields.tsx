"use client";

import { deadlineWords, timingWarning } from "@/lib/format/mission-timing";
import { MISSION_WORDS } from "@/lib/format/section-words";
import { isIsoDay, type IsoDay, type Span } from "@/lib/kernel/date";
import type { MissionTerms } from "@/lib/queries/section-page";
import { MISSIONS } from "@/lib/record/cpts";
import { useSectionForm } from "../forms/section/context";
import { rowsAt, textAt, type FieldPath } from "../forms/section/draft-values";
import { DayInput, LongText, SelectInput } from "../forms/section/Field";
import { Rows } from "../forms/section/Rows";
import { Icon } from "../ui/Icon";
import { FormPart } from "./FormPart";

interface MissionsFieldsProps {
  readonly terms: readonly MissionTerms[];
  readonly signed: Span | null;
  readonly today: IsoDay;
}

/** The missions engaged, each beside what the agreement asks of it: warnings only, nothing here is refused. */
export function MissionsFields(props: MissionsFieldsProps) {
  const { draft } = useSectionForm();
  const taken = rowsAt(draft.values, ["missions"]).map((_, at) =>
    textAt(draft.values, ["missions", at, "mission"]),
  );
  const free = MISSIONS.filter((mission) => !taken.includes(mission));
  return (
    <FormPart
      id="missions"
      title="Missions engagées"
      who="Public, une fois accepté par l’ARS ou la CPAM. Une mission sans jour de démarrage est engagée, mais pas encore commencée."
    >
      <Rows
        path={["missions"]}
        item="mission"
        one="une mission"
        removed="retirée"
        empty="Aucune mission engagée."
        more={taken.length < MISSIONS.length}
        blank={() => ({ mission: free[0] ?? null, startedOn: null, endedOn: null, objectives: [] })}
        title={(index) => MISSION_WORDS[taken[index] as keyof typeof MISSION_WORDS] ?? `Mission ${index + 1}`}
      >
        {(path) => <MissionRow {...props} path={path} taken={taken} />}
      </Rows>
    </FormPart>
  );
}

interface MissionRowProps extends MissionsFieldsProps {
  readonly path: FieldPath;
  readonly taken: readonly string[];
}

function MissionRow({ path, taken, terms, signed, today }: MissionRowProps) {
  const { draft } = useSectionForm();
  const own = textAt(draft.values, [...path, "mission"]);
  const typed = textAt(draft.values, [...path, "startedOn"]);
  const startedOn = isIsoDay(typed) ? typed : null;
  const deadlines = terms.find(({ mission }) => mission === own)?.deadlines ?? null;
  const warning = own === "" ? null : timingWarning(startedOn, deadlines, signed, today);
  const options = Object.fromEntries(
    MISSIONS.filter((mission) => mission === own || !taken.includes(mission)).map((mission) => [
      mission,
      MISSION_WORDS[mission],
    ]),
  );
  return (
    <>
      <SelectInput path={[...path, "mission"]} options={options} none="Choisir…" required wide />
      <DayInput
        path={[...path, "startedOn"]}
        hint="Vide&nbsp;: pas encore commencée."
        unset="non communiqué"
      />
      <DayInput
        path={[...path, "endedOn"]}
        hint="Vide&nbsp;: toujours engagée."
        unset="aucun, toujours engagée"
      />
      {own !== "" && (
        <div className="wide terms-beside">
          <p className="mut">{deadlineWords(deadlines)}</p>
          <p role="status" className="warned">
            {warning && (
              <>
                <Icon name="warn" /> {warning}
              </>
            )}
          </p>
        </div>
      )}
      <div className="wide">
        <h3>Objectifs</h3>
        <Rows
          path={[...path, "objectives"]}
          item="objectif"
          one="un objectif"
          removed="retiré"
          empty="Aucun objectif."
          movable
          single
          blank={() => null}
        >
          {(one, index) => <LongText path={one} label={`Objectif ${index + 1}`} rows={2} wide />}
        </Rows>
      </div>
    </>
  );
}
