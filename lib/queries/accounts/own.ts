import { authorise, can, Forbidden, type Viewer } from "../../auth/can";
import { IDLE_MS } from "../../auth/session";
import { isPasswordOpen } from "../../auth/ways-in";
import { getDb } from "../../db/client";
import { listSessions, type SessionRow } from "../../db/repositories/account-life";
import { listKeys, type KeyRow } from "../../db/repositories/api-keys";
import { passwordHashOf } from "../../db/repositories/accounts";
import { accountScope, type AccountScope } from "./scope";

export interface OwnSession extends SessionRow {
  readonly current: boolean;
}

/** A key as its owner reads it, and whether it still opens anything. */
export interface OwnKey extends KeyRow {
  readonly state: "live" | "expired" | "revoked";
}

/** One's own account: rights, sessions, ways to sign in. */
export interface OwnAccount extends AccountScope {
  readonly sessions: readonly OwnSession[];
  /** Whether it has a password, that can be changed. */
  readonly password: boolean;
  /** Whether it signs in with an identity. */
  readonly identity: boolean;
  /** Null where a key would open nothing. */
  readonly keys: readonly OwnKey[] | null;
}

export async function ownAccount(viewer: Viewer, sessionId: string, now: Date): Promise<OwnAccount> {
  const { accountId } = viewer;
  if (accountId === null) throw new Forbidden("nobody is signed in");
  authorise(viewer, "read", "account", { accountId });
  const { prisma } = await getDb();
  const usedSince = now.getTime() - IDLE_MS;
  const sessions = (await listSessions(prisma, accountId, now)).filter(
    ({ usedAt }) => usedAt.getTime() > usedSince,
  );
  const identities = await prisma.authAccount.count({
    where: { userId: accountId, providerId: { not: "credential" } },
  });
  const mayRead = can(viewer, "read", "ledger", { departments: viewer.departments });
  return {
    ...(await accountScope(viewer)),
    sessions: sessions.map((session) => ({ ...session, current: session.id === sessionId })),
    password: isPasswordOpen() && (await passwordHashOf(prisma, accountId)) !== null,
    identity: identities > 0,
    keys: mayRead
      ? (await listKeys(prisma, accountId)).map((key) => ({ ...key, state: stateOf(key, now) }))
      : null,
  };
}

function stateOf({ revokedAt, expiresAt }: KeyRow, now: Date): OwnKey["state"] {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "live";
}
