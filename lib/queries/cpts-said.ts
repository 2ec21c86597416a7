import { findDossier } from "../db/repositories/dossier";
import type { Tx } from "../db/repositories/rows";
import type { IsoDay } from "../kernel/date";
import type { HealthProject, Identity } from "../record/dossier";

/** What everybody may read of what a CPTS says of itself: how to reach it, its projet de santé. Never people. */
export interface CptsSaid {
  readonly reach: Pick<Identity, "address" | "email" | "phone" | "website"> | null;
  readonly project: HealthProject | null;
}

/**
 * Null where nothing is recorded, and on a day of the past: this is kept as it stands today, without dates,
 * and says nothing of yesterday.
 */
export async function cptsSaid(
  tx: Tx,
  cptsId: string,
  { today, asOf }: { readonly today: IsoDay; readonly asOf: IsoDay },
): Promise<CptsSaid | null> {
  if (asOf < today) return null;
  const dossier = await findDossier(tx, cptsId);
  if (!dossier) return null;
  const { address, email, phone, website } = dossier.identity;
  const { project } = dossier;
  const reach = address || email || phone || website ? { address, email, phone, website } : null;
  const told = project.summary !== null || project.axes.length > 0;
  return reach || told ? { reach, project: told ? project : null } : null;
}
