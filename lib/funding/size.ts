/** Size tiers (taille 1 to 4): classes of population covered (domain.md, section 1). */
import type { SizeClass, SizeTier } from "./schedule";
import { SCHEDULES } from "./schedules/registry";

/** The national agreement's classes; later schedules that keep them repeat them in their own file. */
export const AGREEMENT_SIZES: readonly SizeClass[] = SCHEDULES[0]?.sizes ?? [];

/**
 * The size tier of a population: exactly 40,000 is tier 2, exactly 80,000 tier 2 (our reading),
 * exactly 175,000 tier 3.
 *
 * @param population inhabitants, a whole number from 0. Throws a RangeError otherwise.
 * @param sizes the classes of the schedule asked about.
 */
export function sizeTier(population: number, sizes: readonly SizeClass[] = AGREEMENT_SIZES): SizeTier {
  if (!Number.isSafeInteger(population) || population < 0) {
    throw new RangeError(`${population} is not a whole number of inhabitants`);
  }
  const found = sizes.find(({ from, to }) => population >= from && (to === null || population <= to));
  if (!found) throw new RangeError(`no size class holds ${population} inhabitants`);
  return found.tier;
}

/** Bounds (both included; `to: null` = none) and French label of a tier, for display. */
export function tierBounds(tier: SizeTier, sizes: readonly SizeClass[] = AGREEMENT_SIZES): SizeClass {
  const found = sizes.find((size) => size.tier === tier);
  if (!found) throw new RangeError(`no size tier ${tier}`);
  return found;
}

/** The tier above and the inhabitants missing to reach it; null from the last one. */
export function nextTier(
  population: number,
  sizes: readonly SizeClass[] = AGREEMENT_SIZES,
): { readonly tier: SizeTier; readonly from: number; readonly missing: number } | null {
  const { to } = tierBounds(sizeTier(population, sizes), sizes);
  if (to === null) return null;
  return { tier: sizeTier(to + 1, sizes), from: to + 1, missing: to + 1 - population };
}
