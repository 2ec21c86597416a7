import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameData } from "@/lib/kernel/same-data";

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
};

describe("the same plain data", () => {
  it("is what comes back from a database, its keys in another order", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameData(shuffled(JSON.parse(JSON.stringify(value))), JSON.parse(JSON.stringify(value)))).toBe(
          true,
        );
      }),
    );
  });

  it("is told from any other", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [left, right] = [a, b].map((one) => JSON.parse(JSON.stringify(one)) as unknown);
        expect(sameData(left, right)).toBe(isDeepStrictEqual(left, right));
      }),
    );
  });

  it("counts a key without a value as none", () => {
    expect(sameData({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameData({ a: 1, b: undefined }, { a: 1, c: 2 })).toBe(false);
    expect(sameData({ a: undefined }, { b: 1 })).toBe(false);
    expect(sameData({ a: null }, {})).toBe(false);
    expect(sameData([], {})).toBe(false);
  });
});
