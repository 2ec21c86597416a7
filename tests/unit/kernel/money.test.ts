import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, assertCents, euros, shareOf, sumCents } from "@/lib/kernel/money";

const cents = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });

describe("euros and sums", () => {
  test("whole euros and cents", () => {
    expect(euros(382_500)).toBe(38_250_000);
    expect(euros(0.29)).toBe(29);
    expect(euros(-1.1)).toBe(-110);
    expect(sumCents([1, 2, -3])).toBe(0);
    expect(sumCents([])).toBe(0);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("%s is no number of cents", (value) => {
    expect(() => assertCents(value)).toThrow(RangeError);
  });

  test("a sum beyond the safe integers is refused, not rounded", () => {
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});

describe("shareOf", () => {
  test.each([
    [100, 1, 3, 33],
    [200, 1, 3, 67],
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [5_000_000, 184, 365, 2_520_548],
    [7_000_000, 275, 365, 5_273_973],
    [0, 7, 9, 0],
  ])("%i × %i / %i = %i", (amount, numerator, denominator, expected) => {
    expect(shareOf(amount, numerator, denominator)).toBe(expected);
  });

  test.each([0, -1, 1.5])("denominator %s is refused", (denominator) => {
    expect(() => shareOf(1, 1, denominator)).toThrow(RangeError);
  });

  test("never more than half a cent away, and odd in its amount", () => {
    const fraction = fc.tuple(
      cents,
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 1, max: 10_000 }),
    );
    fc.assert(
      fc.property(fraction, ([amount, numerator, denominator]) => {
        const share = shareOf(amount, numerator, denominator);
        const gap = BigInt(share) * BigInt(denominator) - BigInt(amount) * BigInt(numerator);
        expect(2n * (gap < 0n ? -gap : gap) <= BigInt(denominator)).toBe(true);
        expect(shareOf(-amount, numerator, denominator) + share).toBe(0);
      }),
    );
  });

  test("exact where a float product would not be", () => {
    expect(shareOf(9_007_199_254_740_991, 3, 3)).toBe(9_007_199_254_740_991);
  });
});

describe("allocate", () => {
  test("left-over cents go to the largest weights, first come first served", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(101, [1, 2, 2])).toEqual([20, 41, 40]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(0, [1, 2])).toEqual([0, 0]);
  });

  test("refuses what cannot be split", () => {
    expect(() => allocate(1, [])).toThrow(RangeError);
    expect(() => allocate(1, [0, 0])).toThrow(RangeError);
    expect(() => allocate(1, [-1, 2])).toThrow(RangeError);
    expect(() => allocate(1, [0.5])).toThrow(RangeError);
    expect(() => allocate(0.5, [1])).toThrow(RangeError);
  });

  test("the parts sum to the whole, each within a cent of its exact share", () => {
    fc.assert(
      fc.property(cents, weights, (total, shares) => {
        fc.pre(shares.some((weight) => weight > 0));
        const parts = allocate(total, shares);
        const sum = shares.reduce((a, b) => a + b, 0);
        expect(sumCents(parts)).toBe(total);
        parts.forEach((part, i) => {
          const gap = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(shares[i] ?? 0);
          expect((gap < 0n ? -gap : gap) <= BigInt(sum)).toBe(true);
        });
      }),
    );
  });

  test("a weight of zero receives nothing", () => {
    fc.assert(
      fc.property(cents, weights, (total, shares) => {
        fc.pre(shares.some((weight) => weight > 0));
        expect(allocate(total, [...shares, 0]).at(-1)).toBe(0);
      }),
    );
  });
});
