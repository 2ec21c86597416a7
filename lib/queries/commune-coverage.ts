import type { BlankLabel, CommuneCoverage, Holder } from "../coverage";
import { findCommune, findSuccessors, type CommuneDetail } from "../db/repositories/communes";
import type { Department } from "../db/repositories/territories";
import type { IsoDay } from "../kernel/date";
import { err, ok, type Result } from "../kernel/result";
import type { Ask } from "./ask";
import { atRevision } from "./cache";
import type { CptsStanding } from "./cpts-standing";
import { departmentCoverage } from "./department-coverage";
import type { Vintages } from "./vintages";
import { openWorld } from "./world";

/** A CPTS that holds the commune that day: how it holds it, and where it stands. */
export interface CommuneHolder {
  readonly holder: Holder;
  readonly standing: CptsStanding;
}

export interface CommuneModel {
  readonly asOf: IsoDay;
  readonly vintage: Vintages;
  readonly commune: CommuneDetail;
  readonly department: Department;
  readonly coverage: CommuneCoverage;
  /** Highest stage first. */
  readonly holders: readonly CommuneHolder[];
  /** What it is while nobody is known to hold it; null when somebody does. */
  readonly blankLabel: BlankLabel | null;
}

/** No commune of today has this code; those that took over the former commune of that code, if it was one. */
export interface UnknownCommune {
  readonly successors: readonly { readonly code: string; readonly name: string }[];
}

/** A commune and the CPTS that cover it on `ask.asOf`, as its department counts it. Throws Forbidden. */
export async function communeCoverage(ask: Ask, code: string): Promise<Result<CommuneModel, UnknownCommune>> {
  const world = await openWorld(ask.viewer);
  const row = world.commune.get(code);
  const within = row && (await departmentCoverage(ask, row.departmentCode));
  const coverage = within?.coverage.byCommune.find((commune) => commune.code === code);
  if (!within || !coverage) return err({ successors: await findSuccessors(world.db.prisma, code) });

  const model = await atRevision(world.revision, `commune-coverage ${ask.asOf} ${code}`, async () => {
    const commune = await findCommune(world.db.prisma, code);
    if (commune === null) throw new RangeError(`commune ${code} left the reference while it was read`);
    const standingOf = new Map(within.cpts.map((cpts) => [cpts.slug, cpts]));
    return {
      asOf: ask.asOf,
      vintage: { ...within.vintage, population: commune.populationVintage },
      commune,
      department: within.department,
      coverage,
      holders: coverage.holders.flatMap((holder) => {
        const standing = standingOf.get(holder.id);
        return standing ? [{ holder, standing }] : [];
      }),
      blankLabel: coverage.stage === "none" ? within.coverage.blank.label : null,
    };
  });
  return ok(model);
}
