import { LRUCache } from "lru-cache";
import { coverageTotals, type AttachedCpts, type CoverageTotals } from "../coverage";
import type { Database } from "../db/client";
import type { CptsSummary } from "../db/repositories/cpts";
import { listPublishedCoverage } from "../db/repositories/published";
import type { Department } from "../db/repositories/territories";
import type { IsoDay } from "../kernel/date";
import type { PublishedCoverage } from "../record/cpts";
import { atRevision } from "./cache";
import { oneInProcess } from "./process-memory";
import { listedIn, type World } from "./world";

/** One department among all: the totals of `departmentCoverage`, without its communes one by one. */
export interface DepartmentTotals {
  readonly department: Department;
  readonly totals: CoverageTotals;
  /** The CPTS attached here of which a source says something by that day: those a table may count. */
  readonly described: readonly AttachedCpts[];
  /** The last coverage published by that day; null when none is. Never merged with `totals`. */
  readonly published: PublishedCoverage | null;
}

export interface CountryCoverage {
  /** By department code. */
  readonly departments: readonly DepartmentTotals[];
}

/**
 * The coverage of every department on a day, put together once per (revision, day): the 35,000 communes are
 * walked through for the first revision, then those of the departments that a write touches.
 */
export function countryCoverage(world: World, asOf: IsoDay): Promise<CountryCoverage> {
  return atRevision(world.revision, `country-coverage ${asOf}`, async () => {
    const published = await listPublishedCoverage(world.db.prisma);
    return {
      departments: world.departments.map((department) =>
        departmentTotals(world, department, asOf, published),
      ),
    };
  });
}

/** Totals of departments on days, with the CPTS that they were computed from. */
type Held = LRUCache<string, { readonly of: readonly CptsSummary[]; readonly totals: CoverageTotals }>;
const HELD = oneInProcess("department-totals", () => new WeakMap<Database, Held>());
/** Ten days or so of every department. */
const MOST_HELD = 1_000;

/**
 * The totals of a department on a day. Those of a revision before still hold where none of the CPTS that matter
 * there was written since: a write makes only the departments that it touches be walked through again.
 */
function totalsOf(world: World, code: string, asOf: IsoDay): CoverageTotals {
  const held: Held = HELD.get(world.db) ?? new LRUCache({ max: MOST_HELD });
  HELD.set(world.db, held);
  const key = `${asOf} ${code}`;
  const of = touching(world).get(code) ?? [];
  const before = held.get(key);
  if (before?.of.length === of.length && before.of.every((one, i) => one === of[i])) return before.totals;
  const listedCpts = listedIn(world, new Set([code]));
  const totals = coverageTotals(world.communesOf.get(code) ?? [], world.index, asOf, { listedCpts });
  held.set(key, { of, totals });
  return totals;
}

type ByDepartment = ReadonlyMap<string, readonly CptsSummary[]>;
const TOUCHING = oneInProcess("touching", () => new WeakMap<World["cpts"], ByDepartment>());

/** By department, the CPTS that a source attaches there or that ever held one of its communes. */
function touching({ cpts, commune }: World): ByDepartment {
  const known = TOUCHING.get(cpts);
  if (known) return known;
  const byDepartment = new Map<string, CptsSummary[]>();
  for (const one of cpts) {
    const codes = new Set(one.departments.map(({ code }) => code));
    for (const held of one.memberships) {
      const department = commune.get(held.commune)?.departmentCode;
      if (department !== undefined) codes.add(department);
    }
    for (const code of codes) {
      const others = byDepartment.get(code);
      if (others) others.push(one);
      else byDepartment.set(code, [one]);
    }
  }
  TOUCHING.set(cpts, byDepartment);
  return byDepartment;
}

/** One department on a day; `published`: of any department and day. */
export function departmentTotals(
  world: World,
  department: Department,
  asOf: IsoDay,
  published: readonly PublishedCoverage[],
): DepartmentTotals {
  const { code } = department;
  const totals = totalsOf(world, code, asOf);
  const known = published.filter((one) => one.department === code && one.asOf.earliest <= asOf);
  return { department, totals, described: totals.cpts.filter(isDescribed), published: latest(known) };
}

/** Known by that day to be somewhere between a letter of intent and a contract, for certain or perhaps. */
export function isDescribed({ stage, possibleStage }: AttachedCpts): boolean {
  return stage !== "none" || possibleStage !== null;
}

function latest(published: readonly PublishedCoverage[]): PublishedCoverage | null {
  return published.reduce<PublishedCoverage | null>(
    (last, one) => (last !== null && last.asOf.latest > one.asOf.latest ? last : one),
    null,
  );
}
