import { getDb } from "../db/client";
import { findLiveKey, noteKeyUse } from "../db/repositories/api-keys";
import { viewerOfAccount, type AccountViewer } from "./grant";
import { keyAttempt, unknownKeyAttempt, type TooMany } from "./limits";
import { callerOf } from "./origin";
import { hashOf, isToken, newToken } from "./token";

/** Says whose it is to whoever finds one, and to the tools that look for secrets in code. */
const PREFIX = "maillage_";
/** Use is written down this often at most: an answer costs no write of its own. */
const NOTED_MS = 5 * 60_000;

/** The secret of a key. Only its {@link hashOf} is kept. */
export const newKey = (): string => PREFIX + newToken();

/** Whom a request by key is for, or why it is for nobody. */
export type KeyHolder =
  | { readonly is: "holder"; readonly viewer: AccountViewer }
  /** No key was given. */
  | { readonly is: "absent" }
  /** It is no key, was taken back, has expired, or its account has no rights any more. */
  | { readonly is: "refused" }
  | { readonly is: "too_many"; readonly until: TooMany["until"] };

/** Who asks by `Authorization: Bearer maillage_…`, with the rights that the key's account has now. */
export async function keyHolder(headers: Headers, now: Date): Promise<KeyHolder> {
  const given = headers.get("authorization");
  if (given === null) return { is: "absent" };
  const database = await getDb();
  const key = /^Bearer +(\S+)$/i.exec(given.trim())?.[1] ?? "";
  const isOurs = key.startsWith(PREFIX) && isToken(key.slice(PREFIX.length));
  const known = isOurs ? await findLiveKey(database.prisma, hashOf(key), now) : null;
  const viewer = known && (await viewerOfAccount(database, known.userId));
  if (known === null || viewer === null) {
    const { refused } = await unknownKeyAttempt(database, callerOf(headers), now);
    return refused ? { is: "too_many", until: refused.until } : { is: "refused" };
  }
  const { refused } = await keyAttempt(database, known.id, now);
  if (refused) return { is: "too_many", until: refused.until };
  if (known.lastUsedAt === null || now.getTime() - known.lastUsedAt.getTime() > NOTED_MS) {
    await noteKeyUse(database.prisma, known.id, now);
  }
  return { is: "holder", viewer };
}
