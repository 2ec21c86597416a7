import { day, integer } from "@/lib/format/fr";
import { MISSION } from "@/lib/format/labels";
import { MISSIONS, SCHEDULES, type Mission } from "@/lib/funding";
import type { Ignored } from "@/lib/schemas/address";
import { FIELD, NO_CRISIS } from "@/lib/schemas/simulator/names";
import { IN_FORCE } from "@/lib/schemas/simulator/fields";
import { rateText } from "@/lib/schemas/simulator/serialise";
import { CONTRACT_YEARS, monthsOf, type SimulatorState } from "@/lib/schemas/simulator/state";
import { indicatorLabel } from "@/lib/schemas/simulator/indicators";
import { FieldFault, LabelledField } from "../forms/LabelledField";
import { faultIn, fieldId } from "./field";
import type { LiveIndicators } from "./use-simulator";

interface ChangesFieldsProps {
  readonly initial: SimulatorState;
  readonly state: SimulatorState;
  readonly faults: readonly Ignored[];
  readonly indicators: LiveIndicators;
}

const { b } = FIELD;

/** Scenario B is A but for what is filled in here: a blank field keeps following A. */
export function ChangesFields({ initial, state, faults, indicators }: ChangesFieldsProps) {
  const { changes } = initial;
  return (
    <div className="sim-changes">
      <p className="hint">B est une copie de A. Ne remplissez que ce qui change.</p>
      <LabelledField
        id={fieldId(b(FIELD.population))}
        label="Population de B"
        fault={faultIn(faults, b(FIELD.population))}
      >
        {(tied) => (
          <input
            {...tied}
            name={b(FIELD.population)}
            inputMode="numeric"
            maxLength={12}
            placeholder="comme A"
            defaultValue={changes.population ?? ""}
          />
        )}
      </LabelledField>
      <LabelledField
        id={fieldId(b(FIELD.signedOn))}
        label="Signature de B"
        hint={`Vide\u00a0: comme A, le ${day(state.signedOn)}`}
        fault={faultIn(faults, b(FIELD.signedOn))}
      >
        {(tied) => (
          <input {...tied} name={b(FIELD.signedOn)} type="date" defaultValue={changes.signedOn ?? ""} />
        )}
      </LabelledField>
      <LabelledField
        id={fieldId(b(FIELD.schedule))}
        label="Barème de B"
        fault={faultIn(faults, b(FIELD.schedule))}
      >
        {(tied) => (
          <select
            {...tied}
            name={b(FIELD.schedule)}
            defaultValue={changes.schedule === undefined ? "" : (changes.schedule ?? IN_FORCE)}
          >
            <option value="">comme A</option>
            <option value={IN_FORCE}>Celui en vigueur chaque année</option>
            {SCHEDULES.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <LabelledField
        id={fieldId(b(FIELD.crisis))}
        label="Crise reconnue, dans B"
        fault={faultIn(faults, b(FIELD.crisis))}
      >
        {(tied) => (
          <select {...tied} name={b(FIELD.crisis)} defaultValue={crisisChoice(changes.crisisYears)}>
            <option value="">comme A</option>
            <option value={NO_CRISIS}>aucune</option>
            {crisisChoices(changes.crisisYears).map((years) => (
              <option key={years} value={years}>
                en année {years.replaceAll(",", ", ")}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <FieldFault id={fieldId(b("mission"))} fault={faultIn(faults, b("mission"))} />
      {MISSIONS.map((mission) => (
        <MissionChangeFields
          key={mission}
          mission={mission}
          initial={initial}
          state={state}
          faults={faults}
          indicators={indicators}
        />
      ))}
    </div>
  );
}

const EVERY_YEAR = CONTRACT_YEARS.join(",");

function crisisChoice(years: readonly number[] | undefined): string {
  if (years === undefined) return "";
  return years.join(",") || NO_CRISIS;
}

/** One year, all of them, and what the address says where it is neither. */
function crisisChoices(years: readonly number[] | undefined): string[] {
  const own = years?.join(",") ?? "";
  return [...new Set([...CONTRACT_YEARS.map(String), ...(own === "" ? [] : [own]), EVERY_YEAR])];
}

interface MissionChangeProps extends ChangesFieldsProps {
  readonly mission: Mission;
}

function MissionChangeFields({ mission, initial, state, faults, indicators }: MissionChangeProps) {
  const { short } = MISSION[mission];
  const change = initial.changes.missions[mission];
  const inA = state.missions.find((one) => one.mission === mission);
  const months = monthsOf(state.changes.signedOn ?? state.signedOn);
  const names = {
    engaged: b(FIELD.engaged(mission)),
    start: b(FIELD.start(mission)),
    rate: b(FIELD.rate(mission)),
  };
  const fault = Object.values(names)
    .map((name) => faultIn(faults, name))
    .find((said) => said !== null);
  return (
    <fieldset className="sim-change">
      <legend>{short}</legend>
      <div className="ff">
        <label className="vh" htmlFor={fieldId(names.engaged)}>
          {short}, dans B
        </label>
        <select
          id={fieldId(names.engaged)}
          name={names.engaged}
          defaultValue={change?.engaged === undefined ? "" : change.engaged ? "oui" : "non"}
        >
          <option value="">comme A ({inA ? "retenue" : "non retenue"})</option>
          <option value="oui">retenue</option>
          <option value="non">non retenue</option>
        </select>
      </div>
      <div className="sim-mission-fields">
        <span className="ff">
          <label className="vh" htmlFor={fieldId(names.start)}>
            {short}, mois de démarrage dans B
          </label>
          <input
            id={fieldId(names.start)}
            name={names.start}
            type="month"
            min={months.first}
            max={months.last}
            placeholder="comme A"
            defaultValue={change?.start ?? ""}
          />
        </span>
        <span className="ff sim-rate">
          <label className="vh" htmlFor={fieldId(names.rate)}>
            {short}, résultats atteints dans B, en %
          </label>
          <input
            id={fieldId(names.rate)}
            name={names.rate}
            type="number"
            inputMode="decimal"
            min={0}
            max={100}
            step="any"
            placeholder={inA ? (inA.indicators ? "" : integer(Math.round(inA.rate / 100))) : "100"}
            defaultValue={change?.rate === undefined ? "" : rateText(change.rate)}
          />
          <span aria-hidden="true">%</span>
        </span>
      </div>
      {fault && <p className="fault">{fault}</p>}
      {inA?.indicators && <ValueFields mission={mission} indicators={indicators} faults={faults} />}
    </fieldset>
  );
}

/** What B obtains of A's indicators; a rate, above, would replace them all. */
function ValueFields({
  mission,
  indicators,
  faults,
}: Pick<MissionChangeProps, "mission" | "indicators" | "faults">) {
  const { drafts, version } = indicators;
  return (
    <>
      <p className="hint">
        Un taux remplace les indicateurs de A. Sinon, la valeur obtenue dans B, toutes les années&nbsp;:
      </p>
      {(drafts[mission] ?? []).map((draft, i) => {
        const name = b(FIELD.values(mission, i + 1));
        return (
          <LabelledField
            key={`${version} ${i}`}
            id={fieldId(name)}
            label={indicatorLabel(draft, i)}
            fault={faultIn(faults, name)}
          >
            {(tied) => (
              <input
                {...tied}
                name={name}
                inputMode="decimal"
                maxLength={20}
                placeholder="comme A"
                defaultValue={draft.b}
              />
            )}
          </LabelledField>
        );
      })}
    </>
  );
}
