import type { ReactNode } from "react";
import { MISSION } from "@/lib/format/labels";
import { DIRECTIONS, type Envelope, type Mission } from "@/lib/funding";
import type { Ignored } from "@/lib/schemas/address";
import { DIRECTION_CODE, type IndicatorDraft } from "@/lib/schemas/simulator/indicator-fields";
import {
  MOST_INDICATORS,
  MOST_LABEL,
  MOST_STEPS,
  MOST_UNIT,
  type Basis,
  type MissionIndicators,
} from "@/lib/schemas/simulator/indicators";
import { FIELD } from "@/lib/schemas/simulator/names";
import { CONTRACT_YEARS } from "@/lib/schemas/simulator/state";
import { FieldFault, LabelledField } from "../forms/LabelledField";
import { faultIn, fieldId, indicatorsId, thresholdId } from "./field";
import { IndicatorSum } from "./IndicatorSum";
import type { LiveIndicators } from "./use-simulator";

export interface IndicatorFieldsProps {
  readonly mission: Mission;
  /** As they are now; undefined: the mission goes by a rate. */
  readonly now: MissionIndicators | undefined;
  readonly indicators: LiveIndicators;
  readonly faults: readonly Ignored[];
  readonly shown: Envelope;
  /** What a button of theirs asks; without scripts the form is sent instead. */
  readonly press: (button: HTMLButtonElement) => void;
}

/** The indicators of a mission, as the annex of the ACI writes them. They stay, unseen, while a rate is chosen. */
export function IndicatorFields(props: IndicatorFieldsProps) {
  const { mission, now, indicators, shown } = props;
  const { drafts, version } = indicators;
  const own = drafts[mission] ?? [];
  if (own.length === 0) return null;
  return (
    <div className="sim-indicators" id={indicatorsId(mission)} hidden={!now}>
      {own.map((draft, i) => (
        <IndicatorRow
          key={`${version} ${i}`}
          {...props}
          draft={draft}
          index={i + 1}
          basis={now?.basis ?? "euros"}
        />
      ))}
      <FieldFault
        id={fieldId(FIELD.label(mission, MOST_INDICATORS + 1))}
        fault={faultIn(props.faults, FIELD.label(mission, MOST_INDICATORS + 1))}
      />
      {own.length < MOST_INDICATORS ? (
        <Press {...props} id={`${indicatorsId(mission)}-add`} name={FIELD.add} value={mission}>
          Ajouter un indicateur <span className="vh">({MISSION[mission].short})</span>
        </Press>
      ) : (
        <p className="hint">{MOST_INDICATORS} indicateurs par mission au plus.</p>
      )}
      {now && <IndicatorSum mission={mission} indicators={now} shown={shown} />}
    </div>
  );
}

interface RowProps extends IndicatorFieldsProps {
  readonly draft: IndicatorDraft;
  /** From 1. */
  readonly index: number;
  readonly basis: Basis;
}

