import type { IsoDay, Span } from "../kernel/date";
import type { CptsRecord } from "../record/cpts";
import { payableSize, type PayableSize } from "./cpts-size";
import { cptsStanding } from "./cpts-standing";
import { worldOf, type World } from "./world";

/** The tier that a contract year is paid by; null when nothing but an estimate says it. */
export type SizeOfYear = (year: { readonly start: Span }) => PayableSize | null;

/**
 * Our reading: the size of a contract year is that of its first day, so that a territory extended within a year
 * counts from the next one. Of a year to come, or where nothing was known on that day, it is today's.
 *
 * @param record which may not be stored yet: the world gives the communes alone
 */
export function yearSizes(world: World, record: CptsRecord, today: IsoDay): SizeOfYear {
  const own = worldOf(world, record);
  const on = (day: IsoDay) => payableSize(cptsStanding(own, record.slug, day).size, record.funding);
  const known = new Map<IsoDay, PayableSize | null>();
  const remembered = (day: IsoDay): PayableSize | null => {
    const held = known.get(day);
    if (held !== undefined) return held;
    const size = on(day);
    known.set(day, size);
    return size;
  };
  return ({ start }) => (start.earliest < today ? remembered(start.earliest) : null) ?? remembered(today);
}
