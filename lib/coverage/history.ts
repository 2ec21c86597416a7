import { isoDay, type IsoDay } from "../kernel/date";
import { rate, type Rate } from "../kernel/rate";
import { stageAt, stageChangeDays, type StageState } from "../record/lifecycle";
import { checkCommunes, ranksOf, type CoverageOptions } from "./coverage";
import { DayCovers, rangesOf } from "./cover";
import { activeMemberships, isActive, toIndex, type CptsIndex, type IndexedMembership } from "./cpts-index";
import type { CommuneFacts, CoverageCpts, Pair } from "./model";

/** `possible` adds to `certain` what uncertain days and unknown shares may add: drawn hatched between the two. */
export interface CertainAndPossible<T> {
  readonly certain: T;
  readonly possible: T;
}

/** What holds from `day` until the next step. */
export interface HistoryStep {
  readonly day: IsoDay;
  /** Of the population; the numerators are inhabitants. */
  readonly rates: Pair<CertainAndPossible<Rate>>;
  readonly signedCpts: CertainAndPossible<number>;
}

/**
 * The coverage of a territory from a day to another, both included, as a step series: a first step on
 * `from`, then one on each day where a figure changes, computed from the dates of the record and not
 * sampled. Each figure is that of {@link import("./coverage").coverageOf} on the same day (`ranges.population` and
 * `signedCpts`), with the communes and populations of today's reference throughout.
 *
 * Work grows with the changes, not with the days: a change re-counts only the communes it concerns.
 * Throws as `coverageOf` does, and a RangeError when `to` is before `from`.
 */
export function coverageHistory(
  communes: readonly CommuneFacts[],
  cpts: readonly CoverageCpts[] | CptsIndex,
  from: IsoDay,
  to: IsoDay,
  { listedCpts = [] }: CoverageOptions = {},
): HistoryStep[] {
  if (isoDay(to) < isoDay(from)) throw new RangeError(`${to} is before ${from}`);
  checkCommunes(communes);
  const index = toIndex(cpts);
  const actors = actorsOf(communes, index, ranksOf(listedCpts, index));
  const ledger = new Ledger(communes, index, actors);

  const steps: HistoryStep[] = [];
  let last = "";
  for (const [day, changes] of agenda(actors, index, from, to)) {
    ledger.turn(day, changes);
    const figures = ledger.figures.join();
    if (figures !== last) steps.push(ledger.step(day));
    last = figures;
  }
  return steps;
}

/** A CPTS of the territory: its memberships here, each with the place of its commune. */
interface Actor {
  readonly listed: boolean;
  readonly memberships: { readonly commune: number; readonly membership: IndexedMembership }[];
}
type Actors = ReadonlyMap<number, Actor>;

function actorsOf(
  communes: readonly CommuneFacts[],
  index: CptsIndex,
  listed: ReadonlySet<number>,
): Map<number, Actor> {
  const actors = new Map<number, Actor>();
  const actor = (rank: number): Actor => {
    const known = actors.get(rank) ?? { listed: listed.has(rank), memberships: [] };
    actors.set(rank, known);
    return known;
  };
  listed.forEach(actor);
  communes.forEach(({ code }, commune) => {
    for (const membership of index.byCommune.get(code) ?? []) {
      actor(membership.cpts).memberships.push({ commune, membership });
    }
  });
  return actors;
}

/** What to look at again on a day: CPTS by rank, communes by place. */
interface Changes {
  readonly cpts: Set<number>;
  readonly communes: Set<number>;
}

