import type { Viewer } from "../../auth/can";
import { getDb } from "../../db/client";
import { listAdministrators, scopesOf, setRevoked, type Grant } from "../../db/repositories/accounts";
import { appendAudit } from "../../db/repositories/audit";
import type { Tx } from "../../db/repositories/rows";
import { ok } from "../../kernel/result";
import { firstOutside, requireInviter, statedGrant } from "./invite";
import { refused, type Act, type Outcome } from "./outcome";

/** Takes an account's rights back, and ends its sessions. Null where the viewer's reach holds no such account. */
export async function revokeAccess({ viewer, now }: Act, accountId: string): Promise<Outcome<null> | null> {
  const database = await getDb();
  return database.keep(async (tx): Promise<Outcome<null> | null> => {
    const found = await grantWithin(tx, viewer, accountId);
    if (found === null) return null;
    if (accountId === viewer.accountId) {
      return refused("form", "Vous ne pouvez pas retirer votre propre accès\u00a0: fermez votre compte.");
    }
    const administrators = await listAdministrators(tx);
    if (administrators.length === 1 && administrators[0] === accountId) {
      return refused("form", "C’est le dernier administrateur\u00a0: son accès ne peut pas être retiré.");
    }
    if (await setRevoked(tx, accountId, now)) {
      await appendAudit(tx, {
        actor: viewer.accountId ?? "",
        action: "revoke_access",
        subject: `account:${accountId}`,
        before: statedGrant(found),
        after: null,
      });
    }
    return ok(null);
  });
}

/** Gives rights that were taken back again, the same. Null where the viewer's reach holds no such account. */
export async function restoreAccess({ viewer }: Act, accountId: string): Promise<Outcome<null> | null> {
  const database = await getDb();
  return database.keep(async (tx) => {
    const found = await grantWithin(tx, viewer, accountId);
    if (found === null) return null;
    if (await setRevoked(tx, accountId, null)) {
      await appendAudit(tx, {
        actor: viewer.accountId ?? "",
        action: "restore_access",
        subject: `account:${accountId}`,
        before: null,
        after: statedGrant(found),
      });
    }
    return ok(null);
  });
}

/** The grant of an account that is not closed, revoked or not, if all of it is within the viewer's reach. */
async function grantWithin(tx: Tx, viewer: Viewer, accountId: string): Promise<Grant | null> {
  requireInviter(viewer, "coordinator");
  const row = await tx.accountGrant.findFirst({
    where: { userId: accountId, user: { closedAt: null } },
    include: { scopes: true },
  });
  if (row === null) return null;
  const grant = { role: row.role, organisation: row.organisation, ...scopesOf(row.scopes) };
  return (await firstOutside(tx, viewer, "revoke", grant)) === undefined ? grant : null;
}
