import { getDb } from "../../db/client";
import { listSessions } from "../../db/repositories/account-life";
import { listKeys } from "../../db/repositories/api-keys";
import { findGrant } from "../../db/repositories/accounts";
import { appendAudit } from "../../db/repositories/audit";
import { scopeNames } from "../../queries/accounts/invitation";
import type { Act } from "./outcome";
import { ownId } from "./own-account";

/**
 * All that is kept of the viewer as a person, for them to take away (RGPD, articles 15 and 20); that it was
 * taken is in the journal.
 */
export async function takeOwnData({ viewer, now }: Act): Promise<object> {
  const actor = ownId(viewer, "read");
  const database = await getDb();
  return database.keep(async (tx) => {
    const user = await tx.authUser.findUniqueOrThrow({ where: { id: actor }, include: { accounts: true } });
    const grant = await findGrant(tx, actor);
    const entries = await tx.auditEntry.findMany({ where: { actor }, orderBy: { id: "asc" } });
    const sessions = await listSessions(tx, actor, now);
    const keys = await listKeys(tx, actor);
    const invitations = await tx.invitation.findMany({ where: { acceptedBy: actor } });
    await appendAudit(tx, {
      actor,
      action: "export_own_data",
      subject: `account:${actor}`,
      before: null,
      after: null,
    });
    return {
      exportedAt: now.toISOString(),
      account: { id: actor, name: user.name, email: user.email, createdAt: user.createdAt },
      rights: grant && {
        role: grant.role,
        organisation: grant.organisation,
        scope: await scopeNames(tx, grant),
      },
      signInMethods: user.accounts.map(({ providerId, accountId, createdAt }) => ({
        kind: providerId === "credential" ? "password" : "identity",
        ...(providerId === "credential" ? {} : { subject: accountId }),
        since: createdAt,
      })),
      sessions: sessions.map(({ createdAt, usedAt, address, userAgent }) => ({
        createdAt,
        usedAt,
        address,
        userAgent,
      })),
      apiKeys: keys.map(({ label, createdAt, expiresAt, revokedAt, lastUsedAt }) => ({
        label,
        createdAt,
        expiresAt,
        revokedAt,
        lastUsedAt,
      })),
      invitationsAccepted: invitations.map(({ email, createdAt, acceptedAt }) => ({
        email,
        createdAt,
        acceptedAt,
      })),
      journal: entries.map(({ at, action, subject }) => ({ at, action, subject })),
    };
  });
}
