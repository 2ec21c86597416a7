import { describe, expect, test } from "vitest";
import { crossingOf, figuresAfter, figuresOf, scaleOn, tierRuler } from "@/lib/coverage";
import { scheduleById, SCHEDULES } from "@/lib/funding";
import { tierScale } from "@/lib/queries/tier-scale";

const scales = SCHEDULES.map(tierScale);
const schedule = scheduleById("aci-avenant-2");
if (!schedule) throw new Error("no schedule aci-avenant-2");
const scale = tierScale(schedule);
const whole = (population: number) => ({ population, share: "whole" as const });
const [one, two, three] = scale.tiers;
if (!one || !two || !three) throw new Error("four tiers");

describe("the figures of a territory", () => {
  test("inhabitants, communes, tier, and how far the next is", () => {
    const figures = figuresOf([whole(70_000), whole(8_205)], scale);
    expect(figures).toMatchObject({
      communes: 2,
      population: { min: 78_205, max: 78_205 },
      possibleTier: null,
    });
    expect(figures.tier?.tier).toBe(2);
    expect(figures.next?.missing).toBe(1_796);
  });

  test.each([
    [39_999, 1],
    [40_000, 2],
    [80_000, 2],
    [80_001, 3],
    [175_000, 3],
    [175_001, 4],
  ])("%i inhabitants are tier %i", (population, tier) => {
    expect(figuresOf([whole(population)], scale).tier?.tier).toBe(tier);
  });

  test("a part counts for its share; one of unknown share makes a range, and perhaps another tier", () => {
    const figures = figuresOf([whole(39_000), { population: 2_000, share: "unknown" }], scale);
    expect(figures.population).toEqual({ min: 39_000, max: 41_000 });
    expect([figures.tier?.tier, figures.possibleTier?.tier, figures.partial]).toEqual([1, 2, 1]);
    expect(
      figuresOf([{ population: 1_000, share: { numerator: 1, denominator: 4 } }], scale).population.min,
    ).toBe(250);
  });

  test("one commune more then less is what it was", () => {
    const figures = figuresOf([whole(78_205)], scale);
    const more = figuresAfter(figures, whole(3_141), 1, scale);
    expect(more).toMatchObject({ communes: 2, population: { min: 81_346, max: 81_346 } });
    expect(more.tier?.tier).toBe(3);
    expect(figuresAfter(more, whole(3_141), -1, scale)).toEqual(figures);
  });

  test("nothing is tier 1 with nobody in it", () => {
    expect(figuresOf([], scale)).toMatchObject({ communes: 0, population: { min: 0, max: 0 } });
  });
});

describe("what crossing a tier is worth", () => {
  test("from 2 to 3 under avenant 2: 15 000 € of fonctionnement, 82 500 € at most, derived", () => {
    const { running, maximum } = crossingOf(two, three);
    expect([running.cents, running.mark]).toEqual([1_500_000, "D"]);
    expect([maximum.cents, maximum.mark]).toEqual([8_250_000, "D"]);
    expect([two.running.mark, two.maximum.mark, three.maximum.mark]).toEqual(["V", "V", "D"]);
  });

  test("and back is the same less", () => {
    expect(crossingOf(three, two).maximum.cents).toBe(-8_250_000);
  });

  test("the scale is that of the day of effect", () => {
    expect(scaleOn(scales, "2020-06-01")?.label).toBe(scales[0]?.label);
    expect(scaleOn(scales, "2027-01-01")?.label).toBe(scales.at(-1)?.label);
    expect(scaleOn(scales, null)?.label).toBe(scales.at(-1)?.label);
  });
});

describe("the graduated rule", () => {
  test("names the thresholds of the texts", () => {
    const rule = tierRuler(78_205, null, scale);
    expect(rule?.thresholds.map(({ inhabitants }) => inhabitants)).toEqual([40_000, 80_000, 175_000]);
    expect(rule?.held).toBeCloseTo(39.1, 1);
  });

  test("closes up only where a threshold is at stake", () => {
    expect(tierRuler(78_205, 81_346, scale, true)?.thresholds.map(({ inhabitants }) => inhabitants)).toEqual([
      80_000,
    ]);
    expect(tierRuler(20_000, 21_000, scale, true)).toBeNull();
  });

  test("grows with a metropolis, and never leaves its ends", () => {
    const rule = tierRuler(520_000, 530_000, scale);
    expect(rule?.to).toBeGreaterThanOrEqual(530_000);
    expect(rule?.proposed).toBeLessThanOrEqual(100);
  });
});
