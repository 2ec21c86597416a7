import { describe, expect, it } from "vitest";
import { coverageOf, partsOf, rangesOf, type CoverageCpts } from "@/lib/coverage";
import { yearSpan } from "@/lib/kernel/date";
import type { LifecycleEvent } from "@/lib/record/lifecycle";
import { A, cpts, letter, member, old, part, signature, TODAY, validated } from "./fixtures";

describe("communes held in part", () => {
  const one = (...records: CoverageCpts[]) => coverageOf([A], records, TODAY);

  it("give a known share to the stage and the rest to the whole holder, or to nobody", () => {
    const third = cpts("a", signature, member(A.code, part(1, 3)));
    const alone = one(third);
    expect(alone.population).toMatchObject({ signed: 333, none: 667 });
    expect(alone.communes.signed).toBe(1);
    expect(alone.blankCommunes).toEqual([]);
    const over = one(third, cpts("b", letter, member(A.code)));
    expect(over.population).toMatchObject({ signed: 333, intent: 667, none: 0 });
    expect(over.byCommune.map(partsOf)).toEqual([{ signed: 333, validated: 0, intent: 667, none: 0 }]);
  });

  it("add up as distinct quartiers, exactly and to the whole at most", () => {
    const thirds = ["a", "b", "c"].map((id) => cpts(id, signature, member(A.code, part(1, 3))));
    expect(one(...thirds).population).toMatchObject({ signed: 1000, none: 0 });
    const mixed = one(
      cpts("a", signature, member(A.code, part(3, 4))),
      cpts("b", validated, member(A.code, part(1, 2))),
    );
    expect(mixed.population).toMatchObject({ signed: 750, validated: 250, none: 0 });
  });

  it("of unknown share add nobody to the totals and up to everybody to the range", () => {
    const coverage = one(cpts("a", signature, member(A.code, { share: "unknown" })));
    expect(coverage.population).toMatchObject({ signed: 0, none: 1000 });
    expect(coverage.communes.signed).toBe(1);
    expect(coverage.ranges.population).toEqual({
      signed: { min: 0, max: 1000 },
      signedOrUnderWay: { min: 0, max: 1000 },
    });
    expect(coverage.byCommune.map(rangesOf)[0]).toEqual(coverage.ranges.population);
    expect(coverage.cpts[0]?.here).toEqual({ communes: 1, population: { min: 0, max: 1000 } });
    const over = one(
      cpts("a", signature, member(A.code, { share: "unknown" })),
      cpts("b", validated, member(A.code)),
    );
    expect(over.population).toMatchObject({ signed: 0, validated: 1000 });
    expect(over.ranges.population.signedOrUnderWay).toEqual({ min: 1000, max: 1000 });
  });

  it("count their hectares at the highest stage that holds all of them", () => {
    const half = cpts("a", signature, member(A.code, part(1, 2)));
    expect(one(half).areaHectares).toMatchObject({ signed: 0, none: 100 });
    expect(one(half).ranges.areaHectares.signed).toEqual({ min: 0, max: 100 });
    expect(one(half, cpts("b", letter, member(A.code))).areaHectares).toMatchObject({
      signed: 0,
      intent: 100,
    });
    const other = cpts("b", validated, member(A.code, part(1, 2)));
    expect(one(half, other).areaHectares).toMatchObject({ signed: 0, validated: 100 });
  });

  it("leave to estimation and to past terms only what nothing surer covers", () => {
    const coverage = one(
      cpts("a", old, member(A.code, { basis: "estimated" })),
      cpts("b", signature, member(A.code, part(2, 5))),
    );
    expect(coverage.population.signed).toBe(1000);
    expect(coverage.estimated).toEqual({
      population: 600,
      communes: 0,
      signed: { population: 600, communes: 0 },
    });
    expect(coverage.pastTerm).toEqual({ population: 600, communes: 0 });
  });

  it("tell what may be past its term from what is", () => {
    const year: LifecycleEvent = { kind: "signature", when: yearSpan(2021) };
    const coverage = one(
      cpts("old", old, member(A.code, part(1, 2))),
      cpts("year", year, member(A.code, part(1, 4))),
    );
    expect(coverage.population.signed).toBe(750);
    expect(coverage.pastTerm).toEqual({ population: 500, communes: 0 });
    expect(coverage.possiblyPastTerm).toEqual({ population: 250, communes: 1 });
  });

  it("count once when one CPTS holds a commune by two rows, the declared one first", () => {
    const rows = [member(A.code, { ...part(1, 2), basis: "estimated" }), member(A.code, part(1, 4))];
    const coverage = one(cpts("a", signature, ...rows));
    expect(coverage.population.signed).toBe(250);
    expect(coverage.byCommune[0]?.holders).toHaveLength(1);
    const doubled = one(cpts("a", signature, member(A.code, part(1, 4)), member(A.code, part(2, 4))));
    expect(doubled.population.signed).toBe(500);
    expect(doubled.byCommune[0]?.holders[0]?.share).toEqual({ numerator: 1, denominator: 2 });
  });
});
