import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { variableOutcomes, type VariableCase } from "@/lib/funding";
import { resultsInput, settledAmounts } from "@/lib/queries/money/results-input";
import { measuresOf, resultsUnder } from "@/lib/queries/results-year";
import { stateOf, totalOf } from "@/lib/queries/results";
import type { IndicatorTerms, YearResults } from "@/lib/record/money";
import { resultsForm, resultsInForm } from "@/lib/schemas/results";

const TERMS: IndicatorTerms = {
  label: "Patients vaccinés",
  kind: "result",
  unit: "%",
  baseline: 40,
  direction: "rising",
  steps: [
    { threshold: 50, amountCents: 200_000 },
    { threshold: 62.5, amountCents: 1_000_000 },
  ],
};
const NONE = { documentId: null, link: null, comment: null };
const RESULTS: YearResults = {
  crisisRecognised: false,
  comment: null,
  missions: [
    {
      mission: "prevention",
      achievement: null,
      ...NONE,
      indicators: [{ terms: TERMS, value: 62.5, ...NONE }],
    },
    { mission: "parcours", achievement: 0.6667, ...NONE, indicators: [], envelopeCents: 2_500_000 },
  ],
};
const CASE: VariableCase = {
  schedule: "aci-avenant-2",
  sizeTier: 1,
  contractYear: { index: 1, start: "2024-01-01", end: "2024-12-31" },
  termMonths: 60,
  renewed: false,
  endedOn: null,
  contractAmounts: [],
  missions: [
    { mission: "prevention", startedOn: null, endedOn: null },
    { mission: "parcours", startedOn: "2024-01-01", endedOn: null },
    { mission: "crise_sanitaire", startedOn: null, endedOn: null },
  ],
};

describe("what the engine takes of a year's results", () => {
  const unknown = { achievement: null, indicators: [{ ...TERMS, value: null }] };

  it("is the contract's indicators without values, as long as the year is not settled", () => {
    expect(resultsInput(null, [TERMS], "prevention")).toEqual(unknown);
    for (const status of ["open", "proposed"] as const) {
      expect(resultsInput({ status, results: RESULTS }, [TERMS], "prevention")).toEqual(unknown);
    }
    expect(resultsInput(null, [], "parcours")).toEqual({ achievement: null, indicators: [] });
  });

  it("is what was settled, with its own terms, whatever the contract has now", () => {
    const settled = { status: "settled" as const, results: RESULTS };
    const other = { ...TERMS, steps: [{ threshold: 1, amountCents: 1 }] };
    expect(resultsInput(settled, [other], "prevention")).toEqual({
      achievement: null,
      indicators: [{ ...TERMS, value: 62.5 }],
    });
    expect(resultsInput(settled, [other], "parcours")).toEqual({ achievement: 0.6667, indicators: [] });
    expect(resultsInput(settled, [other], "qualite")).toEqual({ achievement: null, indicators: [] });
  });

  it("keeps the envelopes that were settled, over those that the annex has now", () => {
    const annex = {
      line: "parcours",
      part: "variable",
      amountCents: 1,
      mark: "V",
      source: "Annexe",
    } as const;
    const settled = { status: "settled" as const, results: RESULTS };
    expect(settledAmounts(settled, [annex])).toMatchObject([
      { line: "parcours", amountCents: 2_500_000, mark: "H" },
    ]);
    expect(settledAmounts({ status: "open", results: RESULTS }, [annex])).toEqual([annex]);
  });
});

