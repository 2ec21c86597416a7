import { daysBetween, dayOf, partsOf, type IsoDay } from "@/lib/kernel/date";

/** A linear scale of time for a drawing, with a tick at each new year. */
export interface TimeScale {
  x(day: IsoDay): number;
  readonly years: readonly { readonly year: number; readonly x: number }[];
}

/** From the first day of `from`'s year to the last of `to`'s, on [left, right] in drawing units. */
export function timeScale(from: IsoDay, to: IsoDay, left: number, right: number): TimeScale {
  const first = partsOf(from).year;
  const last = partsOf(to).year + 1;
  const start = dayOf(first, 1, 1);
  const days = daysBetween(start, dayOf(last, 1, 1));
  const x = (day: IsoDay) => Math.round((left + ((right - left) * daysBetween(start, day)) / days) * 10) / 10;
  const years = Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    x: x(dayOf(first + i, 1, 1)),
  }));
  return { x, years };
}
