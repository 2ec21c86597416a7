import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calendar,
  carryOver,
  contractYears,
  envelope,
  type EnvelopeInput,
  LINES,
  type LineCode,
  matchPayments,
  type MeasuredIndicator,
  paidByYear,
  type Payment,
  type Schedule,
  termOf,
} from "@/lib/funding";
import { addDays, span } from "@/lib/kernel/date";
import { ACI_2019, AVENANT_2 } from "./a-case";

const SIGNED = "2023-02-19";
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const dayAround = fc.integer({ min: -200, max: 2_100 }).map((n) => addDays(SIGNED, n));

/** Indicators whose maxima sum to `envelopeCents`, some values perhaps not known. */
function indicatorsOf(envelopeCents: number): fc.Arbitrary<MeasuredIndicator[]> {
  return fc
    .array(
      fc.record({
        weight: fc.integer({ min: 1, max: 9 }),
        half: fc.boolean(),
        direction: fc.constantFrom("rising", "falling"),
        value: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null, freq: 8 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) => {
      const weights = sum(list.map(({ weight }) => weight));
      let left = envelopeCents;
      return list.map(({ weight, half, direction, value }, i): MeasuredIndicator => {
        const whole = i === list.length - 1 ? left : Math.floor((envelopeCents * weight) / weights);
        left -= whole;
        const hard = direction === "rising" ? 80 : 20;
        const steps = [{ threshold: hard, amountCents: whole }];
        if (half) steps.unshift({ threshold: 50, amountCents: Math.floor(whole / 2) });
        return { label: `I${i}`, kind: "result", unit: "%", baseline: null, direction, steps, value };
      });
    });
}

/** A contract of five years, the last perhaps cut by its term: missions started some day, an end perhaps, indicators on accès aux soins perhaps. */
const anyContract: fc.Arbitrary<EnvelopeInput[]> = fc
  .record({
    schedule: fc.constantFrom<Schedule>(ACI_2019, AVENANT_2),
    tier: fc.constantFrom(1, 2, 3, 4),
    starts: fc.tuple(dayAround, dayAround, dayAround),
    missionEnd: fc.option(dayAround, { nil: null, freq: 3 }),
    end: fc.option(dayAround, { nil: null, freq: 2 }),
    termMonths: fc.oneof(fc.constant(60), fc.integer({ min: 49, max: 59 })),
    rates: fc.array(fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null, freq: 6 }), {
      minLength: 10,
      maxLength: 10,
    }),
  })
  .chain(({ schedule, tier, starts, missionEnd, end, termMonths, rates }) => {
    const grid = schedule.grid[tier as 1];
    const variable = grid.find(({ line, part }) => line === "acces_soins" && part === "variable");
    return fc.tuple(...[1, 2, 3, 4, 5].map(() => indicatorsOf(variable?.cents ?? 0))).map((indicators) =>
      [1, 2, 3, 4, 5].map((year): EnvelopeInput => ({
        population: null,
        sizeTier: tier as 1,
        schedule,
        contractYear: contractYears(SIGNED, termMonths)[year - 1]!,
        termMonths,
        missions: [
          {
            mission: "acces_soins",
            startedOn: starts[0],
            achievement: null,
            indicators: indicators[year - 1] ?? [],
          },
          {
            mission: "parcours",
            startedOn: starts[1],
            endedOn: missionEnd,
            achievement: rate(rates[year - 1]),
          },
          { mission: "prevention", startedOn: starts[2], achievement: rate(rates[year + 4]) },
        ],
        crisisRecognised: false,
        endedOn: end,
      })),
    );
  });

const rate = (value: number | null | undefined) => (value == null ? null : value / 10_000);

const anyPayments: fc.Arbitrary<Payment[]> = fc.array(
  fc.record({
    paidOn: dayAround,
    line: fc.constantFrom<LineCode | null>(
      "fonctionnement",
      "acces_soins",
      "parcours",
      "prevention",
      "qualite",
      null,
    ),
    year: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    amountCents: fc.oneof(
      fc.integer({ min: 1, max: 9_000_000 }),
      fc.integer({ min: -3_000_000, max: -1 }),
      fc.constantFrom(4_500_000, 5_000_000, 1_500_000),
    ),
  }),
  { maxLength: 40 },
);

