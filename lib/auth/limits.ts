import type { Database } from "../db/database";
import { forgiveAttempt, countAttempt } from "../db/repositories/attempts";
import { hashOf } from "./token";

const MINUTE = 60_000;

/** At most this many attempts in a window that opens with the first. */
interface Limit {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

/** Sign-in: what is guessed on one account, and what is tried from one address, where a whole hospital may sit. */
const SIGN_IN_ACCOUNT: Limit = { name: "connexion compte", most: 8, windowMs: 15 * MINUTE };
const SIGN_IN_CALLER: Limit = { name: "connexion adresse", most: 40, windowMs: 15 * MINUTE };
const RESET_ACCOUNT: Limit = { name: "oubli compte", most: 3, windowMs: 60 * MINUTE };
const RESET_CALLER: Limit = { name: "oubli adresse", most: 20, windowMs: 60 * MINUTE };
/** A program that turns the pages of a long answer asks often; one that asks more than this is at fault. */
const KEY: Limit = { name: "clé", most: 300, windowMs: 5 * MINUTE };
const UNKNOWN_KEY: Limit = { name: "clé inconnue adresse", most: 60, windowMs: 15 * MINUTE };
const TOKEN_CALLER: Limit = { name: "lien adresse", most: 60, windowMs: 15 * MINUTE };

/** Refused until the instant `until`. */
export interface TooMany {
  readonly until: Date;
}

/** What was tried, to be taken back where it succeeded. */
export interface Attempt {
  /** Null: go on. */
  readonly refused: TooMany | null;
  succeeded(): Promise<void>;
}

export const signInAttempt = (database: Database, caller: string, email: string, now: Date) =>
  attempt(database, now, [SIGN_IN_ACCOUNT, email.toLowerCase()], [SIGN_IN_CALLER, networkOf(caller)]);

export const resetAttempt = (database: Database, caller: string, email: string, now: Date) =>
  attempt(database, now, [RESET_ACCOUNT, email.toLowerCase()], [RESET_CALLER, networkOf(caller)]);

/** Following a secret link, which nobody does sixty times in a quarter of an hour. */
export const tokenAttempt = (database: Database, caller: string, now: Date) =>
  attempt(database, now, [TOKEN_CALLER, networkOf(caller)]);

/** One request by a key, known by its id. */
export const keyAttempt = (database: Database, keyId: string, now: Date) =>
  attempt(database, now, [KEY, keyId]);

/** One request by a key that is nobody's. */
export const unknownKeyAttempt = (database: Database, caller: string, now: Date) =>
  attempt(database, now, [UNKNOWN_KEY, networkOf(caller)]);

/**
 * Counts before anything is checked, so that many at once are no way round. In the database: shared by every
 * process, and a restart forgets nothing. Only hashes are kept of who tried.
 */
async function attempt(
  { prisma }: Database,
  now: Date,
  ...counted: readonly (readonly [Limit, string])[]
): Promise<Attempt> {
  const keys = counted.map(([limit, of]) => ({ limit, key: `${limit.name} ${hashOf(of)}` }));
  let until = 0;
  for (const { limit, key } of keys) {
    const { count, since } = await countAttempt(prisma, key, now.getTime(), limit.windowMs);
    if (count > limit.most) until = Math.max(until, since + limit.windowMs);
  }
  return {
    refused: until === 0 ? null : { until: new Date(until) },
    succeeded: () =>
      forgiveAttempt(
        prisma,
        keys.map(({ key }) => key),
      ),
  };
}

/** An IPv6 subscriber has a whole /64: its addresses are one caller. */
function networkOf(caller: string): string {
  if (!caller.includes(":") || caller.includes(".")) return caller;
  const [head = "", tail = ""] = caller.split("%")[0]?.split("::") ?? [];
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
