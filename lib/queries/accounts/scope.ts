import { authorise, Forbidden, type Viewer } from "../../auth/can";
import type { AccountRole } from "../../auth/viewer";
import { getDb } from "../../db/client";
import { findGrant } from "../../db/repositories/accounts";
import { scopeNames } from "./invitation";

export interface AccountScope {
  readonly role: AccountRole;
  /** CPTS, departments and regions by name; empty: no scope of its own. */
  readonly scope: readonly string[];
}

/** The viewer's own role and scope, in words. */
export async function accountScope(viewer: Viewer): Promise<AccountScope> {
  const { accountId } = viewer;
  if (accountId === null) throw new Forbidden("nobody is signed in");
  authorise(viewer, "read", "account", { accountId });
  const { prisma } = await getDb();
  const grant = await findGrant(prisma, accountId);
  if (grant === null) throw new Forbidden("the account has no rights");
  return { role: grant.role, scope: await scopeNames(prisma, grant) };
}
