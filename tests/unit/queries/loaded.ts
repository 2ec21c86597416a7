import { afterAll, beforeAll } from "vitest";
import { ANONYMOUS } from "@/lib/auth/can";
import { type Database, databaseOver, prismaOver } from "@/lib/db/database";
import { poolOver } from "@/lib/db/embedded/open";
import { type OpenPool, endPool } from "@/lib/db/pool";
import type { IsoDay } from "@/lib/kernel/date";
import type { Ask } from "@/lib/queries/ask";
import { useDatabase } from "../../db/harness";
import { loadedPGlite } from "../../db/loaded";

/** The day that the public documents are described as of. */
export const TODAY: IsoDay = "2026-11-23";

export const askOn = (asOf: IsoDay = TODAY): Ask => ({ viewer: ANONYMOUS, today: TODAY, asOf });

/** Before the tests of a file: the embedded database in memory, migrated and loaded as a first start does. */
export function loadedDatabase(): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    const memory = await loadedPGlite();
    const pool = poolOver(memory);
    const close = async () => {
      await endPool(pool);
      await memory.close();
    };
    const open: OpenPool = { kind: "embedded", pool, close };
    database = await databaseOver(open, prismaOver(open));
    useDatabase(database);
  }, 180_000);
  afterAll(() => database?.close());
  return () => {
    if (database === undefined) throw new Error("the database is not open yet");
    return database;
  };
}
