import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migratePool, serveDatabase } from "@/lib/db/database";
import { openPostgresql } from "@/lib/db/postgresql";
import type { OpenPool } from "@/lib/db/pool";
import { type Engine, ROOT, failure } from "./harness";

const SHIPPED = path.join(ROOT, "prisma", "migrations");
const NAMES = fs
  .readdirSync(SHIPPED)
  .filter((name) => fs.existsSync(path.join(SHIPPED, name, "migration.sql")));

interface Bookkeeping {
  migration_name: string;
  checksum: string;
  finished: boolean;
  rolled_back: boolean;
  logs: string | null;
  applied_steps_count: number;
}

async function bookkeeping({ pool }: OpenPool): Promise<Bookkeeping[]> {
  const { rows } = await pool.query<Bookkeeping>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished,
       rolled_back_at IS NOT NULL AS rolled_back, logs, applied_steps_count
     FROM _prisma_migrations ORDER BY started_at, migration_name`,
  );
  return rows;
}

async function tables({ pool }: OpenPool): Promise<string[]> {
  const { rows } = await pool.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  return rows.map((row) => row.tablename);
}

export function migrations(engine: Engine): void {
  describe("migrations", () => {
    let root: string;
    let open: OpenPool;

    /** Writes a migration beside copies of the shipped ones. */
    function write(name: string, sql: string): void {
      const folder = path.join(root, "prisma", "migrations", name);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, "migration.sql"), sql);
    }

    beforeEach(async () => {
      root = fs.mkdtempSync(path.join(os.tmpdir(), "maillage-migrations-"));
      fs.cpSync(SHIPPED, path.join(root, "prisma", "migrations"), { recursive: true });
      open = await engine.blank();
    });
    afterEach(async () => {
      fs.rmSync(root, { recursive: true, force: true });
      await open.close();
    });

    test("apply once, with the bookkeeping that Prisma's own engine reads", async () => {
      expect(await migratePool(open, root)).toEqual(NAMES);
      expect(await bookkeeping(open)).toEqual(
        NAMES.map((name) => ({
          migration_name: name,
          checksum: createHash("sha256")
            .update(fs.readFileSync(path.join(SHIPPED, name, "migration.sql")))
            .digest("hex"),
          finished: true,
          rolled_back: false,
          logs: null,
          applied_steps_count: 1,
        })),
      );
      expect(await migratePool(open, root)).toEqual([]);
      expect(await bookkeeping(open)).toHaveLength(NAMES.length);
    });

    test("a failed one leaves nothing but its row, and is tried again once mended", async () => {
      await migratePool(open, root);
      write("29990101000000_late", "CREATE TABLE half (id int);\nALTER TABLE nowhere ADD COLUMN x int;");
      const fault = await failure(() => migratePool(open, root));
      expect(fault).toMatchObject({ name: "StartupFault", code: "migration_failed" });
      expect(String(fault)).toMatch(
        /29990101000000_late a échoué : .*nowhere[\s\S]*aucune donnée n’est perdue/,
      );
      expect(await tables(open)).not.toContain("half");
      expect((await bookkeeping(open)).at(-1)).toMatchObject({
        migration_name: "29990101000000_late",
        finished: false,
        rolled_back: true,
        logs: expect.stringContaining("nowhere") as string,
      });

      write("29990101000000_late", "CREATE TABLE half (id int);");
      expect(await migratePool(open, root)).toEqual(["29990101000000_late"]);
      expect(await tables(open)).toContain("half");
      expect(await migratePool(open, root)).toEqual([]);
    });

    test("one interrupted by a crash is tried again; one begun by another tool is left to people", async () => {
      await migratePool(open, root);
      write("29990101000000_late", "CREATE TABLE late (id int);");
      const unfinished = (logs: string | null) =>
        open.pool.query(
          "INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES (gen_random_uuid(), '', $1, $2)",
          ["29990101000000_late", logs],
        );
      await unfinished("maillage: one transaction, nothing stays if it does not finish");
      expect(await migratePool(open, root)).toEqual(["29990101000000_late"]);

      write("29990102000000_later", "CREATE TABLE later (id int);");
      await open.pool.query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '2999%'");
      await unfinished(null);
      const fault = await failure(() => migratePool(open, root));
      expect(fault).toMatchObject({ code: "migration_failed" });
      expect(String(fault)).toContain("npx prisma migrate resolve --rolled-back 29990101000000_late");
      expect(await tables(open)).not.toContain("later");
    });

    test("one modified after it was applied is refused, other ends of lines are not", async () => {
      await migratePool(open, root);
      const [first = ""] = NAMES;
      const sql = fs.readFileSync(path.join(SHIPPED, first, "migration.sql"), "utf8");
      write(first, sql.replaceAll("\n", "\r\n"));
      expect(await migratePool(open, root)).toEqual([]);
      write(first, `${sql}\n-- changed`);
      const fault = await failure(() => migratePool(open, root));
      expect(fault).toMatchObject({ code: "migration_modified" });
      expect(String(fault)).toContain(`La migration ${first} a été modifiée`);
    });

    test("a newer database is refused", async () => {
      write("29990101000000_late", "CREATE TABLE late (id int);");
      await migratePool(open, root);
      const fault = await failure(() => migratePool(open, ROOT));
      expect(fault).toMatchObject({ code: "database_newer" });
      expect(String(fault)).toMatch(/Base plus récente que le programme : .*29990101000000_late/);
    });

    test("a database that is somebody else's is refused untouched", async () => {
      await open.pool.query("CREATE TABLE theirs (id int)");
      expect(await failure(() => migratePool(open, root))).toMatchObject({ code: "database_foreign" });
      expect(await tables(open)).toEqual(["theirs"]);
    });

    test("a script that ends the transaction by itself is refused before it runs", async () => {
      await migratePool(open, root);
      write("29990101000000_late", "CREATE TABLE late (id int);\nCOMMIT;\nSELECT 1;");
      expect(await failure(() => migratePool(open, root))).toMatchObject({ code: "migration_failed" });
      expect(await tables(open)).not.toContain("late");
    });

    test("two processes that start together: one migrates and loads, the other finds it done", async (context) => {
      const { url } = engine;
      if (url === undefined) return context.skip();
      const starters = await Promise.all([openPostgresql(url), openPostgresql(url)]);
      const databases = await Promise.all(starters.map((starter) => serveDatabase(starter, ROOT)));
      const [first, second] = databases;
      expect(await first?.prisma.commune.count()).toBe(34_875);
      expect(await second?.prisma.cpts.count()).toBe(17);
      expect(await first?.prisma.auditEntry.count()).toBe(3);
      expect((await bookkeeping(open)).map((row) => row.migration_name)).toEqual(NAMES);
      for (const database of databases) await database.close();
    });
  });
}
