/** The schedules known, in the order in which they came into force, and the choice between them. */
import { type IsoDay, isoDay, type Span } from "../../kernel/date";
import type { Schedule } from "../schedule";
import * as all from "./all";

/** Orders schedules by their first day in force. Throws a RangeError on two with one id or one day. */
export function register(schedules: readonly Schedule[]): readonly Schedule[] {
  const ordered = [...schedules].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  for (const [i, schedule] of ordered.entries()) {
    const twin = ordered.find((other, j) => j < i && clashes(other, schedule));
    if (twin) throw new RangeError(`schedules ${twin.id} and ${schedule.id} share an id or a first day`);
  }
  return ordered;
}

export const SCHEDULES: readonly Schedule[] = register(Object.values(all));

/** The schedule of that id, or null. */
export function scheduleById(id: string): Schedule | null {
  return SCHEDULES.find((schedule) => schedule.id === id) ?? null;
}

/** The schedule in force on a day (`effectiveFrom` included), or null before the first. */
export function scheduleInForce(day: IsoDay): Schedule | null {
  isoDay(day);
  return SCHEDULES.findLast((schedule) => schedule.effectiveFrom <= day) ?? null;
}

/** The schedule in force over a whole uncertain day; null when its bounds disagree or precede the first. */
export function scheduleInForceOver(day: Span): Schedule | null {
  const schedule = scheduleInForce(day.earliest);
  return schedule === scheduleInForce(day.latest) ? schedule : null;
}

/**
 * The schedule of a contract year: the one in force on its first day, unless the contract records that
 * it stayed under an earlier one (domain.md, 4.3).
 *
 * @param stayedUnder id of that earlier schedule; null: none on record.
 * @returns null when no schedule was in force yet. Throws a RangeError on an unknown id, or on one that
 *   came into force after the year began: a contract cannot have *stayed* under it.
 */
export function scheduleOfYear(yearStart: IsoDay, stayedUnder: string | null = null): Schedule | null {
  if (stayedUnder === null) return scheduleInForce(yearStart);
  const schedule = scheduleById(stayedUnder);
  if (!schedule) throw new RangeError(`no schedule is called ${stayedUnder}`);
  if (schedule.effectiveFrom > yearStart) {
    throw new RangeError(`${stayedUnder} was not in force yet on ${yearStart}`);
  }
  return schedule;
}

function clashes(a: Schedule, b: Schedule): boolean {
  return a.id === b.id || a.effectiveFrom === b.effectiveFrom;
}
