import type { IsoDay } from "../../kernel/date";
import { MISSIONS, type Mission } from "../cpts";
import type { MissionsContent } from "../sections";
import { changeOf, pairBy, type Change } from "./change";

type Engagement = MissionsContent["missions"][number];

export interface ChangedMission {
  readonly mission: Mission;
  readonly startedOn: Change<IsoDay | null> | null;
  readonly endedOn: Change<IsoDay | null> | null;
  readonly objectives: ObjectivesDifference | null;
}

export interface ObjectivesDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Those kept follow one another in another order. */
  readonly reordered: boolean;
}

/** In the order of the ACI. */
export interface MissionsDifference {
  readonly added: readonly Engagement[];
  readonly removed: readonly Engagement[];
  readonly changed: readonly ChangedMission[];
}

/** Null when both engage in the same missions, with the same days and the same objectives. */
export function missionsDifference(
  before: MissionsContent,
  after: MissionsContent,
): MissionsDifference | null {
  const { added, removed, both } = pairBy(before.missions, after.missions, ({ mission }) => mission);
  const changed = both
    .map((pair): ChangedMission => ({
      mission: pair.after.mission,
      startedOn: changeOf(pair.before.startedOn, pair.after.startedOn),
      endedOn: changeOf(pair.before.endedOn, pair.after.endedOn),
      objectives: objectivesDifference(pair.before.objectives, pair.after.objectives),
    }))
    .filter(({ startedOn, endedOn, objectives }) => startedOn ?? endedOn ?? objectives);
  if (added.length + removed.length + changed.length === 0) return null;
  return { added: inOrder(added), removed: inOrder(removed), changed: inOrder(changed) };
}

function objectivesDifference(
  before: readonly string[],
  after: readonly string[],
): ObjectivesDifference | null {
  if (changeOf(before, after) === null) return null;
  const { added, removed } = pairBy(before, after, (text) => text);
  const [stayedBefore, stayedAfter] = [without(before, removed), without(after, added)];
  return { added, removed, reordered: changeOf(stayedBefore, stayedAfter) !== null };
}

function without(texts: readonly string[], gone: readonly string[]): string[] {
  const left = [...gone];
  return texts.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function inOrder<T extends { readonly mission: Mission }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => MISSIONS.indexOf(a.mission) - MISSIONS.indexOf(b.mission));
}
