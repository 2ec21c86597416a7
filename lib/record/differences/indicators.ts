import { sameData } from "../../kernel/same-data";
import type { IndicatorsContent } from "../sections";
import { pairByEither, type Change } from "./change";

type Indicator = IndicatorsContent["indicators"][number];

/** Each indicator in one list; those changed whole, before and after. */
export interface IndicatorsDifference {
  readonly added: readonly Indicator[];
  readonly removed: readonly Indicator[];
  readonly changed: readonly Change<Indicator>[];
  /** Those kept follow one another in another order. */
  readonly reordered: boolean;
}

/**
 * Null when both have the same indicators in the same order. Known by contract, mission, label and first year;
 * one under another label is taken for the same where its mission lost one and gained one.
 */
export function indicatorsDifference(
  before: IndicatorsContent,
  after: IndicatorsContent,
): IndicatorsDifference | null {
  const { added, removed, both } = pairByEither(
    before.indicators,
    after.indicators,
    ({ contract, mission, label, fromYear }) => `${contract} ${mission} ${fromYear} ${label}`,
    ({ contract, mission }) => `${contract} ${mission}`,
  );
  const changed = both.filter((pair) => !sameData(pair.before, pair.after));
  const places = [...both]
    .sort((a, b) => before.indicators.indexOf(a.before) - before.indicators.indexOf(b.before))
    .map((pair) => after.indicators.indexOf(pair.after));
  const reordered = places.some((place, index) => place < (places[index - 1] ?? -1));
  const nothing = added.length + removed.length + changed.length === 0 && !reordered;
  return nothing ? null : { added, removed, changed, reordered };
}
