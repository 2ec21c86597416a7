import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databaseOver, migratePool, prismaOver } from "@/lib/db/database";
import { lockDirectory } from "@/lib/db/embedded/directory-lock";
import { openEmbedded, poolOver } from "@/lib/db/embedded/open";
import { endPool } from "@/lib/db/pool";
import { type Child, startChild } from "./child";
import { ROOT, failure } from "./harness";

let folder: string;
let directory: string;
const children: Child[] = [];

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "maillage-embedded-")));
  directory = path.join(folder, "pglite");
});
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  fs.rmSync(folder, { recursive: true, force: true });
});

function start(script: string, ...more: string[]): Child {
  const child = startChild(script, [directory, ...more]);
  children.push(child);
  return child;
}

test("one process at a time: the second is refused in French, a dead one's lock is taken over", async () => {
  const holder = start("hold.ts");
  await holder.until((lines) => lines.includes("open"));
  const fault = await failure(() => openEmbedded(directory));
  expect(fault).toMatchObject({ name: "StartupFault", code: "directory_in_use" });
  expect(String(fault)).toContain(
    `La base embarquée ${directory} est déjà utilisée par le processus ${holder.pid}`,
  );
  expect(String(fault)).toContain("rien n’a été modifié ni perdu");
  // Another name of the same directory is the same directory.
  const link = path.join(folder, "other-name");
  fs.symlinkSync(directory, link);
  expect(await failure(() => openEmbedded(link))).toMatchObject({ code: "directory_in_use" });

  await holder.kill();
  expect(fs.existsSync(`${directory}.lock`)).toBe(true);
  const open = await openEmbedded(directory);
  const second = start("hold.ts");
  expect(await second.ended).toBe(1);
  expect(second.lines.join("\n")).toContain(`est déjà utilisée par le processus ${process.pid}`);
  await open.close();
  expect(fs.existsSync(`${directory}.lock`)).toBe(false);

  const leaver = start("hold.ts", "leave");
  expect(await leaver.ended).toBe(0);
  expect(leaver.lines).toEqual(["open"]);
  expect(fs.existsSync(`${directory}.lock`)).toBe(false);
});

test("a connection that goes away takes its transaction along, as on a server", async () => {
  const database = await PGlite.create();
  const pool = poolOver(database);
  await pool.query("CREATE TABLE kept (n int)");
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("INSERT INTO kept VALUES (1)");
  client.release(true);
  await pool.query("INSERT INTO kept VALUES (2)");
  expect(database.isInTransaction()).toBe(false);
  expect((await pool.query("SELECT n FROM kept")).rows).toEqual([{ n: 2 }]);
  await endPool(pool);
  await database.close();
});

test("killed while it writes: all that was acknowledged is there, and it opens again", async () => {
  const writer = start("write.ts");
  await writer.until((lines) => lines.length >= 25);
  await writer.kill();
  const acknowledged = writer.lines.map(Number).filter((n) => n > 0).length;

  const open = await openEmbedded(directory);
  expect(await migratePool(open, ROOT)).toEqual([]);
  const database = await databaseOver(open, prismaOver(open));
  const entries = await database.prisma.auditEntry.count();
  expect(entries).toBeGreaterThanOrEqual(acknowledged);
  // Each write is one entry and one revision, or neither.
  expect(await database.revision()).toBe(entries);
  await database.close();
});

test("killed while it creates the database: the next start begins again", async () => {
  fs.mkdirSync(directory);
  fs.writeFileSync(path.join(directory, "PG_VERSION"), "18\n");
  fs.writeFileSync(`${directory}.creating`, "");
  const open = await openEmbedded(directory);
  expect((await open.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await open.close();
  expect(fs.existsSync(`${directory}.creating`)).toBe(false);
});

test("a directory that holds something else is left as it is", async () => {
  fs.mkdirSync(directory);
  fs.writeFileSync(path.join(directory, "PG_VERSION"), "11\n");
  expect(await failure(() => openEmbedded(directory))).toMatchObject({ code: "directory_unusable" });
  expect(fs.readFileSync(path.join(directory, "PG_VERSION"), "utf8")).toBe("11\n");
  expect(fs.existsSync(`${directory}.lock`)).toBe(false);
});

test("a lock of another machine holds while it is renewed, and is taken over a minute later", () => {
  fs.mkdirSync(directory);
  const file = `${directory}.lock`;
  fs.writeFileSync(file, JSON.stringify({ pid: 1, host: "another-machine", startedAt: null }));
  expect(() => lockDirectory(directory)).toThrow("le processus 1 de another-machine");
  const past = new Date(Date.now() - 61_000);
  fs.utimesSync(file, past, past);
  lockDirectory(directory).release();
  expect(fs.existsSync(file)).toBe(false);
});

test("a lock half written is somebody's for a minute; the number of a dead process, used again, is nobody's", () => {
  fs.mkdirSync(directory);
  const file = `${directory}.lock`;
  fs.writeFileSync(file, "");
  expect(() => lockDirectory(directory)).toThrow("déjà utilisée par un autre processus");
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, host: os.hostname(), startedAt: "boot:1" }));
  const lock = lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(`le processus ${process.pid}`);
  lock.release();
  lock.release();
  lockDirectory(directory).release();
});
