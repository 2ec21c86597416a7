import { can, Forbidden } from "../../auth/can";
import { newKey } from "../../auth/api-key";
import { hashOf } from "../../auth/token";
import { getDb } from "../../db/client";
import { countLiveKeys, insertKey, revokeKeyRow } from "../../db/repositories/api-keys";
import { appendAudit } from "../../db/repositories/audit";
import { err, ok } from "../../kernel/result";
import { keySchema } from "../../schemas/api-key";
import { faultsOf, refused, type Act, type Outcome } from "./outcome";
import { ownId } from "./own-account";

/** In force at once: a key that nobody remembers is taken back before another is made. */
const MOST_KEYS = 10;

export interface MadeKey {
  /** The secret, told this once. */
  readonly key: string;
  readonly label: string;
  readonly expiresAt: Date;
}

/**
 * Makes a key that reads with the rights of the viewer's account, as they are at each request. For whoever
 * reads figures that are not public; Forbidden for the others, whom a key would open nothing.
 */
export async function makeKey({ viewer, now }: Act, input: unknown): Promise<Outcome<MadeKey>> {
  const userId = ownId(viewer, "write");
  if (!can(viewer, "read", "ledger", { departments: viewer.departments })) {
    throw new Forbidden(`${viewer.role} has nothing to read by key`);
  }
  const parsed = keySchema.safeParse(input);
  if (!parsed.success) return err(faultsOf(parsed.error));
  const { label, months } = parsed.data;
  const key = newKey();
  const expiresAt = new Date(now);
  expiresAt.setUTCMonth(expiresAt.getUTCMonth() + Number(months));
  return (await getDb()).keep(async (tx): Promise<Outcome<MadeKey>> => {
    if ((await countLiveKeys(tx, userId, now)) >= MOST_KEYS) {
      return refused("form", `${MOST_KEYS} clés sont déjà en service\u00a0: retirez-en une d’abord.`);
    }
    await insertKey(tx, { userId, label, keyHash: hashOf(key), createdAt: now, expiresAt });
    const after = { label, expiresAt: expiresAt.toISOString() };
    await appendAudit(tx, {
      actor: userId,
      action: "make_api_key",
      subject: `account:${userId}`,
      before: null,
      after,
    });
    return ok({ key, label, expiresAt });
  });
}

/** Takes one of one's own keys back, at once. @returns false where the account has no such key in force. */
export async function revokeKey({ viewer, now }: Act, id: string): Promise<boolean> {
  const userId = ownId(viewer, "write");
  if (!/^[0-9a-f-]{36}$/.test(id)) return false;
  return (await getDb()).keep(async (tx) => {
    const label = await revokeKeyRow(tx, userId, id, now);
    if (label === null) return false;
    const subject = `account:${userId}`;
    await appendAudit(tx, {
      actor: userId,
      action: "revoke_api_key",
      subject,
      before: { label },
      after: null,
    });
    return true;
  });
}
