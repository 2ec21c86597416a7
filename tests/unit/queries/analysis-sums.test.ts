import fc from "fast-check";
import { expect, test } from "vitest";
import { LINES, SCHEDULES } from "@/lib/funding";
import { spreadOf } from "@/lib/queries/analysis/charts";
import type { Fact } from "@/lib/queries/analysis/facts";
import { codeOf, filterFacts, groupFacts, sumFacts } from "@/lib/queries/analysis/sums";
import { DIMENSIONS, type AnalysisFilters } from "@/lib/schemas/analysis-address";

const cents = fc.integer({ min: 0, max: 100_000_000 });
const known = fc.option(cents, { nil: null });
const mark = fc.constantFrom("V", "D", "H" as const);

const FACT: fc.Arbitrary<Fact> = fc.record({
  slug: fc.constantFrom("a", "b", "c"),
  department: fc.constantFrom("63", "26", null),
  region: fc.constantFrom("84", "94", null),
  tier: fc.constantFrom(1, 2, null),
  schedule: fc.constantFrom(...SCHEDULES.map(({ id }) => id), null),
  contractNo: fc.constantFrom(1, 2),
  year: fc.integer({ min: 1, max: 5 }),
  exercice: fc.integer({ min: 2020, max: 2024 }),
  line: fc.constantFrom(...LINES),
  contractedCents: known,
  contractedMark: mark,
  dueCents: cents,
  dueIsMinimum: fc.boolean(),
  dueMark: mark,
  toConfirmCents: cents,
  paidCents: known,
  spentCents: known,
  spentIsMinimum: fc.boolean(),
  budgetCents: known,
  earnedCents: cents,
  earnableCents: cents,
});
const FACTS = fc.array(FACT, { maxLength: 40 });
const NONE: AnalysisFilters = {
  region: null,
  department: null,
  cpts: null,
  tier: null,
  schedule: null,
  year: null,
  exercice: null,
  line: null,
};

test("whatever it is grouped by, the total is the sum of the rows", () => {
  fc.assert(
    fc.property(
      FACTS,
      fc.constantFrom(...DIMENSIONS),
      fc.constantFrom(null, ...DIMENSIONS),
      (facts, by, then) => {
        const rows = groupFacts(facts, by, then).map(({ facts: own }) => sumFacts(own));
        const total = sumFacts(facts);
        for (const key of [
          "contractedCents",
          "dueCents",
          "toConfirmCents",
          "paidCents",
          "spentCents",
          "budgetCents",
        ] as const) {
          expect(rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)).toBe(total[key] ?? 0);
        }
        for (const key of ["contractedIsMinimum", "dueIsMinimum"] as const) {
          expect(rows.some((row) => row[key])).toBe(total[key]);
        }
        const base = (of: "consumption" | "achievement", part: "numerator" | "denominator") =>
          rows.reduce((sum, row) => sum + row[of][part], 0);
        expect(base("achievement", "numerator")).toBe(total.achievement.numerator);
        expect(base("consumption", "denominator")).toBe(total.consumption.denominator);
        expect(rows.every(({ dueMark }) => dueMark !== "H") || total.dueMark === "H").toBe(true);
      },
    ),
  );
});

test("the values of a filter share the facts out: none twice, none lost but the unknown", () => {
  fc.assert(
    fc.property(FACTS, (facts) => {
      const codes = [...new Set(facts.map((fact) => codeOf(fact, "departement")))];
      const parts = codes.flatMap((department) =>
        department === null
          ? facts.filter((fact) => fact.department === null)
          : filterFacts(facts, { ...NONE, department }),
      );
      expect(new Set(parts)).toEqual(new Set(facts));
      expect(parts).toHaveLength(facts.length);
      expect(filterFacts(facts, NONE)).toEqual(facts);
    }),
  );
});

test("missions are the lines but running costs and what is not itemised, which are one group", () => {
  fc.assert(
    fc.property(FACT, (fact) => {
      const apart = fact.line === "fonctionnement" || fact.line === "non_ventile";
      expect(codeOf(fact, "mission")).toBe(apart ? "hors_mission" : fact.line);
    }),
  );
});

test("what nothing is known of is not zero, nor is a share of nothing", () => {
  const { dueCents, paidCents, spentCents, consumption } = sumFacts([]);
  expect([dueCents, paidCents, spentCents]).toEqual([0, null, null]);
  expect(consumption.denominator).toBe(0);
});

test("a distribution counts each CPTS once: all of it in the last tenth, more than all apart", () => {
  const one = (numerator: number, denominator: number) => ({
    consumption: { numerator, denominator },
    achievement: { numerator: 0, denominator: 0 },
  });
  const { rows, unknown } = spreadOf([one(0, 10), one(1, 10), one(10, 10), one(11, 10), one(0, 0)]);
  const found = rows.filter(({ consumption }) => consumption > 0).map(({ tenth }) => tenth);
  expect(found).toEqual([0, 1, 9, 10]);
  expect(unknown).toEqual({ consumption: 1, achievement: 5 });
});
