import type { IsoDay } from "../kernel/date";

/** A commune in a territory from a day (included) to a day (excluded; null: to this day). */
export interface DatedCommune {
  readonly commune: string;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
}

/** A stretch of time over which a territory does not change; `communes` are sorted, never empty. */
export interface StablePeriod {
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  readonly communes: readonly string[];
}

/**
 * Splits the history of a territory into the periods over which its set of communes stays the same,
 * earliest first. Days when it holds no commune are in no period; a membership that changes without
 * changing the set (a share, a source) splits nothing.
 */
export function stablePeriods(memberships: readonly DatedCommune[]): StablePeriod[] {
  const days = [
    ...new Set(memberships.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))),
  ].sort();
  const periods: StablePeriod[] = [];
  days.forEach((from, index) => {
    const communes = membersOn(memberships, from);
    if (communes.length === 0) return;
    const to = days[index + 1] ?? null;
    const before = periods.at(-1);
    if (before?.to === from && before.communes.join() === communes.join()) {
      periods[periods.length - 1] = { ...before, to };
    } else {
      periods.push({ from, to, communes });
    }
  });
  return periods;
}

function membersOn(memberships: readonly DatedCommune[], day: IsoDay): string[] {
  const held = memberships.filter(({ from, to }) => from <= day && (to === null || day < to));
  return [...new Set(held.map(({ commune }) => commune))].sort();
}
