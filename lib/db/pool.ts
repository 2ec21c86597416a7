import type pg from "pg";

export type DatabaseKind = "embedded" | "postgresql";

/** An open way to the database, before anything is known of what it holds. */
export interface OpenPool {
  readonly kind: DatabaseKind;
  readonly pool: pg.Pool;
  /** Ends the pool, then what is behind it. Safe to call after a failure. */
  close(): Promise<void>;
}

const DRAIN_MS = 5_000;

/** Ends a pool; a client that never comes back does not hold the process for more than five seconds. */
export async function endPool(pool: pg.Pool): Promise<void> {
  if (pool.ending) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DRAIN_MS);
  });
  await Promise.race([pool.end().catch(() => undefined), late]);
  clearTimeout(timer);
}
