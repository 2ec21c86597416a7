import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alphabetical, day, list, longDay, NBSP, when, whenInSentence } from "@/lib/format/fr";
import * as labels from "@/lib/format/labels";
import { addDays, monthSpan, span, yearSpan } from "@/lib/kernel/date";
import { MISSIONS, PARTNER_KINDS, PROFESSIONS } from "@/lib/record/cpts";
import { STAGES } from "@/lib/record/lifecycle";

const spaced = (text: string) => text.replaceAll(NBSP, " ");

describe("days", () => {
  it("are written day first", () => {
    expect(day("2020-02-19")).toBe("19/02/2020");
    expect(spaced(longDay("2020-02-19"))).toBe("19 février 2020");
    expect(spaced(longDay("2024-03-01"))).toBe("1er mars 2024");
  });

  it("read back as the day they show", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const value = addDays("1950-01-01", days);
        return day(value).split("/").reverse().join("-") === value;
      }),
    );
  });

  it("are refused when they do not exist", () => expect(() => day("2023-02-29")).toThrow(RangeError));
});

describe("spans never print a day that nobody published", () => {
  it.each([
    [span("2020-02-19"), "19/02/2020", "le 19/02/2020"],
    [monthSpan(2024, 12), "déc. 2024", "en décembre 2024"],
    [yearSpan(2020), "2020, jour inconnu", "en 2020"],
    [span("2024-12-01", "2025-01-31"), "déc. 2024 – janv. 2025", "entre décembre 2024 et janvier 2025"],
    [
      span("2024-12-05", "2025-01-31"),
      "entre le 05/12/2024 et le 31/01/2025",
      "entre le 05/12/2024 et le 31/01/2025",
    ],
  ])("%o", (value, short, sentence) => {
    expect(spaced(when(value))).toBe(short);
    expect(spaced(whenInSentence(value))).toBe(sentence);
  });

  it("shows a full date only for what is known to the day, or both bounds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 800 }), (from, length) => {
        const value = span(addDays("2016-01-01", from), addDays("2016-01-01", from + length));
        const dates = when(value).match(/\d{2}\/\d{2}\/\d{4}/g) ?? [];
        expect(dates).toHaveLength(length === 0 ? 1 : dates.length === 0 ? 0 : 2);
      }),
    );
  });
});

describe("lists", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a et b"],
    [["a", "b", "c"], "a, b et c"],
  ])("%j is « %s »", (items, text) => expect(list(items)).toBe(text));

  it("sort as a French reader looks things up", () => {
    const names = ["Yronde", "Échandelys", "L’Haÿ", "Ébreuil", "Ecoche", "CPTS 10", "CPTS 9", "Saint-Ours"];
    expect(names.sort(alphabetical)).toEqual([
      "CPTS 9",
      "CPTS 10",
      "Ébreuil",
      "Échandelys",
      "Ecoche",
      "L’Haÿ",
      "Saint-Ours",
      "Yronde",
    ]);
  });

  it("have one order, whatever order they came in", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        expect([...names].reverse().sort(alphabetical)).toEqual([...names].sort(alphabetical));
      }),
    );
  });
});

describe("the words for codes", () => {
  const all = Object.entries(labels).flatMap(([room, words]) =>
    Object.entries(words).flatMap(([code, label]) =>
      (typeof label === "string" ? [label] : Object.values(label as Record<string, string>)).map((text) => ({
        code: `${room}.${code}`,
        text,
      })),
    ),
  );

  it("leave no code of the record without one", () => {
    for (const stage of STAGES) expect(labels.STAGE[stage]).toBeTruthy();
    for (const mission of MISSIONS) expect(labels.MISSION[mission].long).toBeTruthy();
    for (const profession of PROFESSIONS) expect(labels.PROFESSION[profession]).toHaveLength(2);
    for (const partner of PARTNER_KINDS) expect(labels.PARTNER[partner]).toHaveLength(2);
  });

  it.each(all)("$code is written in French typography: $text", ({ text }) => {
    expect(text).not.toMatch(/['"]|\.\.\.| [:;?!»]|« /);
    expect(text).not.toMatch(/_/);
    expect(text.trim()).toBe(text);
  });

  it("keep the four absences and the three marks apart", () => {
    expect(new Set(Object.values(labels.ABSENCE)).size).toBe(3);
    expect(new Set(Object.values(labels.MARK).map(({ name }) => name)).size).toBe(3);
  });
});
