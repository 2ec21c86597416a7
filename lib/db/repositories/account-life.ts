import type { Tx } from "./rows";

/** A session as its owner reads it. */
export interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly usedAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
}

export async function listSessions(tx: Tx, userId: string, now: Date): Promise<SessionRow[]> {
  const rows = await tx.authSession.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: { updatedAt: "desc" },
  });
  return rows.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
    id,
    createdAt,
    usedAt: updatedAt,
    address: ipAddress || null,
    userAgent,
  }));
}

/** Ends one session of the account. @returns false where it has no such session. */
export async function endSession(tx: Tx, userId: string, id: string): Promise<boolean> {
  const { count } = await tx.authSession.deleteMany({ where: { userId, id } });
  return count === 1;
}

/** Ends every session of the account but `kept`. @returns how many. */
export async function endSessions(tx: Tx, userId: string, kept: string | null): Promise<number> {
  const { count } = await tx.authSession.deleteMany({
    where: { userId, ...(kept === null ? {} : { id: { not: kept } }) },
  });
  return count;
}

const RESET = "mot-de-passe:";

/** A link that sets another password; the former links of the account are dead. */
export async function putReset(tx: Tx, userId: string, tokenHash: string, expiresAt: Date): Promise<void> {
  await tx.authVerification.deleteMany({ where: { value: userId, identifier: { startsWith: RESET } } });
  await tx.authVerification.create({
    data: { id: crypto.randomUUID(), identifier: RESET + tokenHash, value: userId, expiresAt },
  });
}

/** The open account that the link belongs to, or null. */
export async function findReset(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<{ id: string; name: string; email: string } | null> {
  const row = await tx.authVerification.findFirst({
    where: { identifier: RESET + tokenHash, expiresAt: { gt: now } },
  });
  if (row === null) return null;
  return tx.authUser.findFirst({
    where: { id: row.value, closedAt: null },
    select: { id: true, name: true, email: true },
  });
}

/** Uses the link up. @returns false where somebody was quicker. */
export async function takeReset(tx: Tx, tokenHash: string): Promise<boolean> {
  const { count } = await tx.authVerification.deleteMany({ where: { identifier: RESET + tokenHash } });
  return count === 1;
}

/**
 * Empties the account of all that says who it was. Its id stays, for the journal; its rights and its ways to
 * sign in go.
 */
export async function emptyAccount(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.authSession.deleteMany({ where: { userId } });
  await tx.authAccount.deleteMany({ where: { userId } });
  await tx.authVerification.deleteMany({ where: { value: userId } });
  await tx.apiKey.deleteMany({ where: { userId } });
  await tx.accountScope.deleteMany({ where: { userId } });
  await tx.accountGrant.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  await tx.invitation.updateMany({ where: { acceptedBy: userId }, data: { email: "" } });
  await tx.authUser.update({
    where: { id: userId },
    data: {
      name: "Compte clos",
      // The column is unique: nobody else's, and nobody's address.
      email: `compte-clos-${userId.toLowerCase()}`,
      emailVerified: false,
      image: null,
      closedAt: now,
    },
  });
}

/** What nobody answered, and what was taken back, is kept this long for whoever invited. */
const UNANSWERED_MS = 30 * 24 * 3600_000;

/** Forgets what has served its time: sessions that ended, links that expired, invitations that nobody took. */
export async function forgetExpired(tx: Tx, now: Date, idleMs: number): Promise<void> {
  const idleSince = new Date(now.getTime() - idleMs);
  const before = new Date(now.getTime() - UNANSWERED_MS);
  await tx.authSession.deleteMany({
    where: { OR: [{ expiresAt: { lte: now } }, { updatedAt: { lt: idleSince } }] },
  });
  await tx.authVerification.deleteMany({ where: { expiresAt: { lte: now } } });
  // Told a while longer, so that whoever wonders why a program stopped finds it.
  await tx.apiKey.deleteMany({
    where: {
      OR: [
        { expiresAt: { lt: new Date(now.getTime() - UNANSWERED_MS) } },
        { revokedAt: { lt: new Date(now.getTime() - UNANSWERED_MS) } },
      ],
    },
  });
  await tx.invitation.deleteMany({
    where: { acceptedAt: null, OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  });
}
