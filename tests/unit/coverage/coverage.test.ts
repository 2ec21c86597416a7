import { describe, expect, it } from "vitest";
import { coverageOf, indexCpts, rankByPopulation, sumCoverage, type Membership } from "@/lib/coverage";
import { yearSpan } from "@/lib/kernel/date";
import type { LifecycleEvent } from "@/lib/record/lifecycle";
import { A, ALL, B, C, cpts, D, letter, member, old, part, signature, TODAY, validated } from "./fixtures";

describe("coverageOf", () => {
  it("counts each commune once, at its highest stage", () => {
    const records = [
      cpts("intent", letter, member(A.code), member(B.code), member(C.code)),
      cpts("valid", validated, member(A.code), member(B.code)),
      cpts("signed", signature, member(A.code)),
    ];
    const coverage = coverageOf(ALL, records, TODAY);
    expect(coverage.population).toEqual({
      signed: 1000,
      validated: 500,
      intent: 250,
      none: 250,
      total: 2000,
    });
    expect(coverage.communes).toEqual({ signed: 1, validated: 1, intent: 1, none: 1, total: 4 });
    expect(coverage.areaHectares).toEqual({ signed: 100, validated: 200, intent: 0, none: 400, total: 700 });
    expect(coverage.areaUnknownCommunes).toBe(1);
    expect(coverage.rates.population).toEqual({
      signed: { numerator: 1000, denominator: 2000 },
      signedOrUnderWay: { numerator: 1750, denominator: 2000 },
    });
    expect(coverage.rates.areaHectares.signedOrUnderWay).toEqual({ numerator: 300, denominator: 700 });
    expect(coverage.byCommune[0]?.holders.map(({ id }) => id)).toEqual(["signed", "valid", "intent"]);
    expect(coverage.cptsCount).toEqual({ signed: 1, validated: 1, intent: 1, none: 0 });
  });

  it("reads memberships from their first day to the eve of their last", () => {
    const records = [cpts("a", old, member(A.code, { from: "2025-01-01", to: "2025-06-01" }))];
    const signed = (day: string) => coverageOf(ALL, records, day).population.signed;
    expect(["2024-12-31", "2025-01-01", "2025-05-31", "2025-06-01"].map(signed)).toEqual([0, 1000, 1000, 0]);
  });

  it("counts a CPTS that spans departments in each by its communes there, once in their sum", () => {
    const ardeche = { code: "07001", population: 300, areaHectares: 50 };
    const index = indexCpts([cpts("bi", signature, member(A.code), member(ardeche.code))]);
    const drome = coverageOf(ALL, index, TODAY);
    const both = sumCoverage([drome, coverageOf([ardeche], index, TODAY)]);
    expect(drome.population).toMatchObject({ signed: 1000, total: 2000 });
    expect(both.population).toMatchObject({ signed: 1300, total: 2300 });
    expect(both.cptsCount.signed).toBe(1);
    expect(both.cpts[0]?.here).toEqual({ communes: 2, population: { min: 1300, max: 1300 } });
    expect(both.rates.population.signed).toEqual({ numerator: 1300, denominator: 2300 });
  });

  it("lists blank communes by population, then by code", () => {
    const { blankCommunes, blank } = coverageOf([D, C, B, A], [cpts("a", signature, member(B.code))], TODAY);
    expect(blankCommunes.map(({ code }) => code)).toEqual([A.code, C.code, D.code]);
    expect(blank).toEqual({ label: "zone_blanche", communes: 3, population: 1500 });
  });

  it("speaks of known perimeters while a signed CPTS of the territory has none", () => {
    const label = (event: LifecycleEvent | null, day = TODAY, ...memberships: Membership[]) =>
      coverageOf(ALL, [cpts("a", event, ...memberships)], day, { listedCpts: ["a"] }).blank.label;
    expect(label(signature)).toBe("hors_perimetre_connu");
    expect(label(validated)).toBe("zone_blanche");
    expect(label(signature, "2026-02-28")).toBe("zone_blanche");
    expect(label({ kind: "signature", when: yearSpan(2026) }, "2026-06-01")).toBe("hors_perimetre_connu");
    expect(label(signature, TODAY, member(A.code))).toBe("zone_blanche");
    expect(label(signature, TODAY, member(A.code, { basis: "estimated" }))).toBe("zone_blanche");
    // Located elsewhere is located; closed perimeters are known no longer.
    expect(label(signature, TODAY, member("07001"))).toBe("zone_blanche");
    expect(label(signature, TODAY, member(A.code, { to: "2026-11-01" }))).toBe("hors_perimetre_connu");
  });

  it("counts listed CPTS without a commune, at their stage, and colours nothing", () => {
    const records = [cpts("a", signature), cpts("b", null), cpts("elsewhere", signature, member("07001"))];
    const coverage = coverageOf(ALL, records, TODAY, { listedCpts: ["b", "a", "a"] });
    expect(coverage.cptsCount).toEqual({ signed: 1, validated: 0, intent: 0, none: 1 });
    expect(coverage.cpts.map(({ id, perimeter }) => [id, perimeter])).toEqual([
      ["a", "unknown"],
      ["b", "unknown"],
    ]);
    expect(coverage.communes.none).toBe(4);
    expect(() => coverageOf(ALL, records, TODAY, { listedCpts: ["x"] })).toThrow(/x is not among/);
  });

  it("ranges over uncertain days without counting them", () => {
    const uncertain: LifecycleEvent = { kind: "signature", when: yearSpan(2026) };
    const coverage = coverageOf(ALL, [cpts("a", uncertain, member(A.code))], TODAY);
    expect(coverage.population.signed).toBe(0);
    expect(coverage.ranges.population.signed).toEqual({ min: 0, max: 1000 });
    expect(coverage.ranges.communes.signedOrUnderWay).toEqual({ min: 0, max: 1 });
    expect(coverage.ranges.areaHectares.signed).toEqual({ min: 0, max: 100 });
    expect(coverage.byCommune[0]).toMatchObject({ stage: "none", possibleStage: "signed" });
    expect(coverage.blankCommunes[0]?.code).toBe(A.code);
    expect(coverage.signedCpts).toEqual({ min: 0, max: 1 });
  });

  it("sets apart what rests on estimation only, a declared membership settling it", () => {
    const estimated = { basis: "estimated" } as const;
    const records = [
      cpts("a", signature, member(A.code, estimated), member(B.code, estimated)),
      cpts("b", signature, member(B.code)),
      cpts("c", validated, member(C.code, estimated), member(A.code)),
    ];
    const coverage = coverageOf(ALL, records, TODAY);
    expect(coverage.estimated).toEqual({
      population: 1250,
      communes: 2,
      signed: { population: 1000, communes: 1 },
    });
    expect(coverage.cpts.map(({ perimeter }) => perimeter)).toEqual(["estimated", "declared", "estimated"]);
  });

  it("sets apart what is signed by contracts past their term only", () => {
    const year: LifecycleEvent = { kind: "signature", when: yearSpan(2021) };
    const records = [
      cpts("old", old, member(A.code), member(B.code)),
      cpts("new", signature, member(B.code)),
      cpts("year", year, member(C.code)),
    ];
    const coverage = coverageOf(ALL, records, TODAY);
    expect(coverage.population.signed).toBe(1750);
    expect(coverage.pastTerm).toEqual({ population: 1000, communes: 1 });
    expect(coverage.possiblyPastTerm).toEqual({ population: 250, communes: 1 });
    expect(coverage.cpts.map(({ pastTerm }) => pastTerm)).toEqual(["no", "yes", "possibly"]);
    const short = [{ ...cpts("new", signature, member(A.code)), termMonths: 6 }];
    expect(coverageOf(ALL, short, TODAY).pastTerm.population).toBe(1000);
  });

  it("refuses what it cannot count", () => {
    expect(() => coverageOf([A, A], [], TODAY)).toThrow(/twice/);
    expect(() => coverageOf([B, A, B], [], TODAY)).toThrow(/twice/);
    expect(() => coverageOf([{ ...A, population: 1.5 }], [], TODAY)).toThrow(/no count/);
    expect(() => coverageOf([{ ...A, areaHectares: -1 }], [], TODAY)).toThrow(/hectares/);
    expect(() => coverageOf([A], [], "2026")).toThrow(RangeError);
    expect(() => coverageOf([A], [cpts("a", null), cpts("a", null)], TODAY)).toThrow(/given twice/);
    for (const share of [part(0, 2), part(3, 2), part(1, 0), part(0.5, 1), part(-1, -1)]) {
      expect(() => indexCpts([cpts("a", null, member(A.code, share))])).toThrow(/no share/);
    }
    expect(() => indexCpts([cpts("a", null, member(A.code, { from: "2026" }))])).toThrow(RangeError);
  });

  it("covers nothing of nothing, with rates of an empty base", () => {
    const empty = coverageOf([], [], TODAY);
    expect(empty.rates.population.signed).toEqual({ numerator: 0, denominator: 0 });
    expect(empty.blankCommunes).toEqual([]);
  });
});

describe("sumCoverage", () => {
  it("refuses nothing, and coverages of different days", () => {
    expect(() => sumCoverage([])).toThrow(RangeError);
    const days = ["2025-01-01", "2025-01-02"].map((day) => coverageOf(ALL, [], day));
    expect(() => sumCoverage(days)).toThrow(/2025-01-02/);
  });

  it("is cautious for the whole when a part is", () => {
    const index = indexCpts([cpts("a", signature)]);
    const parts = [coverageOf([A], index, TODAY, { listedCpts: ["a"] }), coverageOf([B], index, TODAY)];
    expect(parts.map(({ blank }) => blank.label)).toEqual(["hors_perimetre_connu", "zone_blanche"]);
    expect(sumCoverage(parts).blank).toEqual({
      label: "hors_perimetre_connu",
      communes: 2,
      population: 1500,
    });
  });
});

describe("rankByPopulation", () => {
  it("ranks by population then code, whatever the order, and leaves its input alone", () => {
    const items = [B, D, A, C];
    expect(rankByPopulation(items)).toEqual([A, B, C, D]);
    expect(items).toEqual([B, D, A, C]);
    expect(rankByPopulation([A, B, C, D])).toEqual([A, B, C, D]);
  });
});
