import { hashOf, newToken } from "../../auth/token";
import type { Database } from "../../db/database";
import { listAdministrators } from "../../db/repositories/accounts";
import { appendAudit } from "../../db/repositories/audit";
import { insertInvitation, revokeSystemInvitations, SYSTEM } from "../../db/repositories/invitations";

const DAY_MS = 24 * 3600_000;

/**
 * The path of a link that makes the first administrator, for a day and for one use; null where there is an
 * administrator. Each start makes another and revokes the former: the console is where it is read.
 */
export async function firstAdministratorPath(database: Database, now: Date): Promise<string | null> {
  if ((await listAdministrators(database.prisma)).length > 0) return null;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + DAY_MS);
  await database.keep(async (tx) => {
    await revokeSystemInvitations(tx, now);
    const id = await insertInvitation(tx, {
      tokenHash: hashOf(token),
      email: "",
      grant: { role: "administrator", organisation: "other", cpts: [], departments: [], regions: [] },
      invitedBy: SYSTEM,
      createdAt: now,
      expiresAt,
    });
    await appendAudit(tx, {
      actor: SYSTEM,
      action: "invite",
      subject: `invitation:${id}`,
      before: null,
      after: { role: "administrator", expiresAt: expiresAt.toISOString() },
    });
  });
  return `/premier-compte/${token}`;
}
