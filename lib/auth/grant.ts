import type { Database } from "../db/database";
import { departmentsOfRegions, findGrant } from "../db/repositories/accounts";
import type { Viewer } from "./viewer";

/** A viewer who has an account. */
export type AccountViewer = Viewer & { readonly accountId: string };

/** An account with the rights it has now; null where it is closed, or its rights were taken back. */
export async function viewerOfAccount(
  { prisma }: Database,
  accountId: string,
): Promise<AccountViewer | null> {
  const grant = await findGrant(prisma, accountId);
  if (grant === null) return null;
  const { role, organisation, cpts, regions } = grant;
  const inRegions = await departmentsOfRegions(prisma, regions);
  const departments = [...new Set([...grant.departments, ...inRegions])].sort();
  return { role, organisation, accountId, cpts, departments };
}