describe("what results earn", () => {
  it("is computed mission by mission, and what lacks is said", () => {
    const outcomes = variableOutcomes(CASE, measuresOf(RESULTS), null);
    expect(outcomes.map(({ mission, due, reason }) => [mission, due, reason])).toEqual([
      ["prevention", 1_000_000, "indicators"],
      ["parcours", 1_666_750, "achieved"],
      ["crise_sanitaire", "non_communique", "crisis_unknown"],
    ]);
    expect(totalOf(outcomes)).toMatchObject({ dueCents: 2_666_750, mark: "H", isPartial: true });
    const [, , none] = variableOutcomes(CASE, measuresOf(RESULTS), false);
    expect(none).toMatchObject({ due: "sans_objet" });
  });

  it("is to be confirmed without a size, save where the annex states the amount; steps are read all the same", () => {
    const contractAmounts = [
      { line: "parcours", part: "variable", amountCents: 100_000, mark: "V", source: "Annexe" },
    ] as const;
    const outcomes = variableOutcomes(
      { ...CASE, sizeTier: null, contractAmounts },
      measuresOf(RESULTS),
      false,
    );
    expect(outcomes).toMatchObject([
      { due: "a_confirmer", reason: "envelope_unknown", indicators: [{ earnedCents: 1_000_000 }] },
      { due: 66_670, amountCents: 100_000 },
      { due: "sans_objet" },
    ]);
  });

  it("never is above the envelope, whatever is typed", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(100), (value, percent) => {
        const missions = RESULTS.missions.map((one) => ({
          ...one,
          achievement: one.achievement === null ? null : percent / 100,
          indicators: one.indicators.map((indicator) => ({ ...indicator, value })),
        }));
        for (const { due, amountCents } of variableOutcomes(
          CASE,
          measuresOf({ ...RESULTS, missions }),
          false,
        )) {
          if (typeof due === "number") expect(due).toBeLessThanOrEqual(amountCents ?? 0);
        }
      }),
    );
  });
});

describe("results under the indicators of the day", () => {
  it("keep the value of an indicator that stays, drop what left, wait for what came", () => {
    const now = [
      {
        mission: "prevention" as const,
        envelope: { cents: 1_000_000, mark: "H" as const, from: "schedule" as const },
        indicators: [
          { ...TERMS, label: "Nouveau" },
          { ...TERMS, unit: "patients" },
        ],
      },
    ];
    const [prevention, ...others] = resultsUnder(now, RESULTS).missions;
    expect(others).toEqual([]);
    expect(prevention?.indicators.map(({ terms, value }) => [terms.label, terms.unit, value])).toEqual([
      ["Nouveau", "%", null],
      ["Patients vaccinés", "patients", 62.5],
    ]);
  });
});

describe("where a year stands", () => {
  it("goes from to come to settled", () => {
    const at = (hasBegun: boolean, isOver: boolean, status?: "open" | "proposed" | "settled") =>
      stateOf({ hasBegun, isOver }, status ? { status } : null);
    expect([at(false, false), at(true, false), at(true, true), at(true, true, "open")]).toEqual([
      "to_come",
      "under_way",
      "to_propose",
      "to_propose",
    ]);
    expect([at(true, true, "proposed"), at(true, true, "settled")]).toEqual(["proposed", "settled"]);
  });
});

describe("the form of results", () => {
  const form = (fields: Readonly<Record<string, string>>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return resultsForm.safeParse(resultsInForm(data));
  };

  it("reads rates in percent and values as the French type them; nothing is not zero", () => {
    const read = form({
      missions: "parcours:0",
      "rate-parcours": "66,67 %",
      "link-parcours": "https://exemple.fr/a",
      crisis: "no",
    });
    expect(read.data).toMatchObject({
      crisisRecognised: false,
      missions: [
        { mission: "parcours", achievement: 0.6667, link: "https://exemple.fr/a", documentId: null },
      ],
    });
    const values = form({ missions: "prevention:2", "value-prevention-0": "82,5", "value-prevention-1": "" });
    expect(values.data?.missions[0]?.indicators.map(({ value }) => value)).toEqual([82.5, null]);
    expect(form({ missions: "parcours:0", "rate-parcours": "0" }).data?.missions[0]?.achievement).toBe(0);
  });

  it("refuses a rate beyond 100, a link that is no web address, an unknown mission", () => {
    expect(form({ missions: "parcours:0", "rate-parcours": "100,1" }).success).toBe(false);
    expect(form({ missions: "parcours:0", "rate-parcours": "-1" }).success).toBe(false);
    for (const link of ["javascript:alert(1)", "ftp://exemple.fr", "exemple", "https://"]) {
      expect(form({ missions: "parcours:0", "link-parcours": link }).success).toBe(false);
    }
    expect(form({ missions: "fonctionnement:0" }).success).toBe(false);
  });
});
