import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll } from "vitest";
import { ANONYMOUS } from "@/lib/auth/can";
import { type Database, serveDatabase } from "@/lib/db/database";
import { poolOver } from "@/lib/db/embedded/open";
import { endPool } from "@/lib/db/pool";
import type { IsoDay } from "@/lib/kernel/date";
import type { Ask } from "@/lib/queries/ask";
import { useDatabase } from "../../db/harness";

/** The day that the public documents are described as of. */
export const TODAY: IsoDay = "2026-11-23";

export const askOn = (asOf: IsoDay = TODAY): Ask => ({ viewer: ANONYMOUS, today: TODAY, asOf });

/** Before the tests of a file: the embedded database in memory, migrated and loaded as a first start does. */
export function loadedDatabase(): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    const memory = await PGlite.create();
    const pool = poolOver(memory);
    const close = async () => {
      await endPool(pool);
      await memory.close();
    };
    database = await serveDatabase({ kind: "embedded", pool, close }, process.cwd());
    useDatabase(database);
  }, 120_000);
  afterAll(() => database?.close());
  return () => {
    if (database === undefined) throw new Error("the database is not open yet");
    return database;
  };
}
