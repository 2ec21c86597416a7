import { baselineWords, INDICATOR_KIND, NO_ENVELOPE, stepsWords } from "@/lib/format/indicators";
import { MISSION } from "@/lib/format/labels";
import type { VariableEnvelope, VariableOutcome } from "@/lib/funding";
import type { YearDocument } from "@/lib/queries/results";
import type { IndicatorResult, MissionResults } from "@/lib/record/money";
import { faultOf, typedOr } from "@/lib/schemas/form";
import { resultField } from "@/lib/schemas/results";
import { TextField } from "../forms/TextField";
import { Num } from "../ui/Num";
import { EvidenceFields, PREFIX } from "./EvidenceFields";
import { typedNumber, typedRate } from "./live";
import { IndicatorEarned, Marked, MissionOutcome } from "./Outcome";
import type { ResultsState } from "./results-state";

interface MissionFieldsProps {
  readonly state: ResultsState;
  readonly held: MissionResults;
  readonly outcome: VariableOutcome | undefined;
  readonly envelope: VariableEnvelope["from"] | undefined;
  readonly documents: readonly YearDocument[] | null;
}

/** The results of one mission: its indicators where the contract has some, else a rate; what they earn beside. */
export function MissionFields({ state, held, outcome, envelope, documents }: MissionFieldsProps) {
  const { mission, indicators } = held;
  const rate = resultField("rate", mission);
  return (
    <section className="fp" aria-labelledby={`mission-${mission}`}>
      <div className="fp-head">
        <h2 id={`mission-${mission}`}>{MISSION[mission].short}</h2>
        <p>
          {outcome?.amountCents != null && (
            <>
              Volet variable&nbsp;: <Marked cents={outcome.amountCents} mark={outcome.mark} />{" "}
              {envelope === "contract" ? "(annexe du contrat)" : "(barème)"}
            </>
          )}
          {outcome?.amountCents == null && envelope !== undefined && isUnknown(envelope) && (
            <>Volet variable non communiqué&nbsp;: {NO_ENVELOPE[envelope]}.</>
          )}
        </p>
      </div>
      <input type="hidden" name="missions" value={`${mission}:${indicators.length}`} />
      {indicators.length === 0 ? (
        <div className="measure">
          <div className="measure-value">
            <TextField
              prefix={PREFIX}
              name={rate}
              label={`Taux d’atteinte des objectifs, ${MISSION[mission].short}, en %`}
              hint="Le contrat n’a pas d’indicateurs pour cette mission. Par exemple 80 ou 66,67."
              inputMode="decimal"
              autoComplete="off"
              initial={typedOr(state, rate, typedRate(held.achievement))}
              fault={faultOf(state, rate)}
            />
          </div>
          <EvidenceFields state={state} mission={mission} held={held} documents={documents} />
        </div>
      ) : (
        <ol className="measures">
          {indicators.map((one, index) => (
            <li key={`${index} ${one.terms.label}`} className="measure">
              <Indicator
                state={state}
                mission={mission}
                index={index}
                held={one}
                outcome={outcome?.indicators[index]}
              />
              <EvidenceFields
                state={state}
                mission={mission}
                indicator={index}
                held={one}
                documents={documents}
              />
            </li>
          ))}
        </ol>
      )}
      {outcome && <MissionOutcome of={outcome} />}
    </section>
  );
}

interface IndicatorProps {
  readonly state: ResultsState;
  readonly mission: string;
  readonly index: number;
  readonly held: IndicatorResult;
  readonly outcome: VariableOutcome["indicators"][number] | undefined;
}

function Indicator({ state, mission, index, held: { terms, value }, outcome }: IndicatorProps) {
  const field = resultField("value", mission, index);
  const baseline = baselineWords(terms);
  return (
    <>
      <div className="measure-value">
        <TextField
          prefix={PREFIX}
          name={field}
          label={`${terms.label} (${terms.unit})`}
          hint={
            <>
              {INDICATOR_KIND[terms.kind]}. {baseline && `Départ\u00a0: ${baseline}. `}
              <Num>{stepsWords(terms)}</Num>
            </>
          }
          inputMode="decimal"
          autoComplete="off"
          initial={typedOr(state, field, typedNumber(value))}
          fault={faultOf(state, field)}
        />
        {outcome && (
          <output htmlFor={`${PREFIX}-${field}`}>
            <IndicatorEarned of={outcome} />
          </output>
        )}
      </div>
    </>
  );
}

const isUnknown = (from: VariableEnvelope["from"]): from is keyof typeof NO_ENVELOPE => from in NO_ENVELOPE;
