import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import { StartupFault, messageOf } from "./faults";

/** The advisory lock that Prisma's own engine takes to migrate: the two never run together. */
const PRISMA_LOCK = 72707369;

/** As Prisma creates it, to the letter: `prisma migrate` then works on the same database. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

/** Stands in `logs` while a migration of ours runs: if its process dies, what it began was undone with it. */
const IN_ONE_TRANSACTION = "maillage: one transaction, nothing stays if it does not finish";

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Row {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
  readonly logs: string | null;
}

/**
 * Applies the migrations of `directory` that the database lacks, with Prisma's own bookkeeping, under
 * Prisma's own lock: several processes may start together, one migrates while the others wait.
 *
 * Each migration and the row that says it is finished are one transaction. A failed one leaves nothing of
 * its own; its bookkeeping row survives with the error, marked rolled back (what `prisma migrate resolve
 * --rolled-back` would write), so that the next start tries again.
 *
 * @returns the names applied now, in order.
 * @throws StartupFault `migration_failed`, `migration_modified`, `database_newer` or `database_foreign`.
 */
export async function migrate(client: pg.ClientBase, directory: string): Promise<string[]> {
  const migrations = readMigrations(directory);
  await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
  try {
    await refuseForeignTables(client);
    await client.query(BOOKKEEPING);
    const done = await settle(client, migrations);
    const todo = migrations.filter(({ name }) => !done.has(name));
    for (const migration of todo) await apply(client, migration);
    return todo.map(({ name }) => name);
  } finally {
    // A lost connection has already given the lock back.
    await client.query("SELECT pg_advisory_unlock($1)", [PRISMA_LOCK]).catch(() => undefined);
  }
}

function readMigrations(directory: string): Migration[] {
  const script = (name: string) => path.join(/*turbopackIgnore: true*/ directory, name, "migration.sql");
  return fs
    .readdirSync(/*turbopackIgnore: true*/ directory)
    .filter((name) => fs.existsSync(/*turbopackIgnore: true*/ script(name)))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(/*turbopackIgnore: true*/ script(name), "utf8");
      return { name, sql, checksum: sha256(sql) };
    });
}

/** Reads what the database went through, refuses what this code must not touch; the names already applied. */
async function settle(client: pg.ClientBase, migrations: readonly Migration[]): Promise<Set<string>> {
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, logs
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const newer = rows.filter((row) => !known.has(row.migration_name));
  if (newer.length > 0) {
    throw new StartupFault(
      "database_newer",
      `Base plus récente que le programme : elle a reçu ${newer.map((row) => row.migration_name).join(", ")}, inconnu de cette version.\n` +
        "  Rien n’a été modifié ni perdu. Lancez la version la plus récente de Maillage sur cette base,\n" +
        "  ou restaurez la sauvegarde faite avant la mise à jour.",
    );
  }
  for (const row of rows.filter((candidate) => !candidate.finished)) await settleUnfinished(client, row);
  const finished = rows.filter((row) => row.finished);
  for (const row of finished) {
    const migration = known.get(row.migration_name);
    if (migration && !matches(migration.sql, row.checksum)) throw modified(migration.name);
  }
  return new Set(finished.map((row) => row.migration_name));
}

/** We hold the lock, so nobody is applying it any more: ours left nothing, another tool's may have. */
async function settleUnfinished(client: pg.ClientBase, row: Row): Promise<void> {
  if (row.logs !== IN_ONE_TRANSACTION) {
    throw new StartupFault(
      "migration_failed",
      `La migration ${row.migration_name} a été commencée par un autre outil et ne s’est pas terminée.\n` +
        "  Maillage n’y touche pas : rien de plus n’a été modifié. Vérifiez l’état de la base, puis déclarez-le par\n" +
        `  npx prisma migrate resolve --rolled-back ${row.migration_name} (ou --applied).`,
    );
  }
  await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now(), logs = 'interrupted'
     WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [row.migration_name],
  );
}

async function apply(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  if (/^\s*(begin|start\s+transaction|commit|rollback|end)\s*(work|transaction)?\s*;/im.test(sql)) {
    throw new StartupFault(
      "migration_failed",
      `La migration ${name} ouvre ou ferme elle-même une transaction, ce qui pourrait la laisser à moitié faite.\n` +
        "  Rien n’a été modifié. Retirez ces instructions du fichier : chaque migration est déjà une transaction.",
    );
  }
  const id = randomUUID();
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4)",
    [id, checksum, name, IN_ONE_TRANSACTION],
  );
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1, logs = NULL WHERE id = $1",
      [id],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => undefined);
    await client
      .query("UPDATE _prisma_migrations SET rolled_back_at = now(), logs = $2 WHERE id = $1", [
        id,
        messageOf(cause),
      ])
      .catch(() => undefined);
    throw new StartupFault(
      "migration_failed",
      `La migration ${name} a échoué : ${messageOf(cause)}.\n` +
        "  Elle a été annulée en entier : la base est comme avant, aucune donnée n’est perdue.\n" +
        "  Corrigez la cause, puis relancez : elle sera tentée de nouveau.",
      { cause },
    );
  }
}

/** A database without our bookkeeping must be empty (Prisma's P3005): it may be somebody else's. */
async function refuseForeignTables(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ relname: string }>(
    `SELECT c.relname FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
       AND to_regclass('_prisma_migrations') IS NULL
       -- Tables of an extension (PostGIS puts one in every database) are nobody's data.
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY c.relname LIMIT 3`,
  );
  if (rows.length === 0) return;
  throw new StartupFault(
    "database_foreign",
    `Cette base contient déjà des tables qui ne sont pas de Maillage (${rows.map((row) => row.relname).join(", ")}…).\n` +
      "  Rien n’y a été modifié. Créez une base vide pour Maillage et désignez-la par DATABASE_URL.",
  );
}

function modified(name: string): StartupFault {
  return new StartupFault(
    "migration_modified",
    `La migration ${name} a été modifiée après avoir été appliquée à cette base : le fichier ne dit plus ce que la base contient.\n` +
      "  Rien n’a été modifié ni perdu. Rétablissez le fichier d’origine (git checkout prisma/migrations) ;\n" +
      "  un changement de schéma s’écrit dans une nouvelle migration.",
  );
}

/** As Prisma compares them: git on Windows may have turned the ends of lines. */
function matches(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll("\r\n", "\n");
  return [sql, unix, unix.replaceAll("\n", "\r\n")].some((text) => sha256(text) === checksum);
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
