import type { MarkedAmount, TierScale } from "../coverage";
import {
  publishedTotal,
  readingCents,
  SIZE_TIERS,
  tierBounds,
  type Schedule,
  type SizeTier,
} from "../funding";
import { euros } from "../kernel/money";

/** What each size tier of a schedule is worth a year, as its file states it. */
export function tierScale(schedule: Schedule): TierScale {
  return {
    label: schedule.label,
    effectiveFrom: schedule.effectiveFrom,
    tiers: SIZE_TIERS.map((tier) => ({
      ...tierBounds(tier, schedule.sizes),
      running: running(schedule, tier),
      maximum: maximum(schedule, tier),
    })),
  };
}

function running(schedule: Schedule, tier: SizeTier): MarkedAmount {
  const entry = schedule.grid[tier].find(({ line }) => line === "fonctionnement");
  if (!entry || entry.cents === null) throw new RangeError(`${schedule.id} has no line fonctionnement`);
  return { cents: entry.cents, mark: entry.mark, source: entry.source };
}

function maximum(schedule: Schedule, tier: SizeTier): MarkedAmount {
  const published = publishedTotal(schedule, tier, "maximum_all");
  if (!published) {
    return {
      cents: readingCents(schedule, tier, "maximum_all"),
      mark: "H",
      source: "Somme des lignes du barème",
    };
  }
  const { euros: amount, mark, source } = published.amount;
  return { cents: euros(amount), mark, source };
}
