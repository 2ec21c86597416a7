import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addMonthsToSpan,
  addYears,
  dayOf,
  daysBetween,
  daysInMonth,
  isIsoDay,
  isLeapYear,
  isoDay,
  monthSpan,
  partsOf,
  precisionOf,
  span,
  yearSpan,
} from "@/lib/kernel/date";

const day = fc.integer({ min: 0, max: 146_000 }).map((n) => addDays("1950-01-01", n));

describe("days", () => {
  test.each(["2024-02-29", "2000-02-29", "1900-01-01", "2999-12-31"])("%s is a day", (value) => {
    expect(isIsoDay(value)).toBe(true);
    expect(isoDay(value)).toBe(value);
  });

  test.each([
    "2023-02-29",
    "1900-02-29",
    "2100-02-29",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "1899-12-31",
    "3000-01-01",
    "2024-1-1",
    "01/02/2024",
    "2024-01-01T00:00:00Z",
    "",
  ])("« %s » is no day", (value) => {
    expect(isIsoDay(value)).toBe(false);
    expect(() => isoDay(value)).toThrow(RangeError);
  });

  test("parts and back", () => {
    expect(partsOf("2020-02-19")).toEqual({ year: 2020, month: 2, day: 19 });
    expect(dayOf(2020, 2, 19)).toBe("2020-02-19");
    expect(() => dayOf(2023, 2, 29)).toThrow(RangeError);
  });

  test("leap years", () => {
    expect([1900, 2000, 2023, 2024, 2100, 2400].map(isLeapYear)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
    expect([2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29]);
    expect([1, 4, 6, 9, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 30, 30, 30, 30, 31]);
  });
});

describe("arithmetic", () => {
  test("days between", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2023-02-28", "2023-03-01")).toBe(1);
    expect(daysBetween("2025-02-19", "2026-11-23")).toBe(642);
    expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
  });

  test("months stop at the month's end", () => {
    expect(addMonths("2023-01-31", 1)).toBe("2023-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2020-02-19", 60)).toBe("2025-02-19");
    expect(addMonths("2024-12-15", 1)).toBe("2025-01-15");
    expect(addMonths("2024-01-15", -1)).toBe("2023-12-15");
    expect(addMonths("2024-03-31", -13)).toBe("2023-02-28");
  });

  test("anniversaries of 29 February", () => {
    expect([1, 2, 3, 4].map((years) => addYears("2024-02-29", years))).toEqual([
      "2025-02-28",
      "2026-02-28",
      "2027-02-28",
      "2028-02-29",
    ]);
  });

  test("adding days and counting them agree, and comparing strings compares days", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (from, n) => {
        fc.pre(n >= 0 || from > "2005-01-01");
        const to = addDays(from, n);
        expect(isIsoDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(n);
        expect(from < to).toBe(n > 0);
      }),
    );
  });

  test("adding months keeps the day of the month, or takes the month's last", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 600 }), (from, n) => {
        const before = partsOf(from);
        const after = partsOf(addMonths(from, n));
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + n);
        expect(after.day).toBe(Math.min(before.day, daysInMonth(after.year, after.month)));
      }),
    );
  });
});

describe("spans", () => {
  test("their precision", () => {
    expect(precisionOf(span("2024-05-06"))).toBe("day");
    expect(precisionOf(monthSpan(2024, 2))).toBe("month");
    expect(precisionOf(yearSpan(2020))).toBe("year");
    expect(precisionOf(span("2024-12-01", "2025-01-31"))).toBe("range");
    expect(precisionOf(span("2024-01-01", "2024-03-31"))).toBe("range");
    expect(precisionOf(span("2024-01-02", "2024-12-31"))).toBe("range");
  });

  test("bounds must be days, in order", () => {
    expect(() => span("2024-05-06", "2024-05-05")).toThrow(RangeError);
    expect(() => span("2024-02-30")).toThrow(RangeError);
    expect(() => monthSpan(2024, 13)).toThrow(RangeError);
  });

  test("a year moved stays a year, a month a month, whatever their lengths", () => {
    expect(addMonthsToSpan(yearSpan(2023), 12)).toEqual(yearSpan(2024));
    expect(addMonthsToSpan(yearSpan(2020), 60)).toEqual(yearSpan(2025));
    expect(addMonthsToSpan(monthSpan(2023, 2), 12)).toEqual(monthSpan(2024, 2));
    expect(addMonthsToSpan(monthSpan(2024, 1), 1)).toEqual(monthSpan(2024, 2));
    expect(addMonthsToSpan(span("2020-02-19"), 6)).toEqual(span("2020-08-19"));
    expect(addMonthsToSpan(span("2024-12-01", "2025-01-31"), 12)).toEqual(span("2025-12-01", "2026-01-31"));
    expect(precisionOf(addMonthsToSpan(yearSpan(2020), 6))).toBe("range");
  });

  test("moving by months keeps the order of the bounds", () => {
    fc.assert(
      fc.property(day, fc.nat(800), fc.nat(120), (from, length, months) => {
        const moved = addMonthsToSpan(span(from, addDays(from, length)), months);
        expect(moved.earliest <= moved.latest).toBe(true);
        expect(moved.earliest).toBe(addMonths(from, months));
      }),
    );
  });
});
