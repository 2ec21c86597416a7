import "server-only";
import path from "node:path";
import { type Database, serveDatabase } from "./database";
import { openEmbedded } from "./embedded/open";
import type { OpenPool } from "./pool";
import { openPostgresql } from "./postgresql";

export type { Database } from "./database";
export type { DatabaseKind } from "./pool";
export { StartupFault } from "./faults";

const DEFAULT_DIRECTORY = "data/pglite";

/** The process's one database. On globalThis: bundles and hot reloads each evaluate this module anew. */
const HANDLE = Symbol.for("maillage.db");
const store = globalThis as unknown as Record<symbol, Promise<Database> | undefined>;

/**
 * The database, opened once per process: PostgreSQL at `DATABASE_URL`, else the embedded one in
 * `PGLITE_DIR` (`data/pglite`). The first call migrates and loads; a failed opening is tried again by the
 * next call.
 *
 * @throws StartupFault with a message in French for the person who starts the product.
 */
export function getDb(): Promise<Database> {
  const known = store[HANDLE];
  if (known) return known;
  const opening = openFromEnvironment();
  store[HANDLE] = opening;
  opening.catch(() => {
    if (store[HANDLE] === opening) store[HANDLE] = undefined;
  });
  return opening;
}

/**
 * Closes the database if it is open (or opening). The next {@link getDb} opens it again, unless `forGood`:
 * a server that stops must not open it anew for a late request.
 */
export async function closeDb({ forGood = false } = {}): Promise<void> {
  const opening = store[HANDLE];
  store[HANDLE] = forGood
    ? Promise.reject(new Error("La base est fermée : le serveur s’arrête."))
    : undefined;
  store[HANDLE]?.catch(() => undefined);
  const database = await opening?.catch(() => undefined);
  await database?.close();
}

async function openFromEnvironment(): Promise<Database> {
  const root = process.cwd();
  return serveDatabase(await openPool(root), root);
}

async function openPool(root: string): Promise<OpenPool> {
  const url = process.env.DATABASE_URL;
  if (url) return openPostgresql(url, Number(process.env.DATABASE_POOL_MAX) || undefined);
  const directory = process.env.PGLITE_DIR || DEFAULT_DIRECTORY;
  return openEmbedded(path.resolve(/*turbopackIgnore: true*/ root, directory));
}
