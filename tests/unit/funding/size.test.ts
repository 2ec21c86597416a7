import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AGREEMENT_SIZES, nextTier, SCHEDULES, SIZE_TIERS, sizeTier, tierBounds } from "@/lib/funding";

describe("size tiers", () => {
  test.each([
    [0, 1],
    [18_750, 1],
    [39_999, 1],
    [40_000, 2],
    [40_001, 2],
    [79_999, 2],
    [80_000, 2],
    [80_001, 3],
    [174_999, 3],
    [175_000, 3],
    [175_001, 4],
    [2_000_000, 4],
  ])("%i inhabitants: tier %i", (population, tier) => {
    expect(sizeTier(population)).toBe(tier);
    for (const { sizes } of SCHEDULES) expect(sizeTier(population, sizes)).toBe(tier);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("%s is no population", (population) => {
    expect(() => sizeTier(population)).toThrow(RangeError);
  });

  test("classes leave no gap and no overlap, and the reading of 80,000 is said to be ours", () => {
    for (const { sizes } of SCHEDULES) {
      expect(sizes.map(({ tier }) => tier)).toEqual(SIZE_TIERS);
      expect(sizes.map(({ from }) => from)).toEqual([0, 40_000, 80_001, 175_001]);
      expect(sizes.map(({ to }) => to)).toEqual([39_999, 80_000, 175_000, null]);
      expect(sizes[1].note).toContain("lecture de Maillage");
    }
    expect(AGREEMENT_SIZES).toBe(SCHEDULES[0]?.sizes);
    expect(() => sizeTier(50, [])).toThrow(RangeError);
    expect(() => tierBounds(1, [])).toThrow(RangeError);
  });

  test("the next tier and what is missing to reach it", () => {
    expect(nextTier(39_999)).toEqual({ tier: 2, from: 40_000, missing: 1 });
    expect(nextTier(62_000)).toEqual({ tier: 3, from: 80_001, missing: 18_001 });
    expect(nextTier(175_000)).toEqual({ tier: 4, from: 175_001, missing: 1 });
    expect(nextTier(175_001)).toBeNull();
  });

  test("bounds hold exactly their tier, and more people never lowers it", () => {
    fc.assert(
      fc.property(fc.nat(500_000), fc.nat(500_000), (population, more) => {
        const { from, to } = tierBounds(sizeTier(population));
        expect(population >= from && (to === null || population <= to)).toBe(true);
        expect(sizeTier(population + more)).toBeGreaterThanOrEqual(sizeTier(population));
      }),
    );
  });
});
