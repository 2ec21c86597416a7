import type { Tx } from "./rows";

/** A key as its owner reads it: never its secret. */
export interface KeyRow {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const SHOWN = {
  id: true,
  label: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
} as const;

const live = (now: Date) => ({ revokedAt: null, expiresAt: { gt: now } });

/** The keys of an account, latest first, those that open nothing any more included. */
export async function listKeys(tx: Tx, userId: string): Promise<KeyRow[]> {
  return tx.apiKey.findMany({
    where: { userId },
    select: SHOWN,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}

export async function countLiveKeys(tx: Tx, userId: string, now: Date): Promise<number> {
  return tx.apiKey.count({ where: { userId, ...live(now) } });
}

/** @returns its id. */
export async function insertKey(
  tx: Tx,
  key: {
    readonly userId: string;
    readonly label: string;
    readonly keyHash: string;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<string> {
  return (await tx.apiKey.create({ data: key, select: { id: true } })).id;
}

/** The key of a secret, while it holds. */
export async function findLiveKey(
  tx: Tx,
  keyHash: string,
  now: Date,
): Promise<{ readonly id: string; readonly userId: string; readonly lastUsedAt: Date | null } | null> {
  return tx.apiKey.findFirst({
    where: { keyHash, ...live(now) },
    select: { id: true, userId: true, lastUsedAt: true },
  });
}

export async function noteKeyUse(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.apiKey.updateMany({ where: { id }, data: { lastUsedAt: now } });
}

/** Takes a key of the account back. @returns its label, or null where the account has no such key in force. */
export async function revokeKeyRow(tx: Tx, userId: string, id: string, now: Date): Promise<string | null> {
  const found = await tx.apiKey.findFirst({
    where: { id, userId, revokedAt: null },
    select: { label: true },
  });
  if (found === null) return null;
  await tx.apiKey.update({ where: { id }, data: { revokedAt: now } });
  return found.label;
}