/** The days from `from` to `to` on which something may change, in order; everything is new on the first. */
function agenda(actors: Actors, index: CptsIndex, from: IsoDay, to: IsoDay): [IsoDay, Changes][] {
  const days = new Map<IsoDay, Changes>();
  const on = (day: IsoDay): Changes => {
    const known = days.get(day) ?? { cpts: new Set(), communes: new Set() };
    days.set(day, known);
    return known;
  };
  const within = (day: IsoDay): boolean => day > from && day <= to;
  const first = on(from);
  for (const [rank, { memberships }] of actors) {
    first.cpts.add(rank);
    for (const day of stageChangeDays(index.cpts[rank]?.events ?? [])) {
      if (within(day)) on(day).cpts.add(rank);
    }
    for (const { commune, membership } of memberships) {
      first.communes.add(commune);
      for (const day of [membership.from, membership.to]) {
        if (day === null || !within(day)) continue;
        on(day).cpts.add(rank);
        on(day).communes.add(commune);
      }
    }
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Inhabitants signed then under way, certain then possible; CPTS signed, certain then possible. */
type Figures = [number, number, number, number, number, number];

/** Running sums over the territory, corrected by what each change adds or takes away. */
class Ledger {
  readonly figures: Figures = [0, 0, 0, 0, 0, 0];
  private readonly states = new Map<number, StageState>();
  private readonly ofCommune = new Map<number, Figures>();
  private readonly ofCpts = new Map<number, Figures>();
  private readonly population: number;

  constructor(
    private readonly communes: readonly CommuneFacts[],
    private readonly index: CptsIndex,
    private readonly actors: Actors,
  ) {
    this.population = communes.reduce((sum, commune) => sum + commune.population, 0);
  }

  turn(day: IsoDay, changes: Changes): void {
    const touched = new Set(changes.communes);
    for (const rank of changes.cpts) {
      const before = this.states.get(rank);
      const record = this.index.cpts[rank];
      const actor = this.actors.get(rank);
      if (!record || !actor) continue;
      const now = stageAt(record.events, day, record.termMonths);
      this.states.set(rank, now);
      if (before?.stage !== now.stage || before.uncertain?.possibleStage !== now.uncertain?.possibleStage) {
        for (const { commune } of actor.memberships) touched.add(commune);
      }
      const attached = actor.listed || actor.memberships.some(({ membership }) => isActive(membership, day));
      const signed = attached && now.stage === "signed";
      const maySigned = signed || (attached && now.uncertain?.possibleStage === "signed");
      this.replace(this.ofCpts, rank, [0, 0, 0, 0, Number(signed), Number(maySigned)]);
    }
    const covers = new DayCovers(this.idOf, this.stateOf);
    for (const place of touched) {
      const facts = this.communes[place];
      if (!facts) continue;
      const active = activeMemberships(this.index.byCommune.get(facts.code), day);
      const { population } = facts;
      const { signed, signedOrUnderWay } = rangesOf({ ...covers.of(population, active), population });
      const figures: Figures = [signed.min, signed.max, signedOrUnderWay.min, signedOrUnderWay.max, 0, 0];
      this.replace(this.ofCommune, place, figures);
    }
  }

  step(day: IsoDay): HistoryStep {
    const [signed, maySigned, underWay, mayUnderWay, cpts, mayCpts] = this.figures;
    const both = (certain: number, possible: number) => ({
      certain: rate(certain, this.population),
      possible: rate(possible, this.population),
    });
    return {
      day,
      rates: { signed: both(signed, maySigned), signedOrUnderWay: both(underWay, mayUnderWay) },
      signedCpts: { certain: cpts, possible: mayCpts },
    };
  }

  private readonly idOf = (rank: number): string => this.index.cpts[rank]?.id ?? "";
  private readonly stateOf = (rank: number): StageState => {
    const state = this.states.get(rank);
    if (!state) throw new RangeError(`no CPTS of rank ${rank}`);
    return state;
  };

  private replace(book: Map<number, Figures>, key: number, now: Figures): void {
    const before = book.get(key);
    now.forEach((value, i) => {
      this.figures[i] = (this.figures[i] ?? 0) + value - (before?.[i] ?? 0);
    });
    book.set(key, now);
  }
}
