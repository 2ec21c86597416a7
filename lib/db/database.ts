import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";
import { coalesce } from "./coalesce";
import { loadDatasets } from "./load";
import { migrate } from "./migrate";
import type { DatabaseKind, OpenPool } from "./pool";
import { bumpRevision, readRevision, takeTurn } from "./repositories/revision";
import type { Tx } from "./repositories/rows";

/** How long an interactive transaction waits for a connection, then may last. */
const WAIT_MS = 10_000;
const LAST_MS = 30_000;

export interface Database {
  readonly kind: DatabaseKind;
  /** For reads; a write goes through {@link write}. */
  readonly prisma: PrismaClient;
  /** One statement with its arguments, for what Prisma cannot say. Never inside a transaction of {@link write}. */
  query<Row extends Record<string, unknown>>(sql: string, args?: readonly unknown[]): Promise<Row[]>;
  /**
   * A write: `work` in one transaction that also takes the next revision, first, so that writers wait for
   * one another. Nothing is kept if it throws. Inside, only `tx`.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A write to what no read model shows (a draft, a document, an account): as {@link write}, in turn with the
   * other writers, but under the same revision, so that it does not make every page be computed again.
   */
  keep<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The revision of the record, never older than the call. */
  revision(): Promise<number>;
  /** Waits for what is under way, then leaves the database clean. Later calls do nothing. */
  close(): Promise<void>;
}

/**
 * Brings the database behind `open` up to date (migrations, then datasets) and serves it. On failure the
 * pool is closed.
 *
 * @param root the repository's folder.
 * @throws StartupFault, see {@link migrate} and {@link loadDatasets}.
 */
export async function serveDatabase(open: OpenPool, root: string): Promise<Database> {
  const prisma = prismaOver(open);
  try {
    await migratePool(open, root);
    await loadDatasets(prisma, root);
    return await databaseOver(open, prisma);
  } catch (error) {
    await prisma.$disconnect().catch(() => undefined);
    await open.close();
    throw error;
  }
}

export function prismaOver({ pool }: OpenPool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: WAIT_MS, timeout: LAST_MS },
  });
}

/** Applies `prisma/migrations`. @returns the names applied now. */
export async function migratePool({ pool }: OpenPool, root: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    const applied = await migrate(client, path.join(/*turbopackIgnore: true*/ root, "prisma", "migrations"));
    client.release();
    return applied;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The database as the product uses it, once it is up to date. */
export async function databaseOver(open: OpenPool, prisma: PrismaClient): Promise<Database> {
  const { kind, pool } = open;
  // The embedded database has no other writer than this process: what it committed is all there is.
  let committed = await readRevision(prisma);
  let closing: Promise<void> | null = null;
  return {
    kind,
    prisma,
    revision: kind === "embedded" ? async () => committed : coalesce(() => readRevision(prisma)),
    query: async <Row extends Record<string, unknown>>(sql: string, args: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...args])).rows,
    write: async (work) => {
      const { result, revision } = await prisma.$transaction(async (tx) => {
        const next = await bumpRevision(tx);
        return { result: await work(tx), revision: next };
      });
      // Only now: under the new revision, nobody may keep what was read before it was committed.
      committed = Math.max(committed, revision);
      return result;
    },
    keep: (work) =>
      prisma.$transaction(async (tx) => {
        await takeTurn(tx);
        return work(tx);
      }),
    close: () =>
      (closing ??= (async () => {
        await prisma.$disconnect().catch(() => undefined);
        await open.close();
      })()),
  };
}