describe("for any contract", () => {
  test("the calendar’s known amounts sum to what each year is due, advances and repayments included", () => {
    fc.assert(
      fc.property(anyContract, (years) => {
        const entries = calendar(years);
        for (const input of years) {
          const { lines, totals } = envelope(input);
          const own = entries.filter(({ year }) => year === input.contractYear.index);
          const known = own.flatMap(({ amount }) => (typeof amount === "number" ? [amount] : []));
          expect(sum(known)).toBe(totals.dueCents);
          const waiting = lines.filter(({ due }) => due === "non_communique" || due === "a_confirmer");
          expect(own.filter(({ amount }) => typeof amount !== "number")).toHaveLength(
            waiting.filter(({ maximumCents }) => maximumCents > 0).length,
          );
        }
        expect(entries.every(({ kind, amount }) => (amount as number) < 0 === (kind === "repayment"))).toBe(
          true,
        );
        expect(entries.every(({ amount }) => amount !== 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("nothing falls due after the end of the contract, and a longer contract never earns less", () => {
    fc.assert(
      fc.property(anyContract, (years) => {
        const term = termOf(span(SIGNED), years[0]?.termMonths).earliest;
        const ended = years[0]?.endedOn ?? term;
        const end = ended < term ? ended : term;
        expect(calendar(years).every(({ dueOn }) => dueOn <= end || dueOn === SIGNED)).toBe(true);
        for (const input of years) {
          const longer = envelope({ ...input, endedOn: null }).totals;
          expect(envelope(input).totals.dueCents).toBeLessThanOrEqual(longer.dueCents);
          const whole = { ...input, contractYear: contractYears(SIGNED)[input.contractYear.index - 1]! };
          expect(envelope(input).totals.dueCents).toBeLessThanOrEqual(envelope(whole).totals.dueCents);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("an indicator’s variable share is the sum of its steps, never above the envelope", () => {
    fc.assert(
      fc.property(anyContract, (years) => {
        for (const input of years) {
          const line = envelope(input).lines.find(
            (one) => one.line === "acces_soins" && one.part === "variable",
          );
          if (!line || !line.indicators || typeof line.due !== "number" || line.reason !== "indicators")
            continue;
          expect(sum(line.indicators.map(({ earnedCents }) => earnedCents ?? 0))).toBe(line.due);
          expect(line.due).toBeLessThanOrEqual(line.maximumCents);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("due, paid and surplus always reconcile", () => {
    fc.assert(
      fc.property(anyContract, anyPayments, dayAround, (years, payments, asOf) => {
        const matching = matchPayments(calendar(years), payments, asOf);
        const taken = payments.filter(({ paidOn }) => paidOn <= asOf);
        const matched = sum(matching.dues.map(({ paidCents }) => paidCents));
        const over = sum(matching.over.map(({ surplusCents }) => surplusCents));
        const unmatched = sum(matching.unmatched.map(({ amountCents }) => amountCents));
        expect(matched + over + unmatched).toBe(sum(taken.map(({ amountCents }) => amountCents)));
        for (const { amount, atMostCents, paidCents } of matching.dues) {
          const most = typeof amount === "number" ? amount : atMostCents;
          expect(most < 0 ? paidCents >= most && paidCents <= 0 : paidCents >= 0 && paidCents <= most).toBe(
            true,
          );
        }
        const byYear = paidByYear(matching, () => 1);
        for (const line of LINES) {
          const onLine = taken.filter((one) => one.line === line).map(({ amountCents }) => amountCents);
          expect(sum(byYear.filter((one) => one.line === line).map(({ paidCents }) => paidCents))).toBe(
            sum(onLine),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test("reordering payments changes nothing", () => {
    fc.assert(
      fc.property(
        anyContract,
        anyPayments.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        dayAround,
        (years, [payments, shuffled], asOf) => {
          const dues = calendar(years);
          const one = matchPayments(dues, payments, asOf);
          const other = matchPayments(dues, shuffled, asOf);
          expect(other.dues).toEqual(one.dues);
          expect(other.over).toEqual(one.over);
          expect(other.unmatched).toEqual(one.unmatched);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("what is carried over", () => {
  const anyYears = fc.array(
    fc.record({
      paidCents: fc.integer({ min: -1_000_000, max: 50_000_000 }),
      spentCents: fc.option(fc.integer({ min: 0, max: 50_000_000 }), { nil: null, freq: 5 }),
    }),
    { maxLength: 8 },
  );

  test("each year opens on what the one before closes on, and the last closes on all that was paid and not spent", () => {
    fc.assert(
      fc.property(anyYears, (list) => {
        const years = carryOver(list.map((one, i) => ({ ...one, year: i + 1 })).reverse());
        years.forEach(({ openingCents }, i) =>
          expect(openingCents).toBe(i === 0 ? 0 : years[i - 1]?.closingCents),
        );
        const unknown = list.findIndex(({ spentCents }) => spentCents === null);
        const known = unknown < 0 ? list : list.slice(0, unknown);
        const last = years[known.length - 1];
        if (last) {
          expect(last.closingCents).toBe(
            sum(known.map(({ paidCents }) => paidCents)) -
              sum(known.map(({ spentCents }) => spentCents ?? 0)),
          );
        }
        expect(years.slice(known.length).every(({ closingCents }) => closingCents === null)).toBe(true);
      }),
    );
  });

  test("a year given twice is refused", () => {
    const year = { year: 1, paidCents: 1, spentCents: 1 };
    expect(() => carryOver([year, year])).toThrow(RangeError);
  });
});
