import { isoDay, type IsoDay } from "../kernel/date";
import type { LifecycleEvent, Stage } from "../record/lifecycle";
import { coverageOf, type CoverageOptions } from "./coverage";
import { partsOf } from "./cover";
import { activeMemberships, statesAt, toIndex, type CptsIndex } from "./cpts-index";
import type { CommuneCoverage, CommuneFacts, Coverage, CoverageCpts, CoverageTotals, Extent } from "./model";

/** Inhabitants. `stage`: the CPTS changed stage; `territory`: it took or left their commune. */
export interface Causes {
  readonly stage: number;
  readonly territory: number;
}

/** Inhabitants that a signed CPTS holds at the end and did not at the beginning, and the reverse. */
export interface PeopleMoved {
  readonly gained: Causes;
  readonly lost: Causes;
}

/** What changed of one CPTS, in the territory looked at. */
export interface CptsChange {
  readonly id: string;
  readonly stage: { readonly before: Stage; readonly after: Stage };
  /** By date; those of an uncertain day that may fall outside the two days are `perhaps`. */
  readonly events: readonly { readonly event: LifecycleEvent; readonly perhaps: boolean }[];
  /** Communes of the territory that it holds, wholly or in part, on the one day and not on the other. */
  readonly joined: Extent;
  readonly left: Extent;
  /** Communes of the territory that it holds on each of the two days. */
  readonly held: { readonly before: number; readonly after: number };
  /** The inhabitants of `people` that are gained or lost through this CPTS. */
  readonly people: PeopleMoved;
}

export interface CoverageChanges {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly before: CoverageTotals;
  readonly after: CoverageTotals;
  /** Gained less lost is exactly the difference of `population.signed`. */
  readonly people: PeopleMoved;
  /** Those of which something changed, by id. */
  readonly cpts: readonly CptsChange[];
}

/**
 * What changed in a territory from a day to a later one (what holds at the end of the first, and at the end of the
 * second), with the communes and populations of today's reference throughout. Every commune whose inhabitants
 * signed are more or fewer is laid to one CPTS: the first that holds it signed on the day when they are more.
 *
 * Throws as `coverageOf` does, and a RangeError when `to` is before `from`.
 */
export function coverageChanges(
  communes: readonly CommuneFacts[],
  cpts: readonly CoverageCpts[] | CptsIndex,
  from: IsoDay,
  to: IsoDay,
  options: CoverageOptions = {},
): CoverageChanges {
  if (isoDay(to) < isoDay(from)) throw new RangeError(`${to} is before ${from}`);
  const index = toIndex(cpts);
  const before = coverageOf(communes, index, from, options);
  const after = coverageOf(communes, index, to, options);
  const moves = movesBetween(before, after, index);
  const held = heldOn(communes, index, from, to);
  const ids = new Set([...before.cpts, ...after.cpts].map(({ id }) => id));
  const stages = [statesAt(index, from), statesAt(index, to)] as const;
  const changed = index.cpts.flatMap(({ id, events }, rank): CptsChange[] => {
    if (!ids.has(id)) return [];
    const change: CptsChange = {
      id,
      stage: { before: stages[0](rank).stage, after: stages[1](rank).stage },
      events: eventsBetween(events, from, to),
      ...(held.get(rank) ?? NOT_HELD),
      people: moves.byCpts.get(id) ?? nobody(),
    };
    return isChanged(change) ? [change] : [];
  });
  return {
    from,
    to,
    before: totalsOf(before),
    after: totalsOf(after),
    people: moves.all,
    cpts: changed,
  };
}

export const sumOf = ({ stage, territory }: Causes): number => stage + territory;

function totalsOf({ byCommune, blankCommunes, ...totals }: Coverage): CoverageTotals {
  void [byCommune, blankCommunes];
  return totals;
}

function isChanged({ stage, events, joined, left, people }: CptsChange): boolean {
  return (
    stage.before !== stage.after ||
    events.length > 0 ||
    joined.communes > 0 ||
    left.communes > 0 ||
    sumOf(people.gained) > 0 ||
    sumOf(people.lost) > 0
  );
}

/** Those that happened after the first day and by the second, for certain or perhaps. */
function eventsBetween(events: readonly LifecycleEvent[], from: IsoDay, to: IsoDay): CptsChange["events"] {
  return events
    .filter(({ when }) => from < to && when.latest > from && when.earliest <= to)
    .map((event) => ({ event, perhaps: event.when.earliest <= from || event.when.latest > to }))
    .sort((a, b) => (a.event.when.earliest < b.event.when.earliest ? -1 : 1));
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface Moved {
  readonly gained: Writable<Causes>;
  readonly lost: Writable<Causes>;
}
const nobody = (): Moved => ({ gained: { stage: 0, territory: 0 }, lost: { stage: 0, territory: 0 } });

function movesBetween(before: Coverage, after: Coverage, index: CptsIndex) {
  const all = nobody();
  const byCpts = new Map<string, Moved>();
  const stageThen = statesAt(index, before.asOf);
  const stageNow = statesAt(index, after.asOf);
  before.byCommune.forEach((was, i) => {
    const is = after.byCommune[i];
    if (!is) return;
    const people = partsOf(is).signed - partsOf(was).signed;
    if (people === 0) return;
    const [which, holding, stageOnTheOtherDay] =
      people > 0 ? (["gained", is, stageThen] as const) : (["lost", was, stageNow] as const);
    const id = signedHolder(holding);
    const rank = index.rankOf.get(id);
    const signedOnBoth = rank !== undefined && stageOnTheOtherDay(rank).stage === "signed";
    const cause = signedOnBoth ? "territory" : "stage";
    const one = byCpts.get(id) ?? nobody();
    byCpts.set(id, one);
    for (const moved of [all, one]) moved[which][cause] += Math.abs(people);
  });
  return { all, byCpts };
}

/** Somebody is signed there: the holders come by stage, so that the first is signed. */
function signedHolder({ code, holders }: CommuneCoverage): string {
  const [first] = holders;
  if (!first) throw new RangeError(`nobody holds ${code}`);
  return first.id;
}

type Held = Pick<CptsChange, "joined" | "left" | "held">;
const none = (): Writable<Extent> => ({ population: 0, communes: 0 });
const NOT_HELD: Held = { joined: none(), left: none(), held: { before: 0, after: 0 } };

function heldOn(
  communes: readonly CommuneFacts[],
  index: CptsIndex,
  from: IsoDay,
  to: IsoDay,
): ReadonlyMap<number, Held> {
  const held = new Map<
    number,
    { joined: Writable<Extent>; left: Writable<Extent>; held: Writable<Held["held"]> }
  >();
  const of = (rank: number) => {
    const known = held.get(rank) ?? { joined: none(), left: none(), held: { before: 0, after: 0 } };
    held.set(rank, known);
    return known;
  };
  const add = (extent: Writable<Extent>, population: number) => {
    extent.communes += 1;
    extent.population += population;
  };
  for (const { code, population } of communes) {
    const rows = index.byCommune.get(code);
    const before = new Set(activeMemberships(rows, from).map(({ cpts }) => cpts));
    const after = new Set(activeMemberships(rows, to).map(({ cpts }) => cpts));
    for (const rank of before) {
      of(rank).held.before += 1;
      if (!after.has(rank)) add(of(rank).left, population);
    }
    for (const rank of after) {
      of(rank).held.after += 1;
      if (!before.has(rank)) add(of(rank).joined, population);
    }
  }
  return held;
}
