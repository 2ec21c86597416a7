import { type IsoDay, partsOf } from "../kernel/date";

/** The first agreement dates from 2019: no CPTS paid indemnities under it before. */
const FIRST_YEAR = 2019;

/** The calendar years that may be told, up to the one under way; latest first. */
export function indemnityYears(today: IsoDay): number[] {
  const { year } = partsOf(today);
  return Array.from({ length: Math.max(0, year - FIRST_YEAR + 1) }, (_, i) => year - i);
}

export const isYearOfIndemnities = (year: number, today: IsoDay): boolean =>
  indemnityYears(today).includes(year);
