import { can, type Viewer } from "../../auth/can";
import type { AnalysisFilters } from "../../schemas/analysis-address";
import { ledgerScope, type InLedger } from "../money/scope";
import type { World } from "../world";

/**
 * The CPTS that the filters keep, by id, whose payments or spending the viewer may read one by one. Of the filters,
 * those of a CPTS: its territory, itself. Throws Forbidden for whoever sees none together.
 */
export async function cptsWithin(
  viewer: Viewer,
  world: World,
  resource: "payments" | "spending",
  { region, department, cpts }: AnalysisFilters,
): Promise<ReadonlyMap<string, InLedger>> {
  const kept = (await ledgerScope(viewer, world)).filter(({ id, slug, departments }) => {
    const [first] = departments;
    return (
      can(viewer, "read", resource, { cptsId: id, departments }) &&
      (cpts === null || slug === cpts) &&
      (department === null || first === department) &&
      (region === null || (first !== undefined && world.departmentOf.get(first)?.regionCode === region))
    );
  });
  return new Map(kept.map((one) => [one.id, one]));
}
