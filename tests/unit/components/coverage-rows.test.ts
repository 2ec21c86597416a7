import { describe, expect, it } from "vitest";
import { effectGroups, isUnchanged } from "@/components/proposal/coverage-rows";
import type { EffectOnDay } from "@/lib/queries/proposal-effect";
import { stageAt } from "@/lib/record/lifecycle";

type Side = EffectOnDay["cpts"]["before"];

const DAY = "2026-11-23";
const side = (min: number | null, max = min): Side => ({
  state: stageAt([], DAY),
  perimeter: min === null ? "unknown" : "declared",
  whole: min === null || max === null ? null : { population: { min, max }, communes: 3 },
  size: { tier: null, basis: null, citation: null },
});
const inhabitants = (before: Side, after: Side) => {
  const groups = effectGroups({ asOf: DAY, cpts: { before, after }, departments: [] });
  return { row: groups[0]?.rows.find(({ label }) => label === "Habitants"), groups };
};

describe("what a proposal does to the figures of a day", () => {
  it("says by how much, between figures that are known", () => {
    const { row, groups } = inhabitants(side(12_665), side(11_995));
    expect(row).toEqual({ label: "Habitants", before: "12\u202f665", after: "11\u202f995", by: "−670" });
    expect(isUnchanged(groups)).toBe(false);
    expect(isUnchanged(inhabitants(side(12_665), side(12_665)).groups)).toBe(true);
  });

  it("never takes a minimum for the figure, nor says a difference that nobody knows", () => {
    const { row } = inhabitants(side(12_000), side(12_000, 12_670));
    expect(row).toMatchObject({
      before: "12\u202f000",
      after: "12\u202f000\u00a0à\u00a012\u202f670",
      by: "",
    });
  });

  it("leaves out what is not known, rather than 0", () => {
    expect(inhabitants(side(null), side(9_000)).row).toMatchObject({
      before: null,
      after: "9\u202f000",
      by: "",
    });
  });
});
