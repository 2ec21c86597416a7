import { describe, expect, test } from "vitest";
import { weakest } from "@/lib/kernel/certainty";
import { rate, rateValue, sumRates } from "@/lib/kernel/rate";
import { err, ok } from "@/lib/kernel/result";
import fc from "fast-check";

describe("marks", () => {
  test("a sum is as certain as its least certain part", () => {
    expect(weakest([])).toBe("V");
    expect(weakest(["V", "V"])).toBe("V");
    expect(weakest(["V", "D"])).toBe("D");
    expect(weakest(["H", "V", "D"])).toBe("H");
  });
});

describe("rates", () => {
  test("the rate of a whole is recomputed from raw sums, never averaged", () => {
    const whole = sumRates([rate(1, 10), rate(90, 90)]);
    expect(whole).toEqual({ numerator: 91, denominator: 100 });
    expect(rateValue(whole)).toBe(0.91);
  });

  test("a rate of nothing is no zero", () => {
    expect(rateValue(rate(0, 0))).toBeNull();
    expect(rateValue(sumRates([]))).toBeNull();
    expect(rateValue(rate(0, 5))).toBe(0);
  });

  test.each([
    [Number.NaN, 1],
    [1, -1],
    [1, Number.POSITIVE_INFINITY],
  ])("%s / %s is no rate", (numerator, denominator) => {
    expect(() => rate(numerator, denominator)).toThrow(RangeError);
  });

  test("grouping parts in any way gives the same whole", () => {
    const parts = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)).map(([a, b]) => rate(a, a + b)));
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        expect(sumRates([sumRates(left), sumRates(right)])).toEqual(sumRates([...left, ...right]));
      }),
    );
  });
});

describe("results", () => {
  test("either a value or an error", () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(err("no")).toEqual({ ok: false, error: "no" });
  });
});
