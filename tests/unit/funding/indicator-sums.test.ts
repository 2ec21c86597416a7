import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contractYear,
  envelope,
  indicatorSums,
  mismatches,
  scheduleById,
  type DatedIndicator,
  type VariableEnvelope,
} from "@/lib/funding";

const YEARS = [1, 2, 3, 4, 5];
const flat = (cents: number | null, from: VariableEnvelope["from"] = "schedule"): VariableEnvelope[] =>
  YEARS.map((year) => ({ mission: "prevention", year, cents, mark: cents === null ? null : "H", from }));
const worth = (
  amountCents: number,
  years: { readonly fromYear?: number; readonly toYear?: number | null } = {},
): DatedIndicator => ({
  mission: "prevention",
  fromYear: 1,
  toYear: null,
  steps: [
    { threshold: 50, amountCents: 1 },
    { threshold: 80, amountCents },
  ],
  ...years,
});

describe("indicators beside the envelope of their line", () => {
  it("sum their last steps, years that say the same together", () => {
    expect(indicatorSums([worth(1_000_000), worth(750_000)], flat(1_750_000))).toEqual([
      {
        mission: "prevention",
        fromYear: 1,
        toYear: 5,
        indicators: 2,
        sumCents: 1_750_000,
        envelope: { cents: 1_750_000, mark: "H", from: "schedule" },
        differenceCents: 0,
      },
    ]);
  });

  it("are told by the years in which the sum or the envelope changes; years of no indicator are left out", () => {
    const envelopes = flat(1_750_000).map((one) => (one.year === 5 ? { ...one, cents: 2_000_000 } : one));
    const sums = indicatorSums(
      [worth(1_750_000, { fromYear: 2 }), worth(1, { fromYear: 4, toYear: 4 })],
      envelopes,
    );
    expect(sums.map((one) => [one.fromYear, one.toYear, one.differenceCents])).toEqual([
      [2, 3, 0],
      [4, 4, 1],
      [5, 5, -250_000],
    ]);
    expect(mismatches(sums)).toHaveLength(2);
  });

  it("are no mismatch where the envelope is not known, which is said", () => {
    const sums = indicatorSums([worth(5)], flat(null, "no_size"));
    expect(sums).toMatchObject([{ differenceCents: null, envelope: { cents: null, from: "no_size" } }]);
    expect(mismatches(sums)).toEqual([]);
  });

  it("are accepted exactly where the engine takes them", () => {
    const schedule = scheduleById("aci-avenant-2");
    if (!schedule) throw new Error("this schedule is known");
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 3, 4 as const),
        fc.array(fc.constantFrom(250_000, 500_000, 750_000, 1_000_000), { minLength: 1, maxLength: 4 }),
        (tier, amounts) => {
          const line = schedule.grid[tier].find(
            (one) => one.line === "prevention" && one.part === "variable",
          );
          const indicators = amounts.map((cents) => worth(cents));
          const wrong = mismatches(indicatorSums(indicators, flat(line?.cents ?? null))).length > 0;
          const computed = envelope({
            population: null,
            sizeTier: tier,
            schedule,
            contractYear: contractYear("2025-01-01", 1),
            missions: [
              {
                mission: "prevention",
                startedOn: "2025-01-01",
                achievement: null,
                indicators: indicators.map(({ steps }) => ({
                  label: "x",
                  kind: "result",
                  unit: "%",
                  baseline: null,
                  direction: "rising",
                  steps,
                  value: 100,
                })),
              },
            ],
            crisisRecognised: false,
          });
          const due = computed.lines.find((one) => one.line === "prevention" && one.part === "variable");
          expect(due?.reason).toBe(wrong ? "indicators_mismatch" : "indicators");
        },
      ),
    );
  });
});
