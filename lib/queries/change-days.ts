import type { IsoDay } from "../kernel/date";
import { stageChangeDays } from "../record/lifecycle";
import type { World } from "./world";

/**
 * The days around `asOf` on which the stage or the territory of some CPTS changes; null where there is none.
 */
export interface ChangesAround {
  readonly previous: IsoDay | null;
  readonly next: IsoDay | null;
}

/** @param among the slugs that matter; all of them when not told. */
export function changesAround(world: World, asOf: IsoDay, among?: readonly string[]): ChangesAround {
  let previous: IsoDay | null = null;
  let next: IsoDay | null = null;
  for (const { slug, events, memberships } of world.cpts) {
    if (among && !among.includes(slug)) continue;
    const turns = memberships.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
    for (const day of [...stageChangeDays(events), ...turns]) {
      if (day < asOf && (previous === null || day > previous)) previous = day;
      if (day > asOf && (next === null || day < next)) next = day;
    }
  }
  return { previous, next };
}
