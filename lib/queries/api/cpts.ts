import type { Stage } from "@/lib/record/lifecycle";
import type { CptsList } from "@/lib/schemas/api/cpts";
import type { Ask } from "../ask";
import { atRevision } from "../cache";
import { cptsStanding, type CptsStanding } from "../cpts-standing";
import { openWorld } from "../world";
import { extentFields, standingFields } from "./values";

export interface CptsFilter {
  readonly department?: string | undefined;
  readonly stage?: Stage | undefined;
}

/** `GET /api/v1/cpts`, by slug; null when the department asked for does not exist. */
export async function cptsAnswer(ask: Ask, { department, stage }: CptsFilter): Promise<CptsList | null> {
  const world = await openWorld(ask.viewer);
  if (department !== undefined && !world.departmentOf.has(department)) return null;
  const { all } = await atRevision(world.revision, `cpts-standings ${ask.asOf}`, async () => ({
    all: world.cpts.map(({ slug }) => cptsStanding(world, slug, ask.asOf)),
  }));
  const asked = all.filter(
    (cpts) =>
      (department === undefined || cpts.departments.includes(department)) &&
      (stage === undefined || cpts.state.stage === stage),
  );
  return { asOf: ask.asOf, cpts: asked.map(itemOf) };
}

function itemOf(cpts: CptsStanding): CptsList["cpts"][number] {
  return {
    slug: cpts.slug,
    name: cpts.name,
    departments: [...cpts.departments],
    ...standingFields(cpts),
    ...extentFields(cpts.whole),
  };
}
