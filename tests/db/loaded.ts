import fs from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { serveDatabase } from "@/lib/db/database";
import { poolOver } from "@/lib/db/embedded/open";
import { endPool } from "@/lib/db/pool";

const PATIENCE_MS = 150_000;

/**
 * The embedded database in memory, migrated and loaded as a first start does: that takes seconds, so the first
 * file of a run that asks makes it and leaves an archive to the others.
 */
export async function loadedPGlite(): Promise<PGlite> {
  const folder = inject("runFolder");
  const archive = path.join(folder, "loaded.tar");
  if (isFirst(path.join(folder, "making"))) return makeArchive(archive);
  const until = Date.now() + PATIENCE_MS;
  while (!fs.existsSync(archive)) {
    if (Date.now() > until) throw new Error("the file that makes the loaded database failed: see its error");
    await wait(50);
  }
  return PGlite.create({ loadDataDir: await fs.openAsBlob(archive) });
}

async function makeArchive(archive: string): Promise<PGlite> {
  const database = await PGlite.create();
  const pool = poolOver(database);
  const served = await serveDatabase({ kind: "embedded", pool, close: () => endPool(pool) }, process.cwd());
  await served.close();
  const dump = await database.dumpDataDir("none");
  fs.writeFileSync(`${archive}.part`, Buffer.from(await dump.arrayBuffer()));
  fs.renameSync(`${archive}.part`, archive);
  return database;
}

/** One process at most creates a folder. */
function isFirst(mark: string): boolean {
  try {
    fs.mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}
