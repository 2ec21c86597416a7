import type { Tx } from "./rows";

/** Windows that closed this long ago are forgotten. */
const FORGOTTEN_MS = 24 * 3600_000;

interface Counted {
  readonly count: number;
  /** When the window opened, in milliseconds since 1970. */
  readonly since: number;
}

/** One more attempt under `key`, in one statement: processes that count at once all count. */
export async function countAttempt(tx: Tx, key: string, now: number, windowMs: number): Promise<Counted> {
  const opens = BigInt(now - windowMs);
  const [row] = await tx.$queryRaw<{ count: number; since: bigint }[]>`
    INSERT INTO auth_rate_limit AS known (id, key, count, last_request)
    VALUES (${crypto.randomUUID()}, ${key}, 1, ${BigInt(now)})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN known.last_request <= ${opens} THEN 1 ELSE known.count + 1 END,
      last_request = CASE WHEN known.last_request <= ${opens} THEN ${BigInt(now)} ELSE known.last_request END
    RETURNING count, last_request AS since`;
  if (row === undefined) throw new Error("an attempt was not counted");
  if (row.count === 1) {
    await tx.authRateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(now - FORGOTTEN_MS) } } });
  }
  return { count: row.count, since: Number(row.since) };
}

/**
 * Takes one attempt back for each key: what succeeded was no guess. The others stay counted, or whoever knows
 * one password could guess without end.
 */
export async function forgiveAttempt(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE auth_rate_limit SET count = count - 1 WHERE key = ANY(${[...keys]}::text[]) AND count > 0`;
}
