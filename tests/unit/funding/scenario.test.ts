import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  atNextTier,
  compareEnvelopes,
  dueShares,
  instalmentsOfContract,
  MISSIONS,
  paymentDays,
  paymentsOf,
  scenarioRequest,
  scenarioYear,
  SHARES,
  simulate,
  simulateContract,
  simulationInput,
  type Scenario,
} from "@/lib/funding";
import { addMonths } from "@/lib/kernel/date";

/** The contract of domain.md's tier 2, every mission at the signature, nothing missed. */
const FULL: Scenario = {
  population: 47_000,
  schedule: null,
  signedOn: "2024-10-14",
  missions: MISSIONS.slice(0, 4).map((mission) => ({
    mission,
    startedOn: "2024-10-14",
    achievementOf: () => 1,
  })),
  crisisYears: [],
};

const rates = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 5 });
const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    population: fc.integer({ min: 0, max: 300_000 }),
    schedule: fc.constantFrom(null, "aci-2019", "aci-avenant-2"),
    signedOn: fc.constantFrom("2019-09-01", "2020-02-29", "2021-12-31", "2024-10-14", "2027-01-01"),
    missions: fc.uniqueArray(
      fc.record({ mission: fc.constantFrom(...MISSIONS), after: fc.integer({ min: 0, max: 59 }), rates }),
      { selector: ({ mission }) => mission, minLength: 1, maxLength: 6 },
    ),
    crisisYears: fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
  })
  .map(({ missions, ...rest }) => ({
    ...rest,
    missions: missions.map(({ mission, after, rates: yearly }) => ({
      mission,
      startedOn: addMonths(rest.signedOn, after),
      achievementOf: (year: number) => (yearly[year - 1] ?? 0) / 10_000,
    })),
  }));
const years = [1, 2, 3, 4, 5];

describe("a contract simulated whole", () => {
  test("each year is what the API answers, to the cent", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const contract = simulateContract(scenario);
        for (const [i, year] of contract.years.entries()) {
          const answer = simulate(scenarioRequest(scenario, i + 1));
          expect(year.totals).toMatchObject(answer.totals);
          expect(year.sizeTier).toBe(answer.sizeTier);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("its calendar is the engine's, and pays exactly what is due", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { instalments, dueCents } = simulateContract(scenario);
        const bare = instalments.map(({ dueOn, line, kind, amountCents }) => ({
          dueOn,
          line,
          kind,
          amountCents,
        }));
        expect(bare).toEqual(
          instalmentsOfContract(years.map((year) => simulationInput(scenarioRequest(scenario, year)))),
        );
        const paid = (sums: readonly { readonly sum: { readonly cents: number } }[]) =>
          sums.reduce((total, { sum }) => total + sum.cents, 0);
        expect(paid(paymentsOf(instalments))).toBe(dueCents);
        expect(paid(paymentDays(instalments))).toBe(dueCents);
      }),
      { numRuns: 100 },
    );
  });

  test("shares sum to the due, and differences of lines to those of totals", () => {
    fc.assert(
      fc.property(scenarios, scenarios, fc.constantFrom(...years), (one, other, year) => {
        const [a, b] = [scenarioYear(one, year), scenarioYear(other, year)];
        const shares = dueShares(a);
        expect(SHARES.reduce((sum, share) => sum + shares[share].cents, 0)).toBe(a.totals.dueCents);
        const { lines, maximumCents, dueCents } = compareEnvelopes(a, b);
        expect(lines.reduce((sum, line) => sum + line.maximumCents, 0)).toBe(maximumCents);
        if (!a.totals.dueIsMinimum && !b.totals.dueIsMinimum) {
          expect(lines.reduce((sum, line) => sum + (line.dueCents ?? 0), 0)).toBe(dueCents);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("the published year without a crisis, and with one", () => {
    expect(scenarioYear(FULL, 2).totals.maximumCents).toBe(26_500_000);
    const crisis = scenarioYear({ ...FULL, crisisYears: [2] }, 2);
    expect(crisis.totals.maximumCents).toBe(31_750_000);
    expect(crisis.totals.dueCents).toBe(31_750_000);
    expect(simulateContract({ ...FULL, crisisYears: [2] }).years[2]?.totals.maximumCents).toBe(26_500_000);
  });

  test("a mission that a year's schedule does not have earns nothing that year, and is not unknown", () => {
    const early = simulateContract({
      ...FULL,
      signedOn: "2020-02-19",
      missions: FULL.missions.map((mission) => ({ ...mission, startedOn: "2020-02-19" })),
    });
    expect(early.years.map(({ schedule }) => schedule.id)).toEqual([
      "aci-2019",
      "aci-2019",
      "aci-2019",
      "aci-avenant-2",
      "aci-avenant-2",
    ]);
    expect(early.years.map(({ totals }) => totals.dueIsMinimum)).toEqual(years.map(() => false));
    const crisis = (year: number) =>
      early.years[year - 1]?.lines.filter(({ line }) => line === "crise_sanitaire");
    expect(crisis(3)).toEqual([]);
    expect(crisis(4)?.map(({ due }) => due)).toEqual([1_750_000, "sans_objet"]);
  });

  test("the tier above, and none above the last", () => {
    const next = atNextTier(FULL, 2);
    expect(next).toMatchObject({ tier: 3, from: 80_001, missing: 33_001 });
    // 75,000 + 90,000 + 35,000 + 2 × 45,000 + 2 × 17,500 + 22,500.
    expect(next?.after.totals.maximumCents).toBe(34_750_000);
    expect(next?.maximumCents).toBe(34_750_000 - 26_500_000);
    expect(atNextTier({ ...FULL, population: 200_000 }, 1)).toBeNull();
  });

  test("a scenario without a mission is refused: the API would read it as all of them", () => {
    expect(() => simulateContract({ ...FULL, missions: [] })).toThrow(RangeError);
  });
});