function IndicatorRow(props: RowProps) {
  const { mission, index, draft, faults } = props;
  const [label, unit, direction] = [
    FIELD.label(mission, index),
    FIELD.unit(mission, index),
    FIELD.direction(mission, index),
  ];
  return (
    <fieldset className="sim-indicator">
      <legend>
        <span className="vh">{MISSION[mission].short}, </span>indicateur {index}
      </legend>
      <LabelledField id={fieldId(label)} label="Intitulé" fault={faultIn(faults, label)}>
        {(tied) => <input {...tied} name={label} maxLength={MOST_LABEL} defaultValue={draft.label} />}
      </LabelledField>
      <div className="sim-row">
        <LabelledField id={fieldId(unit)} label="Unité" fault={faultIn(faults, unit)}>
          {(tied) => (
            <input
              {...tied}
              name={unit}
              maxLength={MOST_UNIT}
              placeholder="%, patients…"
              defaultValue={draft.unit}
            />
          )}
        </LabelledField>
        <LabelledField id={fieldId(direction)} label="Sens" fault={null}>
          {(tied) => (
            <select {...tied} name={direction} defaultValue={DIRECTION_CODE[draft.direction]}>
              {DIRECTIONS.map((one) => (
                <option key={one} value={DIRECTION_CODE[one]}>
                  {one === "rising" ? "à la hausse" : "à la baisse"}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
      </div>
      <Steps {...props} />
      <Values {...props} />
      <Press {...props} name={FIELD.remove} value={`${mission}.${index}`}>
        Retirer{" "}
        <span className="vh">
          (indicateur {index}, {MISSION[mission].short})
        </span>
      </Press>
    </fieldset>
  );
}

/** Two columns, one row a step: what is reached, what it then earns in all. */
function Steps(props: RowProps) {
  const { mission, index, draft, basis, faults } = props;
  const name = FIELD.steps(mission, index);
  const fault = faultIn(faults, name);
  const tied = {
    name,
    inputMode: "decimal" as const,
    autoComplete: "off",
    "aria-invalid": fault ? (true as const) : undefined,
    "aria-describedby": fault ? `${fieldId(name)}-fault` : undefined,
  };
  return (
    <div className="sim-steps">
      <p className="sim-steps-head" aria-hidden="true">
        <span>Atteindre</span>
        <span>rapporte en tout, {basis === "euros" ? "€" : "%"}</span>
      </p>
      {draft.steps.map(({ threshold, amount }, i) => (
        <span key={i} className="ff">
          <input
            {...tied}
            id={thresholdId(mission, index, i + 1)}
            aria-label={`Palier ${i + 1}, valeur à atteindre`}
            maxLength={20}
            defaultValue={threshold}
          />
          <input
            {...tied}
            aria-label={`Palier ${i + 1}, ce qu’il rapporte en tout, ${basis === "euros" ? "en euros" : "en % de l’enveloppe"}`}
            maxLength={16}
            defaultValue={amount}
          />
        </span>
      ))}
      <FieldFault id={fieldId(name)} fault={fault} />
      {draft.steps.length < MOST_STEPS && (
        <Press {...props} name={FIELD.add} value={`${mission}.${index}`}>
          Ajouter un palier{" "}
          <span className="vh">
            (indicateur {index}, {MISSION[mission].short})
          </span>
        </Press>
      )}
    </div>
  );
}

/** The value obtained: one for every year, and those of the years that have their own. */
function Values({ mission, index, draft, faults }: RowProps) {
  const name = FIELD.values(mission, index);
  const fault = faultIn(faults, name);
  const input = {
    name,
    inputMode: "decimal" as const,
    maxLength: 20,
    "aria-invalid": fault ? (true as const) : undefined,
  };
  const [every = "", ...yearly] = draft.values;
  return (
    <>
      <LabelledField id={fieldId(name)} label="Valeur obtenue" fault={fault}>
        {(tied) => <input {...tied} {...input} defaultValue={every} />}
      </LabelledField>
      <details className="fold" open={yearly.some((one) => one !== "")}>
        <summary>Valeur différente selon l’année</summary>
        <div className="sim-values">
          {CONTRACT_YEARS.map((year, i) => (
            <label key={year} className="ff">
              <span>An {year}</span>
              <input {...input} defaultValue={yearly[i] ?? ""} />
            </label>
          ))}
        </div>
      </details>
    </>
  );
}

interface PressProps extends Pick<IndicatorFieldsProps, "mission" | "press"> {
  readonly id?: string;
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
}

/** A button that sends the form, back to where it stands; with scripts it is answered at once. */
function Press({ mission, press, id, name, value, children }: PressProps) {
  return (
    <button
      className="btn low"
      type="submit"
      id={id}
      name={name}
      value={value}
      formAction={`/simulateur#${indicatorsId(mission)}`}
      onClick={(event) => {
        event.preventDefault();
        press(event.currentTarget);
      }}
    >
      {children}
    </button>
  );
}
