import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageHistory, coverageTotals, indexCpts } from "@/lib/coverage";
import { addDays, span } from "@/lib/kernel/date";
import { dayIn, LAST_DAY, START, world } from "./arbitraries";

const communes = [
  { code: "63001", population: 600, areaHectares: 10 },
  { code: "63002", population: 400, areaHectares: 20 },
];
const whole = { share: "whole", basis: "declared" } as const;

describe("coverageHistory", () => {
  it("gives a first step, then one on each day a figure changes", () => {
    const cpts = [
      {
        id: "a",
        events: [
          { kind: "letter_of_intent", when: span("2023-06-01") },
          { kind: "signature", when: span("2024-12-01", "2025-01-31") },
          { kind: "amendment", when: span("2025-06-01") },
        ] as const,
        memberships: [
          { commune: "63001", from: "2020-01-01", to: null, ...whole },
          { commune: "63002", from: "2025-07-01", to: "2025-09-01", ...whole },
        ],
      },
      { id: "nowhere", events: [{ kind: "signature", when: span("2025-08-01") }] as const, memberships: [] },
    ];
    const steps = coverageHistory(communes, cpts, "2023-01-01", "2026-01-01", { listedCpts: ["nowhere"] });
    const figures = steps.map(({ day, rates, signedCpts }) => [
      day,
      rates.signed.certain.numerator,
      rates.signed.possible.numerator,
      rates.signedOrUnderWay.certain.numerator,
      signedCpts.certain,
      signedCpts.possible,
    ]);
    expect(figures).toEqual([
      ["2023-01-01", 0, 0, 0, 0, 0],
      ["2023-06-01", 0, 0, 600, 0, 0],
      ["2024-12-01", 0, 600, 600, 0, 1],
      ["2025-01-31", 600, 600, 600, 1, 1],
      ["2025-07-01", 1000, 1000, 1000, 1, 1],
      ["2025-08-01", 1000, 1000, 1000, 2, 2],
      ["2025-09-01", 600, 600, 600, 2, 2],
    ]);
    expect(steps[0]?.rates.signed.certain.denominator).toBe(1000);
  });

  it("opens on its first day with what happened before, and includes its last day", () => {
    const cpts = [
      {
        id: "a",
        events: [{ kind: "signature", when: span("2020-01-01") }] as const,
        memberships: [{ commune: "63001", from: "2019-01-01", to: "2026-01-01", ...whole }],
      },
    ];
    const days = coverageHistory(communes, cpts, "2025-01-01", "2026-01-01").map(({ day, rates }) => [
      day,
      rates.signed.certain.numerator,
    ]);
    expect(days).toEqual([
      ["2025-01-01", 600],
      ["2026-01-01", 0],
    ]);
    expect(coverageHistory(communes, cpts, "2025-01-01", "2025-12-31")).toHaveLength(1);
    expect(coverageHistory(communes, cpts, "2025-01-01", "2025-01-01")).toHaveLength(1);
  });

  it("refuses a period that runs backwards, and what coverageOf refuses", () => {
    expect(() => coverageHistory(communes, [], "2025-01-02", "2025-01-01")).toThrow(RangeError);
    expect(() => coverageHistory(communes, [], "2025", "2026-01-01")).toThrow(RangeError);
    const twice = [...communes, ...communes];
    expect(() => coverageHistory(twice, [], "2025-01-01", "2025-01-01")).toThrow(/twice/);
  });

  it("agrees with the coverage of every day, and steps only when something changes", () => {
    fc.assert(
      fc.property(world, dayIn(20), dayIn(20), ({ communes, cpts, options }, from, length) => {
        const index = indexCpts(cpts);
        const to = length < from ? addDays(START, LAST_DAY) : length;
        const steps = coverageHistory(communes, index, from, to, options);
        let at = -1;
        for (let day = from; day <= to; day = addDays(day, 1)) {
          if (steps[at + 1]?.day === day) at += 1;
          const { ranges, population, signedCpts } = coverageTotals(communes, index, day, options);
          const of = (numerator: number) => ({ numerator, denominator: population.total });
          const { signed, signedOrUnderWay } = ranges.population;
          expect(steps[at]).toEqual({
            day: steps[at]?.day,
            rates: {
              signed: { certain: of(signed.min), possible: of(signed.max) },
              signedOrUnderWay: { certain: of(signedOrUnderWay.min), possible: of(signedOrUnderWay.max) },
            },
            signedCpts: { certain: signedCpts.min, possible: signedCpts.max },
          });
        }
        expect(at).toBe(steps.length - 1);
        steps.slice(1).forEach((step, i) => {
          const before = steps[i];
          expect({ ...step, day: "" }).not.toEqual({ ...before, day: "" });
        });
      }),
    );
  });
});
