import { isIsoDay, type IsoDay } from "./date";

/** Swedish writes days as ISO 8601 does. */
const PARIS_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });

/**
 * The calendar day in metropolitan France at the instant `now`; `fixed` (a day) wins where an operator
 * shows the product as of another day. Throws a RangeError when `fixed` is given and is no day.
 */
export function parisDay(now: Date, fixed?: string): IsoDay {
  if (!fixed) return PARIS_DAY.format(now);
  if (!isIsoDay(fixed)) throw new RangeError(`MAILLAGE_TODAY=${fixed} n’est pas une date écrite AAAA-MM-JJ`);
  return fixed;
}

/** The instant at which a day begins in Paris. */
export function parisMidnight(day: IsoDay): Date {
  const summer = new Date(`${day}T00:00:00+02:00`);
  return parisDay(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
}
