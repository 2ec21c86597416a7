import { useState } from "react";
import { day } from "@/lib/format/fr";
import { MISSION } from "@/lib/format/labels";
import { missionsOf, MISSIONS, SCHEDULES, type Mission } from "@/lib/funding";
import type { Ignored } from "@/lib/schemas/address";
import { FIELD } from "@/lib/schemas/simulator/names";
import { RATE } from "@/lib/schemas/simulator/indicator-fields";
import { rateText } from "@/lib/schemas/simulator/serialise";
import {
  CONTRACT_YEARS,
  monthsOf,
  startOf,
  type MissionState,
  type SimulatorState,
} from "@/lib/schemas/simulator/state";
import { FieldFault } from "../forms/LabelledField";
import { faultIn, fieldId } from "./field";
import { IndicatorFields, type IndicatorFieldsProps } from "./IndicatorFields";

interface MissionFieldsProps extends Pick<IndicatorFieldsProps, "indicators" | "shown" | "press"> {
  /** As the form began; what is typed since is the browser's. */
  readonly initial: SimulatorState;
  /** As it is now, for what follows from it. */
  readonly state: SimulatorState;
  readonly faults: readonly Ignored[];
}

const SOCLE = new Set<Mission>(SCHEDULES.flatMap((schedule) => missionsOf(schedule, "socle")));

/** Which missions are engaged, from which month, with which results. */
export function MissionFields({ initial, state, faults, ...rest }: MissionFieldsProps) {
  return (
    <fieldset className="sim-missions">
      <legend>Missions, mois de démarrage, résultats</legend>
      {/* Sent when no box is ticked: the server then knows that none was left on purpose. */}
      <input type="hidden" name={FIELD.missions} value="" />
      <FieldFault id={fieldId(FIELD.missions)} fault={faultIn(faults, FIELD.missions)} />
      {MISSIONS.map((mission) => (
        <MissionField
          key={mission}
          mission={mission}
          begun={initial.missions.find((one) => one.mission === mission)}
          now={state.missions.find((one) => one.mission === mission)}
          signedOn={state.signedOn}
          faults={faults}
          {...rest}
        />
      ))}
      <CrisisField initial={initial} />
      <YearlyRates initial={initial} state={state} faults={faults} />
    </fieldset>
  );
}

interface MissionFieldProps extends Pick<IndicatorFieldsProps, "indicators" | "shown" | "press"> {
  readonly mission: Mission;
  readonly begun: MissionState | undefined;
  readonly now: MissionState | undefined;
  readonly signedOn: string;
  readonly faults: readonly Ignored[];
}

function MissionField({ mission, begun, now, signedOn, faults, ...rest }: MissionFieldProps) {
  const { short } = MISSION[mission];
  const months = monthsOf(signedOn);
  const [start, rate] = [FIELD.start(mission), FIELD.rate(mission)];
  const startFault = faultIn(faults, start);
  const rateFault = faultIn(faults, rate);
  return (
    <div className={now ? "sim-mission" : "sim-mission off"}>
      <label className="tick">
        <input
          type="checkbox"
          id={mission === "acces_soins" ? fieldId(FIELD.missions) : undefined}
          name={FIELD.missions}
          value={mission}
          defaultChecked={begun !== undefined}
        />
        <span>
          {short} {!SOCLE.has(mission) && <small className="inline">option</small>}
        </span>
      </label>
      <div className="sim-mission-fields">
        <span className="ff">
          <label className="vh" htmlFor={fieldId(start)}>
            {short}, mois de démarrage
          </label>
          <input
            id={fieldId(start)}
            name={start}
            type="month"
            min={months.first}
            max={months.last}
            placeholder="AAAA-MM"
            defaultValue={begun?.start ?? ""}
            aria-invalid={startFault ? true : undefined}
            aria-describedby={`${fieldId(start)}-hint`}
          />
        </span>
        <span className="ff sim-rate" hidden={now?.indicators !== undefined}>
          <label className="vh" htmlFor={fieldId(rate)}>
            {short}, résultats atteints en %
          </label>
          <input
            id={fieldId(rate)}
            name={rate}
            type="number"
            inputMode="decimal"
            min={0}
            max={100}
            step="any"
            placeholder="100"
            defaultValue={begun ? rateText(begun.rate) : ""}
            aria-invalid={rateFault ? true : undefined}
          />
          <span aria-hidden="true">%</span>
        </span>
      </div>
      <p className="hint" id={`${fieldId(start)}-hint`}>
        {(startFault ?? rateFault) ? (
          <span className="fault">{startFault ?? rateFault}</span>
        ) : now ? (
          <>
            {now.start === null ? "démarre à la signature, " : "démarre "}
            le {day(startOf(now.start, signedOn))}
          </>
        ) : (
          "non retenue"
        )}
      </p>
      <BasisField mission={mission} begun={begun} faults={faults} />
      <IndicatorFields mission={mission} now={now?.indicators} faults={faults} {...rest} />
    </div>
  );
}

