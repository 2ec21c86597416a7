/** The kernel's exact share and day count, with a fast lane: the engine runs them by the million. */
import { daysBetween, type IsoDay } from "../kernel/date";
import { type Cents, shareOf } from "../kernel/money";

/**
 * `amount × numerator ÷ denominator` to the nearest cent, halves up: what kernel's `shareOf` gives for
 * non-negative integers, without BigInt while the product stays a safe integer.
 */
export function exactShare(amount: Cents, numerator: number, denominator: number): Cents {
  const doubled = 2 * amount * numerator + denominator;
  const divisor = 2 * denominator;
  if (!Number.isSafeInteger(doubled + divisor) || doubled < denominator || denominator <= 0) {
    return shareOf(amount, numerator, denominator);
  }
  const quotient = Math.floor(doubled / divisor);
  // The division is rounded, the products are not: one step either way makes the quotient exact.
  const rest = doubled - quotient * divisor;
  return rest < 0 ? quotient - 1 : rest >= divisor ? quotient + 1 : quotient;
}

/** An achievement is read to the hundred-millionth: a decimal typed by a person is then exact. */
export const ACHIEVEMENT_SCALE = 100_000_000;

const ORIGIN: IsoDay = "2000-01-01";
const REMEMBERED = 10_000;
const numbers = new Map<IsoDay, number>();

/** Days from `from` to `to`, both included. Throws a RangeError on what is no day. */
export function daysIncluding(from: IsoDay, to: IsoDay): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** Throws a RangeError unless `day` is a real day. */
export function checkDay(day: IsoDay): void {
  dayNumber(day);
}

/** Remembers the day numbers already computed: parsing a day costs more than the rest of a line. */
function dayNumber(day: IsoDay): number {
  let number = numbers.get(day);
  if (number === undefined) {
    if (numbers.size >= REMEMBERED) numbers.clear();
    number = daysBetween(ORIGIN, day);
    numbers.set(day, number);
  }
  return number;
}
