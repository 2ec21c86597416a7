import fs from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { StartupFault, messageOf } from "../faults";
import { type OpenPool, endPool } from "../pool";
import { lockDirectory } from "./directory-lock";
import { PGliteStream } from "./pglite-stream";

/**
 * Opens the embedded PostgreSQL of `directory` (created when absent), reserved for this process.
 *
 * @throws StartupFault `directory_in_use` or `directory_unusable`.
 */
export async function openEmbedded(directory: string): Promise<OpenPool> {
  const real = realDirectory(directory);
  const lock = lockDirectory(real);
  try {
    const database = await create(real);
    const pool = poolOver(database);
    return {
      kind: "embedded",
      pool,
      close: async () => {
        await endPool(pool);
        if (!database.closed) await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A pool of the official driver over a PGlite: one connection, as it has one session; others wait their turn. */
export function poolOver(database: PGlite): pg.Pool {
  return new pg.Pool({
    user: "postgres",
    database: "postgres",
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => new PGliteStream(database),
  });
}

function realDirectory(directory: string): string {
  try {
    fs.mkdirSync(/*turbopackIgnore: true*/ directory, { recursive: true });
    return fs.realpathSync(/*turbopackIgnore: true*/ directory);
  } catch (error) {
    throw unusable(directory, error);
  }
}

/**
 * A process killed while it creates the database leaves files that no PostgreSQL can open. A mark stands
 * beside the directory until the creation is over; while it does, the directory holds nothing of anybody's.
 */
async function create(directory: string): Promise<PGlite> {
  const mark = `${directory}.creating`;
  try {
    if (fs.existsSync(/*turbopackIgnore: true*/ mark)) empty(directory);
    if (fs.readdirSync(/*turbopackIgnore: true*/ directory).length === 0)
      fs.writeFileSync(/*turbopackIgnore: true*/ mark, "");
    const { PGlite } = await import("@electric-sql/pglite");
    const database = await PGlite.create(directory);
    fs.rmSync(/*turbopackIgnore: true*/ mark, { force: true });
    return database;
  } catch (error) {
    throw unusable(directory, error);
  }
}

function empty(directory: string): void {
  for (const name of fs.readdirSync(/*turbopackIgnore: true*/ directory)) {
    fs.rmSync(path.join(/*turbopackIgnore: true*/ directory, name), { recursive: true, force: true });
  }
}

function unusable(directory: string, cause: unknown): StartupFault {
  return new StartupFault(
    "directory_unusable",
    `La base embarquée ${directory} ne peut pas être ouverte : ${messageOf(cause)}.\n` +
      "  Son contenu n’a pas été effacé. Vérifiez que ce dossier est à vous, que le disque n’est pas plein,\n" +
      "  ou désignez un autre dossier par PGLITE_DIR.",
    { cause },
  );
}
