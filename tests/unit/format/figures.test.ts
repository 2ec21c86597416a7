import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  area,
  count,
  decimal,
  difference,
  integer,
  millions,
  money,
  moneyDifference,
  NARROW,
  NBSP,
  percent,
  plural,
  publishedRate,
  qualified,
} from "@/lib/format/fr";
import { rate } from "@/lib/kernel/rate";

/** Expected strings are written with plain spaces where the product prints either no-break space. */
const spaced = (text: string | null) => text?.replaceAll(NARROW, " ").replaceAll(NBSP, " ");
const read = (text: string) =>
  Number(
    text
      .replaceAll(NARROW, "")
      .replace("−", "-")
      .replace("+", "")
      .replace(",", ".")
      .replace(/[^\d.-]/g, ""),
  );

describe("whole numbers", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1 000"],
    [664453, "664 453"],
    [68350798, "68 350 798"],
    [-6085, "−6 085"],
  ])("%d is %s", (value, text) => expect(spaced(integer(value))).toBe(text));

  it("groups thousands by a narrow no-break space, so that a figure never breaks at a line's end", () => {
    expect(integer(1234567)).toBe(`1${NARROW}234${NARROW}567`);
  });

  it.each([1.5, NaN, Infinity, 2 ** 60])("refuses %d, which is no whole number", (value) =>
    expect(() => integer(value)).toThrow(RangeError),
  );

  it("reads back as the number it shows", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => read(integer(value)) === value || value === 0));
  });

  it("always signs a difference, except none", () => {
    expect([2, 0, -2].map(difference)).toEqual(["+2", "0", "−2"]);
    expect(spaced(difference(-6085))).toBe("−6 085");
  });
});

describe("money", () => {
  it.each([
    [28_750_000, "287 500 €"],
    [123_456, "1 234,56 €"],
    [123_405, "1 234,05 €"],
    [123_450, "1 234,50 €"],
    [0, "0 €"],
    [7, "0,07 €"],
    [-3_500_000, "−35 000 €"],
    [-5, "−0,05 €"],
  ])("%d cents are %s", (cents, text) => expect(spaced(money(cents))).toBe(text));

  it("holds the euro sign to its amount", () => expect(money(100)).toBe(`1${NBSP}€`));

  it("loses no cent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        (cents) => Math.round(read(money(cents)) * 100) === cents,
      ),
    );
  });

  it("signs what is more", () => {
    expect([150_000, -3_500_000, 0].map((cents) => spaced(moneyDifference(cents)))).toEqual([
      "+1 500 €",
      "−35 000 €",
      "0 €",
    ]);
  });

  it("says millions as press releases do", () => {
    expect(spaced(millions(12_100_000_000))).toBe("121 M€");
    expect(spaced(millions(10_580_000_000))).toBe("105,8 M€");
  });
});

describe("rates", () => {
  it.each([
    [444708, 664453, "66,9 %"],
    [0, 10, "0 %"],
    [10, 10, "100 %"],
    [1, 2, "50,0 %"],
    [1, 1_000_000, "moins de 0,1 %"],
    [999_999, 1_000_000, "plus de 99,9 %"],
    [9995, 10_000, "plus de 99,9 %"],
    [9994, 10_000, "99,9 %"],
    [5, 10_000, "0,1 %"],
    [4, 10_000, "moins de 0,1 %"],
  ])("%d of %d is %s", (part, whole, text) => expect(spaced(percent(rate(part, whole)))).toBe(text));

  it("keeps the decimals asked for", () => {
    expect(spaced(percent(rate(2, 3), 0))).toBe("67 %");
    expect(spaced(percent(rate(2, 3), 2))).toBe("66,67 %");
    expect(spaced(percent(rate(999, 1000), 0))).toBe("plus de 99 %");
    expect(spaced(percent(rate(1, 1000), 0))).toBe("moins de 1 %");
  });

  it("has nothing to say of an empty base", () => expect(percent(rate(0, 0))).toBeNull());

  it("says 0 % of none and 100 % of all only, and is never a decimal's half away from the truth", () => {
    const parts = fc
      .integer({ min: 1, max: 10_000_000 })
      .chain((whole) =>
        fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole), fc.integer({ min: 0, max: 3 })),
      );
    fc.assert(
      fc.property(parts, ([part, whole, digits]) => {
        const text = spaced(percent(rate(part, whole), digits)) ?? "";
        expect(text === "0 %").toBe(part === 0);
        expect(text === "100 %").toBe(part === whole);
        if (/^(plus|moins) de /.test(text)) return;
        expect(Math.abs(read(text) - (part / whole) * 100)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
      }),
    );
  });

  it("shows a published rate with the decimals that were published", () => {
    expect([9980, 9600, 5120, 7893].map((value) => spaced(publishedRate(value)))).toEqual([
      "99,8 %",
      "96 %",
      "51,2 %",
      "78,93 %",
    ]);
  });
});

describe("other figures", () => {
  it("writes decimals with a comma and no idle zero", () => {
    expect([decimal(5.4, 1), decimal(5, 1), decimal(-0.04, 1), spaced(decimal(1234.5, 2))]).toEqual([
      "5,4",
      "5",
      "0",
      "1 234,5",
    ]);
  });

  it("measures land in square kilometres, small land to the tenth", () => {
    expect([area(123_400), area(980), area(0)].map(spaced)).toEqual(["1 234 km²", "9,8 km²", "0 km²"]);
  });

  it("counts as French does: zero and one are singular", () => {
    expect([0, 1, 2, 1234].map((n) => spaced(count(n, "commune")))).toEqual([
      "0 commune",
      "1 commune",
      "2 communes",
      "1 234 communes",
    ]);
    expect(count(3, "mois")).toBe(`3${NBSP}mois`);
    expect(count(12, "CPTS")).toBe(`12${NBSP}CPTS`);
    expect(plural(1.5, "habitant")).toBe("habitant");
  });

  it("never turns « près de » into an exact figure", () => {
    const said = (["exact", "about", "more_than", "less_than", "up_to", "at_least"] as const).map(
      (qualifier) => spaced(qualified(qualifier, integer(47000))),
    );
    expect(said).toEqual([
      "47 000",
      "près de 47 000",
      "plus de 47 000",
      "moins de 47 000",
      "jusqu’à 47 000",
      "au moins 47 000",
    ]);
  });
});
