import { MISSION } from "@/lib/format/labels";
import type { IsoDay } from "@/lib/kernel/date";
import type { ChangedMission, MissionsDifference } from "@/lib/record/differences";
import { BeforeAfter } from "./BeforeAfter";
import { dayOr } from "./words";

const NO_START = "jour non renseigné";
const GOES_ON = "en cours";

/** What the CPTS engages in, in words: missions that come, end or change, their days and objectives. */
export function MissionsChange({ difference }: { readonly difference: MissionsDifference }) {
  const { added, removed, changed } = difference;
  return (
    <ul className="change items">
      {added.map(({ mission, startedOn, endedOn, objectives }) => (
        <li key={mission} className="plus">
          <h3>{MISSION[mission].long}</h3>
          <p>
            <b>Mission ajoutée</b>, {started(startedOn)}
            {endedOn !== null && `, terminée le ${dayOr(endedOn, "")}`}.
          </p>
          <Texts label="Objectifs" texts={objectives} none="Aucun objectif écrit." />
        </li>
      ))}
      {removed.map(({ mission, startedOn, objectives }) => (
        <li key={mission} className="minus">
          <h3>{MISSION[mission].long}</h3>
          <p>
            <b>Mission retirée</b>, {started(startedOn)} jusqu’ici.
          </p>
          <Texts label="Objectifs retirés avec elle" texts={objectives} />
        </li>
      ))}
      {changed.map((mission) => (
        <Changed key={mission.mission} mission={mission} />
      ))}
    </ul>
  );
}

function Changed({ mission: { mission, startedOn, endedOn, objectives } }: { mission: ChangedMission }) {
  return (
    <li>
      <h3>{MISSION[mission].long}</h3>
      {startedOn && (
        <p>
          Démarrage&nbsp;:{" "}
          <BeforeAfter before={dayOr(startedOn.before, NO_START)} after={dayOr(startedOn.after, NO_START)} />
        </p>
      )}
      {endedOn && (
        <p>
          Fin&nbsp;:{" "}
          <BeforeAfter before={dayOr(endedOn.before, GOES_ON)} after={dayOr(endedOn.after, GOES_ON)} />
        </p>
      )}
      {objectives && (
        <>
          <Texts label="Objectifs ajoutés" texts={objectives.added} />
          <Texts label="Objectifs retirés" texts={objectives.removed} />
          {objectives.reordered && <p>L’ordre des objectifs gardés change.</p>}
        </>
      )}
    </li>
  );
}

function started(on: IsoDay | null): string {
  return on === null ? "sans jour de démarrage" : `démarrée le ${dayOr(on, "")}`;
}

interface TextsProps {
  readonly label: string;
  readonly texts: readonly string[];
  readonly none?: string;
}

function Texts({ label, texts, none }: TextsProps) {
  if (texts.length === 0) return none ? <p className="mut">{none}</p> : null;
  return (
    <div className="texts">
      <p>{label}&nbsp;:</p>
      <ul>
        {texts.map((text, index) => (
          <li key={`${index} ${text}`}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
