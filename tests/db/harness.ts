import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { type Database, databaseOver, prismaOver, serveDatabase } from "@/lib/db/database";
import { poolOver } from "@/lib/db/embedded/open";
import { type OpenPool, endPool } from "@/lib/db/pool";
import { openPostgresql } from "@/lib/db/postgresql";
import { loadedPGlite } from "./loaded";
import { type PostgresServer, postgresBin, startPostgres } from "./postgres-server";

/** One of the two databases that the product runs on. What it gives is closed by the harness after the suite. */
export interface Engine {
  readonly name: string;
  /** A database with nothing in it. */
  blank(): Promise<OpenPool>;
  /** A database of its own, migrated and loaded, that no other test sees. */
  copy(): Promise<Database>;
  /** Address of the last blank database; undefined on the embedded engine. */
  readonly url: string | undefined;
}

interface Running extends Engine {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const ROOT = process.cwd();

/** A suite on a real PostgreSQL, which it starts and stops. Where none is installed it is skipped, and says so. */
export function describeOnPostgresql(title: string, suite: (engine: Engine) => void): void {
  const bin = postgresBin();
  if (bin !== undefined) return describeOn(postgresEngine(bin), title, suite);
  console.warn("\n!!! NOT RUN on PostgreSQL, which is not installed here (initdb not found) !!!\n");
  describe.skip(title, () => undefined);
}

/**
 * A suite for what does not depend on the engine: use cases that keep what they read in the process, under a
 * revision that two databases would share.
 */
export function describeEmbedded(title: string, suite: (engine: Engine) => void): void {
  describeOn(embeddedEngine(), title, suite);
}

function describeOn(engine: Running, title: string, suite: (engine: Engine) => void): void {
  describe(title, () => {
    beforeAll(() => engine.start());
    afterAll(() => engine.stop());
    suite(engine);
  });
}

function embeddedEngine(): Running {
  // Made once, then cloned: a creation and a load take seconds, a clone less than one.
  let empty: Promise<PGlite> | undefined;
  let base: Promise<PGlite> | undefined;
  const opened: OpenPool[] = [];

  function openOver(database: PGlite): OpenPool {
    const pool = poolOver(database);
    const close = async () => {
      await endPool(pool);
      if (!database.closed) await database.close();
    };
    const open: OpenPool = { kind: "embedded", pool, close };
    opened.push(open);
    return open;
  }

  return {
    name: "PGlite",
    url: undefined,
    start: async () => undefined,
    blank: async () => openOver(await clone((empty ??= PGlite.create()))),
    copy: async () => {
      const open = openOver(await clone((base ??= loadedPGlite())));
      return databaseOver(open, prismaOver(open));
    },
    stop: async () => {
      for (const open of opened.splice(0)) await open.close();
      await (await base)?.close();
      await (await empty)?.close();
    },
  };
}

async function clone(of: Promise<PGlite>): Promise<PGlite> {
  return (await (await of).clone()) as PGlite;
}

function postgresEngine(bin: string): Running {
  let server: PostgresServer | undefined;
  let base: Promise<string> | undefined;
  let last: string | undefined;
  let count = 0;
  const opened: OpenPool[] = [];

  async function create(template = "template0"): Promise<OpenPool> {
    if (server === undefined) throw new Error("PostgreSQL is not started");
    const name = `test_${(count += 1)}`;
    await admin(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    last = server.url(name);
    const open = await openPostgresql(last);
    opened.push(open);
    return open;
  }

  async function makeBase(): Promise<string> {
    if (server === undefined) throw new Error("PostgreSQL is not started");
    await admin(server, "CREATE DATABASE base");
    const served = await serveDatabase(await openPostgresql(server.url("base")), ROOT);
    await served.close();
    return "base";
  }

  return {
    name: "PostgreSQL",
    get url() {
      return last;
    },
    start: async () => {
      server = await startPostgres(bin);
    },
    blank: () => create(),
    copy: async () => {
      const open = await create(await (base ??= makeBase()));
      return databaseOver(open, prismaOver(open));
    },
    stop: async () => {
      for (const open of opened.splice(0)) await open.close();
      server?.stop();
    },
  };
}

async function admin(server: PostgresServer, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** What `work` throws. */
export async function failure(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("it should have failed");
}

/** Makes this database the one that `getDb()` gives in this process. */
export function useDatabase(database: Database): void {
  (globalThis as unknown as Record<symbol, unknown>)[Symbol.for("maillage.db")] = Promise.resolve(database);
}
