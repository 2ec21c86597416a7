import { can, Forbidden, type Viewer } from "../../auth/can";
import { alphabetical } from "../../format/fr";
import { keptRecords } from "../espace/kept-records";
import type { World } from "../world";

/** A CPTS whose money the viewer may see beside others'. */
export interface InLedger {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Departments it is attached to, the one whose CPAM holds its contract first. */
  readonly departments: readonly string[];
}

/**
 * The CPTS whose money the viewer may see together, by name: an agent's own departments, everything for
 * analysts and administrators. Throws Forbidden for whoever sees none together.
 */
export async function ledgerScope(viewer: Viewer, world: World): Promise<readonly InLedger[]> {
  if (!maySeeLedger(viewer)) throw new Forbidden(`${viewer.role} may not read ledger`);
  const kept = await keptRecords(world);
  return [...kept.values()]
    .filter(({ id, departments }) => can(viewer, "read", "ledger", { cptsId: id, departments }))
    .map(({ id, slug, departments, kept: { record } }) => ({ id, slug, departments, name: record.name }))
    .sort((a, b) => alphabetical(a.name, b.name));
}

/** Whether the pages that set several CPTS side by side are open to the viewer. */
export function maySeeLedger(viewer: Viewer): boolean {
  return can(viewer, "read", "ledger", { departments: viewer.departments });
}
