/**
 * Days are ISO 8601 strings, `YYYY-MM-DD`: no time, no zone, comparable with `<`.
 * What is known only to the month, the year or between two days is a {@link Span}.
 */
export type IsoDay = string;

/** A day known between two bounds, both included. A known day has equal bounds. */
export interface Span {
  readonly earliest: IsoDay;
  readonly latest: IsoDay;
}

/** How precisely a span is known; `range` is anything that is no whole day, month or year. */
export type Precision = "day" | "month" | "year" | "range";

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** True for a real calendar day written `YYYY-MM-DD`, years 1900 to 2999. */
export function isIsoDay(value: string): boolean {
  const match = PATTERN.exec(value);
  if (!match) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  return (
    year >= 1900 && year < 3000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** `value` itself when it is a real day; throws a RangeError otherwise. */
export function isoDay(value: string): IsoDay {
  if (!isIsoDay(value)) throw new RangeError(`${value} is not a day written YYYY-MM-DD`);
  return value;
}

export function dayOf(year: number, month: number, day: number): IsoDay {
  return isoDay(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

export function partsOf(day: IsoDay): { year: number; month: number; day: number } {
  isoDay(day);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((epoch(to) - epoch(from)) / MS_PER_DAY);
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return new Date(epoch(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The same day of the month `months` later; the month's last day where it has no such day (31 January + 1 → 28 or 29 February). */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return dayOf(y, m, Math.min(dayOfMonth, daysInMonth(y, m)));
}

/** The anniversary `years` later; 29 February becomes 28 February in common years. */
export function addYears(day: IsoDay, years: number): IsoDay {
  return addMonths(day, years * 12);
}

export function span(earliest: IsoDay, latest: IsoDay = earliest): Span {
  isoDay(earliest);
  isoDay(latest);
  if (latest < earliest) throw new RangeError(`${latest} is before ${earliest}`);
  return { earliest, latest };
}

export function yearSpan(year: number): Span {
  return span(dayOf(year, 1, 1), dayOf(year, 12, 31));
}

export function monthSpan(year: number, month: number): Span {
  return span(dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month)));
}

/** A span moved by whole months, both bounds; a year stays a year, a month a month. */
export function addMonthsToSpan(value: Span, months: number): Span {
  const precision = precisionOf(value);
  if (precision === "month" || precision === "year") {
    const first = addMonths(value.earliest, months);
    const length = precision === "year" ? 12 : 1;
    return span(first, addDays(addMonths(first, length), -1));
  }
  return span(addMonths(value.earliest, months), addMonths(value.latest, months));
}

export function precisionOf({ earliest, latest }: Span): Precision {
  if (earliest === latest) return "day";
  const from = partsOf(earliest);
  const to = partsOf(latest);
  if (from.day !== 1 || to.day !== daysInMonth(to.year, to.month) || from.year !== to.year) return "range";
  if (from.month === to.month) return "month";
  return from.month === 1 && to.month === 12 ? "year" : "range";
}

function epoch(day: IsoDay): number {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return Date.UTC(year, month - 1, dayOfMonth);
}
