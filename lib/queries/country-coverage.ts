import { coverageTotals, type AttachedCpts, type CoverageTotals } from "../coverage";
import { listPublishedCoverage } from "../db/repositories/published";
import type { Department } from "../db/repositories/territories";
import type { IsoDay } from "../kernel/date";
import type { PublishedCoverage } from "../record/cpts";
import { atRevision } from "./cache";
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
 * The coverage of every department on a day, computed once per (revision, day): the 35,000 communes are
 * walked through then, never on a later request.
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

/** One department on a day; `published`: of any department and day. */
export function departmentTotals(
  world: World,
  department: Department,
  asOf: IsoDay,
  published: readonly PublishedCoverage[],
): DepartmentTotals {
  const { code } = department;
  const listedCpts = listedIn(world, new Set([code]));
  const totals = coverageTotals(world.communesOf.get(code) ?? [], world.index, asOf, { listedCpts });
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
