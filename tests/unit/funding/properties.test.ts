import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  envelope,
  type EnvelopeInput,
  envelopeTotals,
  explainLine,
  instalments,
  totalMarks,
} from "@/lib/funding";
import { exactShare } from "@/lib/funding/arithmetic";
import { shareOf } from "@/lib/kernel/money";
import { anyInput } from "./a-case";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("for any input", () => {
  test("parts sum to the whole, in cents", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { lines, totals } = envelope(input);
        const { fixedCents, variableCents, notItemisedCents, maximumCents, dueCents } = totals;
        expect(fixedCents + variableCents + notItemisedCents).toBe(maximumCents);
        expect(sum(lines.map((line) => line.maximumCents))).toBe(maximumCents);
        expect(sum(lines.map(({ due }) => (typeof due === "number" ? due : 0)))).toBe(dueCents);
        expect(Object.values(totals).every((n) => typeof n === "boolean" || Number.isSafeInteger(n))).toBe(
          true,
        );
        const unsure = lines.filter(({ due, dueMark }) => typeof due === "number" && dueMark === "H");
        expect(sum(unsure.map(({ due }) => due as number))).toBe(totals.toConfirmCents);
      }),
      { numRuns: 500 },
    );
  });

  test("nothing is due above its maximum, nor below 0", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { lines, totals } = envelope(input);
        for (const { due, maximumCents } of lines) {
          if (typeof due === "number") expect(due >= 0 && due <= maximumCents).toBe(true);
        }
        expect(totals.dueCents).toBeLessThanOrEqual(totals.maximumCents);
        expect(totals.toConfirmCents).toBeLessThanOrEqual(totals.dueCents);
      }),
      { numRuns: 500 },
    );
  });

  test("instalments sum to what is due, and none is nothing", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const year = envelope(input);
        const list = instalments(year);
        expect(sum(list.map(({ amountCents }) => amountCents))).toBe(year.totals.dueCents);
        expect(list.every(({ amountCents }) => amountCents > 0)).toBe(true);
        expect(list.every(({ dueOn }) => dueOn >= input.contractYear.start)).toBe(true);
        expect(list.map(({ dueOn }) => dueOn)).toEqual(list.map(({ dueOn }) => dueOn).sort());
      }),
      { numRuns: 500 },
    );
  });

  test("the bare totals are the envelope’s", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        expect(envelopeTotals(input)).toEqual(envelope(input).totals);
      }),
      { numRuns: 500 },
    );
  });

  test("the order in which missions are named changes nothing", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        expect(envelopeTotals({ ...input, missions: [...input.missions].reverse() })).toEqual(
          envelopeTotals(input),
        );
      }),
    );
  });

  test("every line explains itself, and says what is missing exactly when its due is unknown", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const year = envelope(input);
        for (const line of year.lines) {
          const { formula, steps, article, missing } = explainLine(line, year);
          expect(formula).toMatch(/^(\S.*)[.]$/);
          expect(formula).not.toMatch(/undefined|NaN|null/);
          expect(steps.slice(0, 3).map(({ key }) => key)).toEqual(["population", "taille", "bareme"]);
          expect(article.source.length).toBeGreaterThan(5);
          expect(missing !== null).toBe(line.due === "non_communique" || line.due === "a_confirmer");
        }
        totalMarks(year);
      }),
    );
  });
});

describe("when everything is known", () => {
  test("nothing is a minimum, and every engaged line has a due or is without object", () => {
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const { lines, totals } = envelope(input);
        expect(totals.dueIsMinimum).toBe(false);
        expect(lines.every(({ due }) => typeof due === "number" || due === "sans_objet")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("more achievement, or an earlier start, never pays less", () => {
    const better = (input: EnvelopeInput, raise: number, place: number): EnvelopeInput => ({
      ...input,
      missions: input.missions.map((mission, i) =>
        i === place
          ? { ...mission, achievement: (mission.achievement ?? 0) + (1 - (mission.achievement ?? 0)) * raise }
          : mission,
      ),
    });
    const earlier = (input: EnvelopeInput, place: number): EnvelopeInput => ({
      ...input,
      missions: input.missions.map((mission, i) =>
        i === place ? { ...mission, startedOn: input.contractYear.start } : mission,
      ),
    });
    fc.assert(
      fc.property(
        anyInput(true),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(5),
        (input, raise, place) => {
          const due = envelopeTotals(input).dueCents;
          expect(envelopeTotals(better(input, raise, place)).dueCents).toBeGreaterThanOrEqual(due);
          const started = input.missions[place]?.startedOn;
          if (started && started > input.contractYear.start) {
            expect(envelopeTotals(earlier(input, place)).dueCents).toBeGreaterThanOrEqual(due);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a full year, fully achieved, is due its maximum", () => {
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const missions = input.missions.map(({ mission }) => ({
          mission,
          startedOn: input.contractYear.start,
          achievement: 1,
        }));
        const { dueCents, maximumCents } = envelopeTotals({ ...input, missions });
        expect(dueCents).toBe(maximumCents);
      }),
    );
  });

  test("naming one more mission never lowers the maximum nor the due", () => {
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const fewer = envelopeTotals({
          ...input,
          missions: input.missions.slice(0, -1),
          contractAmounts: [],
        });
        const all = envelopeTotals({ ...input, contractAmounts: [] });
        expect(all.maximumCents).toBeGreaterThanOrEqual(fewer.maximumCents);
        expect(all.dueCents).toBeGreaterThanOrEqual(fewer.dueCents);
      }),
    );
  });
});

test("the fast share is the kernel’s, to the cent, up to its last safe product", () => {
  const amount = fc.oneof(fc.nat(100_000_000), fc.integer({ min: 0, max: 2 ** 52 }));
  const small = fc.integer({ min: 1, max: 1_000 });
  const large = fc.integer({ min: 1, max: 100_000_000 });
  fc.assert(
    fc.property(amount, fc.oneof(small, large), fc.oneof(small, large), (cents, a, b) => {
      const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)];
      expect(exactShare(cents, numerator, denominator)).toBe(shareOf(cents, numerator, denominator));
    }),
    { numRuns: 5_000 },
  );
  expect(() => exactShare(1, 1, 0)).toThrow(RangeError);
});
