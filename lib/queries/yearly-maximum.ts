import { publishedTotal, readingCents, scheduleInForce, type Schedule } from "../funding";
import { weakest, type Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { CptsSize, SizeTierBasis } from "./cpts-standing";

/** The published maximum a year of the schedule in force, for a size tier: what a contract could reach at most. */
export interface YearlyMaximum {
  readonly cents: Cents;
  readonly mark: Mark;
  readonly schedule: Pick<Schedule, "id" | "label">;
  readonly basis: SizeTierBasis;
}

/** How far the tier itself may be trusted: an estimate makes a verified amount a hypothesis. */
const MARK_OF_BASIS: Readonly<Record<SizeTierBasis, Mark>> = {
  stated: "V",
  stated_population: "V",
  declared_perimeter: "D",
  estimated_perimeter: "H",
};

/** Null without a tier, or before the first schedule. Euro cents, all missions and a recognised crisis included. */
export function yearlyMaximum({ tier, basis }: CptsSize, asOf: IsoDay): YearlyMaximum | null {
  const schedule = scheduleInForce(asOf);
  if (tier === null || basis === null || !schedule) return null;
  const { id, label } = schedule;
  return {
    cents: readingCents(schedule, tier, "maximum_all"),
    mark: weakest([publishedTotal(schedule, tier, "maximum_all")?.amount.mark ?? "H", MARK_OF_BASIS[basis]]),
    schedule: { id, label },
    basis,
  };
}
