import { euros, type Cents } from "../kernel/money";
import type { Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import { publishedTotal, scheduleInForce, SIZE_TIERS, tierBounds, type SizeTier } from "../funding";
import { scheduleCitation, type Notes } from "./cpts-notes";

/** The published maxima of a schedule, all missions and crisis included: what may be said without a tier. */
export interface TierMaximum {
  readonly scheduleLabel: string;
  readonly from: IsoDay;
  readonly ref: number;
  readonly tiers: readonly {
    readonly tier: SizeTier;
    readonly label: string;
    readonly cents: Cents;
    readonly mark: Mark;
    readonly source: string;
  }[];
}

/** Those of the schedule in force on a day; null before the first. */
export function maximaOfSchedule(asOf: IsoDay, notes: Notes): TierMaximum | null {
  const schedule = scheduleInForce(asOf);
  if (!schedule) return null;
  return {
    scheduleLabel: schedule.label,
    from: schedule.effectiveFrom,
    ref: notes.ref(scheduleCitation(schedule.id)),
    tiers: SIZE_TIERS.flatMap((tier) => {
      const found = publishedTotal(schedule, tier, "maximum_all");
      if (!found) return [];
      const { euros: amount, mark, source } = found.amount;
      return [{ tier, label: tierBounds(tier, schedule.sizes).label, cents: euros(amount), mark, source }];
    }),
  };
}