/** Results by a rate, or by the indicators of the ACI. */
function BasisField({ mission, begun, faults }: Pick<MissionFieldProps, "mission" | "begun" | "faults">) {
  const name = FIELD.basis(mission);
  const fault = faultIn(faults, name);
  return (
    <div className="ff sim-basis">
      <label className="vh" htmlFor={fieldId(name)}>
        {MISSION[mission].short}, résultats donnés par
      </label>
      <select id={fieldId(name)} name={name} defaultValue={begun?.indicators?.basis ?? RATE}>
        <option value={RATE}>Résultats&nbsp;: un taux</option>
        <option value="euros">Indicateurs, paliers en euros</option>
        <option value="parts">Indicateurs, paliers en % du volet</option>
      </select>
      <FieldFault id={fieldId(name)} fault={fault} />
    </div>
  );
}

function CrisisField({ initial }: { readonly initial: SimulatorState }) {
  return (
    <fieldset className="sim-years">
      <legend>Crise reconnue par l’ARS, en année</legend>
      <span className="sim-year-boxes">
        {CONTRACT_YEARS.map((year) => (
          <label key={year} className="tick">
            <input
              type="checkbox"
              name={FIELD.crisis}
              value={year}
              defaultChecked={initial.crisisYears.includes(year)}
            />
            <span>{year}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}

/** Results that are not the same every year: a blank takes the mission's own rate. */
function YearlyRates({ initial, state, faults }: Pick<MissionFieldsProps, "initial" | "state" | "faults">) {
  const byIndicators = new Set(
    state.missions.filter(({ indicators }) => indicators).map(({ mission }) => mission),
  );
  // As the page began: what the reader opens or folds since is theirs.
  const [isOpen] = useState(
    initial.missions.some(({ rates }) => Object.keys(rates).length > 0) ||
      faults.some(({ parameter }) => /^atteint\.\w+\.\d$/.test(parameter)),
  );
  return (
    <details className="fold" open={isOpen}>
      <summary>Résultats différents selon l’année</summary>
      <p className="hint">En %. Un champ vide reprend le résultat de la mission, ci-dessus.</p>
      <div className="scroll" role="region" aria-label="Résultats par année, à faire défiler" tabIndex={0}>
        <table className="sim-rates">
          <caption className="vh">Résultats par mission et par année du contrat, en %</caption>
          <thead>
            <tr>
              <th scope="col">Mission</th>
              {CONTRACT_YEARS.map((year) => (
                <th key={year} scope="col">
                  An {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MISSIONS.map((mission) => (
              <tr key={mission}>
                <th scope="row">{MISSION[mission].short}</th>
                {byIndicators.has(mission) && (
                  <td colSpan={CONTRACT_YEARS.length} className="mut">
                    par indicateurs, ci-dessus
                  </td>
                )}
                {CONTRACT_YEARS.map((year) => {
                  const name = FIELD.rate(mission, year);
                  const begun = initial.missions.find((one) => one.mission === mission)?.rates[year];
                  return (
                    <td key={year} hidden={byIndicators.has(mission)}>
                      <input
                        id={fieldId(name)}
                        name={name}
                        inputMode="decimal"
                        maxLength={6}
                        aria-label={`${MISSION[mission].short}, année ${year}, en %`}
                        aria-invalid={faultIn(faults, name) ? true : undefined}
                        defaultValue={begun === undefined ? "" : rateText(begun).replace(".", ",")}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
