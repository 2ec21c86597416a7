import { coverageOf, type CptsExtent, type Coverage } from "../coverage";
import type { CommuneRow } from "../db/repositories/communes";
import { listPublishedCoverage } from "../db/repositories/published";
import { findEvidence, type Evidence } from "../db/repositories/sources";
import type { Department } from "../db/repositories/territories";
import type { IsoDay } from "../kernel/date";
import type { PublishedCoverage } from "../record/cpts";
import type { Ask } from "./ask";
import { blankLabelOf } from "./blank-label";
import { atRevision } from "./cache";
import { cptsStanding, type CptsStanding } from "./cpts-standing";
import { vintagesOf, type Vintages } from "./vintages";
import { listedIn, openWorld, type World } from "./world";

/** A CPTS as one department sees it: whole, and what it holds here. */
export interface DepartmentCpts extends CptsStanding {
  /** Its part of this department; null when its perimeter is unknown, which is not zero. */
  readonly here: CptsExtent | null;
}

/** The coverage of one department on a day: what its page, the API and the exports all read. */
export interface DepartmentCoverage {
  readonly revision: number;
  readonly department: Department;
  readonly asOf: IsoDay;
  readonly vintage: Vintages;
  readonly coverage: Coverage;
  /** The reference communes, by code: the same order as `coverage.byCommune`. */
  readonly communes: readonly CommuneRow[];
  /** Every CPTS that holds communes here that day or that a source attaches here; by slug, as `coverage.cpts`. */
  readonly cpts: readonly DepartmentCpts[];
  /** As published, at the publications' own dates, earliest first; never merged with `coverage`. */
  readonly published: readonly PublishedCoverage[];
  /** What the published figures stand on. */
  readonly evidence: Evidence;
}

/**
 * The one definition of a department's coverage on `ask.asOf`, computed once per (revision, day, department).
 *
 * @param code department code, exact: `63`, `2A`, `971`.
 * @returns null when there is no such department. Throws Forbidden, or a RangeError when `asOf` is no day.
 */
export async function departmentCoverage(ask: Ask, code: string): Promise<DepartmentCoverage | null> {
  const world = await openWorld(ask.viewer);
  const department = world.departmentOf.get(code);
  if (!department) return null;
  return atRevision(world.revision, `department-coverage ${ask.asOf} ${code}`, () =>
    compute(world, department, ask.asOf),
  );
}

async function compute(world: World, department: Department, asOf: IsoDay): Promise<DepartmentCoverage> {
  const { code } = department;
  const communes = world.communesOf.get(code) ?? [];
  const computed = coverageOf(communes, world.index, asOf, { listedCpts: listedIn(world, new Set([code])) });
  const published = await listPublishedCoverage(world.db.prisma, code);
  const blank = { ...computed.blank, label: blankLabelOf(computed, published) };
  const coverage = { ...computed, blank };
  return {
    revision: world.revision,
    department,
    asOf,
    vintage: vintagesOf(code),
    coverage,
    communes,
    cpts: coverage.cpts.map(({ id, here }) => {
      const standing = cptsStanding(world, id, asOf);
      return { ...standing, here: standing.perimeter === "unknown" ? null : here };
    }),
    published,
    evidence: await findEvidence(
      world.db.prisma,
      published.map(({ citation }) => citation),
    ),
  };
}
