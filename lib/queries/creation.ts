import { authorise, type Viewer } from "../auth/can";
import { getDb } from "../db/client";
import { listCptsNames, type CptsName } from "../db/repositories/cpts-names";
import { namesakes } from "../territory/namesakes";
import { openWorld } from "./world";

export interface DepartmentChoice {
  readonly code: string;
  readonly name: string;
}

export interface CreationChoices {
  /** By code. */
  readonly departments: readonly DepartmentChoice[];
  /** Those of the viewer, one of which the CPTS must be in. */
  readonly own: readonly DepartmentChoice[];
}

/** What a new CPTS may be chosen from. Throws Forbidden. */
export async function creationChoices(viewer: Viewer): Promise<CreationChoices> {
  authorise(viewer, "create", "cpts", { departments: viewer.departments });
  const world = await openWorld(viewer);
  const departments = world.departments.map(({ code, name }) => ({ code, name }));
  return { departments, own: departments.filter(({ code }) => viewer.departments.includes(code)) };
}

export type Namesake = CptsName;

/** The CPTS whose name is this one, or nearly. Throws Forbidden. */
export async function namesakesOf(viewer: Viewer, name: string): Promise<readonly Namesake[]> {
  authorise(viewer, "create", "cpts", { departments: viewer.departments });
  const { prisma } = await getDb();
  return namesakes(name, await listCptsNames(prisma));
}
