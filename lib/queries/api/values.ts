import type { CptsExtent, Pair, Range, StageTotals } from "@/lib/coverage";
import { precisionOf, type Span } from "@/lib/kernel/date";
import { rateValue, type Rate } from "@/lib/kernel/rate";
import type { CptsStanding } from "../cpts-standing";

/** Read models to the public API's own shapes: nothing is computed here that a page would compute otherwise. */

export const stageTotals = ({ total, signed, validated, intent, none }: StageTotals) => ({
  total,
  signed,
  validated,
  intent,
  none,
});

export const ratesOf = ({ signed, signedOrUnderWay }: Pair<Rate>) => ({
  signed: rateValue(signed),
  signedOrUnderWay: rateValue(signedOrUnderWay),
});

const rangeOf = ({ min, max }: Range) => ({ min, max });

export const rangesOf = ({ signed, signedOrUnderWay }: Pair<Range>) => ({
  signed: rangeOf(signed),
  signedOrUnderWay: rangeOf(signedOrUnderWay),
});

export const spanOf = ({ earliest, latest }: Span) => ({ earliest, latest });

/** As precise as the span and no more: `2024-10-14`, `2025-01`, `2020`, `2024-12-01/2025-01-31`. */
export function isoOf(span: Span): string {
  const { earliest, latest } = span;
  switch (precisionOf(span)) {
    case "day":
      return earliest;
    case "month":
      return earliest.slice(0, 7);
    case "year":
      return earliest.slice(0, 4);
    case "range":
      return `${earliest}/${latest}`;
  }
}

export function standingFields({ state, size, perimeter }: CptsStanding) {
  const { stage, uncertain, since, term, pastTerm } = state;
  return {
    stage,
    possibleStage: uncertain?.possibleStage ?? null,
    since: since && spanOf(since),
    term: term && spanOf(term),
    pastTerm,
    sizeTier: size.tier,
    sizeTierBasis: size.basis,
    perimeter,
  };
}

/** All null where the perimeter is unknown: not communicated, which is not zero. */
export function extentFields(extent: CptsExtent | null) {
  return {
    population: extent?.population.min ?? null,
    communes: extent?.communes ?? null,
    populationRange: extent && rangeOf(extent.population),
  };
}
