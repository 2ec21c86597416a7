import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anniversaryAfter,
  contractYear,
  contractYearAt,
  contractYears,
  contractYearSpans,
  isPastTerm,
  missionDeadlines,
  MISSIONS,
  scheduleById,
  termOf,
} from "@/lib/funding";
import { addDays, daysBetween, monthSpan, span, yearSpan } from "@/lib/kernel/date";

const day = fc.integer({ min: 0, max: 9_000 }).map((n) => addDays("2019-08-25", n));

describe("contract years", () => {
  test("run from anniversary to anniversary for five years", () => {
    expect(contractYears("2020-02-19").map(({ index, start, end }) => `${index} ${start} ${end}`)).toEqual([
      "1 2020-02-19 2021-02-18",
      "2 2021-02-19 2022-02-18",
      "3 2022-02-19 2023-02-18",
      "4 2023-02-19 2024-02-18",
      "5 2024-02-19 2025-02-18",
    ]);
    expect(contractYears("2020-02-19", 24)).toHaveLength(2);
  });

  test("signed on 29 February", () => {
    expect(contractYears("2024-02-29").map(({ start, end }) => `${start} ${end}`)).toEqual([
      "2024-02-29 2025-02-27",
      "2025-02-28 2026-02-27",
      "2026-02-28 2027-02-27",
      "2027-02-28 2028-02-28",
      "2028-02-29 2029-02-27",
    ]);
  });

  test.each([0, -1, 1.5])("no year %s", (index) => {
    expect(() => contractYear("2024-01-01", index)).toThrow(RangeError);
  });

  test.each([0, -12, 12.5, Number.NaN])("no term of %s months", (months) => {
    expect(() => contractYears("2024-01-01", months)).toThrow(RangeError);
  });

  test("the last one ends at a term that is no whole number of years, and whole years follow it if asked", () => {
    expect(contractYears("2024-07-01", 30).map(({ start, end }) => `${start} ${end}`)).toEqual([
      "2024-07-01 2025-06-30",
      "2025-07-01 2026-06-30",
      "2026-07-01 2026-12-31",
    ]);
    const spans = contractYearSpans(yearSpan(2020), 18, 3);
    expect(spans.map(({ end }) => end.earliest)).toEqual(["2020-12-31", "2021-06-30", "2022-12-31"]);
    expect([2, 3].map((index) => isPastTerm(index, 18))).toEqual([false, true]);
    expect(termOf(span("2024-02-29"), 18)).toEqual(span("2025-08-29"));
    expect(contractYears("2024-02-29", 18).at(-1)?.end).toBe("2025-08-28");
  });

  test("follow each other without gap, whatever the signature", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 240 }), (signedOn, termMonths) => {
        const years = contractYears(signedOn, termMonths);
        expect(years).toHaveLength(Math.ceil(termMonths / 12));
        years.forEach((year, i) => {
          const isWhole = i + 1 <= termMonths / 12;
          expect([365, 366].includes(daysBetween(year.start, year.end) + 1)).toBe(isWhole);
          expect(anniversaryAfter(year)).toBe(
            years[i + 1]?.start ?? termOf(span(signedOn), termMonths).earliest,
          );
        });
      }),
    );
  });

  test("a day falls in exactly one year", () => {
    expect(contractYearAt("2020-02-19", "2020-02-18")).toBeNull();
    expect(contractYearAt("2020-02-19", "2020-02-19")?.index).toBe(1);
    expect(contractYearAt("2020-02-19", "2025-02-18")?.index).toBe(5);
    expect(contractYearAt("2020-02-19", "2025-02-19")?.index).toBe(6);
    fc.assert(
      fc.property(day, fc.nat(6_000), (signedOn, later) => {
        const asOf = addDays(signedOn, later);
        const year = contractYearAt(signedOn, asOf);
        expect(year && year.start <= asOf && asOf <= year.end).toBe(true);
      }),
    );
  });

  test("the term is the first day no longer under the contract", () => {
    expect(termOf(span("2020-02-19"))).toEqual(span("2025-02-19"));
    expect(termOf(yearSpan(2020))).toEqual(yearSpan(2025));
    expect([1, 5, 6, 7].map((index) => isPastTerm(index))).toEqual([false, false, true, true]);
    expect(isPastTerm(6, 120)).toBe(false);
  });

  test("an uncertain signature makes uncertain bounds", () => {
    const [first, second] = contractYearSpans(yearSpan(2020));
    expect(first).toEqual({ index: 1, start: yearSpan(2020), end: span("2020-12-31", "2021-12-30") });
    expect(second?.start).toEqual(yearSpan(2021));
    expect(contractYearSpans(monthSpan(2024, 2))[1]?.start).toEqual(monthSpan(2025, 2));
    expect(contractYearSpans(span("2024-12-01", "2025-01-31"))).toHaveLength(5);
  });

  test("on a known day, spans and days agree", () => {
    fc.assert(
      fc.property(day, (signedOn) => {
        expect(contractYearSpans(span(signedOn))).toEqual(
          contractYears(signedOn).map(({ index, start, end }) => ({
            index,
            start: span(start),
            end: span(end),
          })),
        );
      }),
    );
  });
});

describe("mission deadlines", () => {
  const months = (mission: (typeof MISSIONS)[number], signature = span("2020-02-19")) => {
    const found = missionDeadlines(mission, signature);
    return found.kind === "dated" ? [found.startBefore.latest, found.deployedBefore.latest] : found.kind;
  };

  test("from the signature", () => {
    expect(MISSIONS.map((mission) => months(mission))).toEqual([
      ["2020-08-19", "2021-08-19"],
      ["2021-02-19", "2022-02-19"],
      ["2021-02-19", "2022-02-19"],
      ["2020-08-19", "2021-08-19"],
      "free",
      "free",
    ]);
  });

  test("as uncertain as the signature", () => {
    expect(missionDeadlines("parcours", yearSpan(2020))).toEqual({
      kind: "dated",
      startBefore: yearSpan(2021),
      deployedBefore: yearSpan(2022),
    });
  });

  test("a mission created after the signature has none that is known", () => {
    const signed2020 = scheduleById("aci-2019")!;
    expect(missionDeadlines("crise_sanitaire", span("2020-02-19"), signed2020)).toEqual({
      kind: "a_confirmer",
    });
    expect(missionDeadlines("qualite", span("2020-02-19"), signed2020)).toEqual({ kind: "free" });
  });
});
