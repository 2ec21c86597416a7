import type { Document } from "../../db/repositories/documents";
import {
  indicatorOutcome,
  MISSIONS,
  type EnvelopeInput,
  type Explanation,
  type IndicatorOutcome,
} from "../../funding";
import type { Absence, Mark } from "../../kernel/certainty";
import type { Cents } from "../../kernel/money";
import type { Mission } from "../../record/cpts";
import type { Evidence, YearReview } from "../../record/money";
import type { FinanceYear } from "./finance-page";

/** What shows a result. `document`: null where none is joined; its name is null for whoever may not see it. */
export interface EvidenceView extends Omit<Evidence, "documentId"> {
  readonly document: { readonly id: string; readonly name: string | null } | null;
}

export interface IndicatorOfYear extends IndicatorOutcome {
  readonly evidence: EvidenceView;
}

/** The results of one mission, and what they earn of its variable share. */
export interface MissionOfYear {
  readonly mission: Mission;
  /** Read where there is no indicator; from 0 to 1; null: not known. */
  readonly achievement: number | null;
  readonly indicators: readonly IndicatorOfYear[];
  readonly evidence: EvidenceView;
  /** The variable share as the engine computes it: only a settled year earns. Null where the mission has none. */
  readonly variable: {
    readonly contractedCents: Cents;
    readonly due: Cents | Absence;
    readonly mark: Mark;
    readonly explanation: Explanation;
  } | null;
}

type Names = ReadonlyMap<string, Document> | null;

/** The missions of the year in the agreement's order: those of its results, and those that the contract engages. */
export function resultsOfYear(
  review: YearReview | null,
  input: EnvelopeInput | null,
  { lines }: FinanceYear,
  names: Names,
): MissionOfYear[] {
  return MISSIONS.flatMap((mission): MissionOfYear[] => {
    const entered = review?.results.missions.find((one) => one.mission === mission);
    const engaged = input?.missions.find((one) => one.mission === mission);
    if (!entered && !engaged) return [];
    const part = lines
      .find(({ line }) => line === mission)
      ?.parts.find(({ part: kind }) => kind === "variable");
    const evidence = evidenceOf(entered ?? NOTHING, names);
    return [
      {
        mission,
        achievement: entered?.achievement ?? null,
        evidence,
        indicators: entered
          ? entered.indicators.map(({ terms, value, ...shown }) => ({
              ...indicatorOutcome({ ...terms, value }),
              evidence: evidenceOf(shown, names),
            }))
          : (engaged?.indicators ?? []).map((one) => ({
              ...indicatorOutcome(one),
              evidence: evidenceOf(NOTHING, names),
            })),
        variable: part
          ? {
              contractedCents: part.contractedCents,
              due: part.due,
              mark: part.mark,
              explanation: part.explanation,
            }
          : null,
      },
    ];
  });
}

const NOTHING: Evidence = { documentId: null, link: null, comment: null };

function evidenceOf({ documentId, link, comment }: Evidence, names: Names): EvidenceView {
  const known = documentId === null ? undefined : names?.get(documentId);
  return {
    link,
    comment,
    document: documentId === null ? null : { id: documentId, name: known?.name ?? null },
  };
}
