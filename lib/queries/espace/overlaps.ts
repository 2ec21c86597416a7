import type { IsoDay } from "../../kernel/date";
import type { PerimeterMembership } from "../../record/cpts";
import type { CptsStanding } from "../cpts-standing";
import type { World } from "../world";

/** The communes held whole, without a note, that another CPTS at some stage holds too that day. */
export function unexplainedOverlaps(
  world: World,
  slug: string,
  held: readonly PerimeterMembership[],
  standings: ReadonlyMap<string, CptsStanding>,
  today: IsoDay,
): string[] {
  const own = world.index.rankOf.get(slug);
  const isOther = ({ cpts, from, to }: { cpts: number; from: IsoDay; to: IsoDay | null }): boolean => {
    if (cpts === own || from > today || (to !== null && to <= today)) return false;
    const other = world.index.cpts[cpts];
    return other !== undefined && standings.get(other.id)?.state.stage !== "none";
  };
  return held
    .filter(({ share, note }) => share === "whole" && (note ?? "").trim() === "")
    .filter(({ commune }) => world.index.byCommune.get(commune)?.some(isOther))
    .map(({ commune }) => commune);
}
