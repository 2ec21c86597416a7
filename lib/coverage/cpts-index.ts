import { isoDay, type IsoDay } from "../kernel/date";
import type { CommuneShare } from "../record/cpts";
import { stageAt, type StageState } from "../record/lifecycle";
import type { CoverageCpts, Membership } from "./model";

/** One membership, with the rank of its CPTS in {@link CptsIndex.cpts}. */
export interface IndexedMembership extends Membership {
  readonly cpts: number;
}

/**
 * The CPTS by rank and their memberships by commune, so that a territory reads only what concerns it.
 * Independent of any date: build it once per set of records.
 */
export interface CptsIndex {
  /** By id, so that nothing depends on the order of the records. */
  readonly cpts: readonly CoverageCpts[];
  readonly rankOf: ReadonlyMap<string, number>;
  /** Memberships of one CPTS next to each other, in the order of the ranks. */
  readonly byCommune: ReadonlyMap<string, readonly IndexedMembership[]>;
}

/** Throws a RangeError on an id found twice, a bound that is no day, or a share outside ]0, 1]. */
export function indexCpts(records: readonly CoverageCpts[]): CptsIndex {
  const cpts = [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const rankOf = new Map<string, number>();
  const byCommune = new Map<string, IndexedMembership[]>();
  cpts.forEach((record, rank) => {
    if (rankOf.has(record.id)) throw new RangeError(`CPTS ${record.id} is given twice`);
    rankOf.set(record.id, rank);
    // Most memberships of a CPTS begin on one day: it is checked once.
    let checked: IsoDay | null = null;
    for (const membership of record.memberships) {
      if (membership.from !== checked) checked = isoDay(membership.from);
      if (membership.to !== null) isoDay(membership.to);
      const { commune, from, to, basis } = membership;
      const indexed = { commune, from, to, basis, share: normalShare(membership.share), cpts: rank };
      const rows = byCommune.get(commune);
      if (rows) rows.push(indexed);
      else byCommune.set(commune, [indexed]);
    }
  });
  return { cpts, rankOf, byCommune };
}

/** `records` as an index, built only when it is not one yet. */
export function toIndex(records: readonly CoverageCpts[] | CptsIndex): CptsIndex {
  return "byCommune" in records ? records : indexCpts(records);
}

/** In force that day: from its first day, its end excluded. */
export function isActive({ from, to }: Membership, asOf: IsoDay): boolean {
  return from <= asOf && (to === null || asOf < to);
}

/** The memberships in force that day, one per CPTS, in the order of the ranks. */
export function activeMemberships(
  rows: readonly IndexedMembership[] | undefined,
  asOf: IsoDay,
): readonly IndexedMembership[] {
  if (!rows) return [];
  const [only] = rows;
  if (only && rows.length === 1) return isActive(only, asOf) ? rows : [];
  const active: IndexedMembership[] = [];
  for (const row of rows) {
    if (!isActive(row, asOf)) continue;
    const last = active.at(-1);
    if (last?.cpts === row.cpts) active[active.length - 1] = strongest(last, row);
    else active.push(row);
  }
  return active;
}

/** The state of each CPTS on a day, computed at most once. */
export function statesAt(index: CptsIndex, asOf: IsoDay): (rank: number) => StageState {
  const known: (StageState | undefined)[] = new Array(index.cpts.length);
  return (rank) => {
    const before = known[rank];
    if (before) return before;
    const cpts = index.cpts[rank];
    if (!cpts) throw new RangeError(`no CPTS of rank ${rank}`);
    const state = stageAt(cpts.events, asOf, cpts.termMonths);
    known[rank] = state;
    return state;
  };
}

/**
 * The one membership that counts when a CPTS holds a commune by several on one day (an input error that
 * must still count once): declared before estimated, which it replaces; then the whole, the largest known
 * share, the unknown one.
 */
function strongest(a: IndexedMembership, b: IndexedMembership): IndexedMembership {
  if (a.basis !== b.basis) return a.basis === "declared" ? a : b;
  return sizeOf(b.share) > sizeOf(a.share) ? b : a;
}

function sizeOf(share: CommuneShare): number {
  if (share === "whole") return 1;
  return share === "unknown" ? 0 : share.numerator / share.denominator;
}

/** In lowest terms, so that equal shares are written alike; a fraction equal to one is the whole. */
function normalShare(share: CommuneShare): CommuneShare {
  if (typeof share === "string") return share;
  const { numerator, denominator } = share;
  const proper = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator > 0;
  if (!proper || numerator > denominator) {
    throw new RangeError(`${numerator}/${denominator} is no share of a commune`);
  }
  if (numerator === denominator) return "whole";
  let [a, b] = [denominator, numerator];
  while (b !== 0) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}
