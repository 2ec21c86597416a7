import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { closeDb, getDb } from "@/lib/db/client";
import { openPostgresql } from "@/lib/db/postgresql";
import { openRuntime } from "@/lib/db/runtime";
import { failure } from "./harness";
import { type PostgresServer, freePort, postgresBin, startPostgres } from "./postgres-server";

const bin = postgresBin();
const onPostgres = bin === undefined ? test.skip : test;
let server: PostgresServer | undefined;

beforeAll(async () => {
  if (bin !== undefined) server = await startPostgres(bin);
});
afterAll(() => server?.stop());
afterEach(async () => {
  await closeDb();
  delete process.env.DATABASE_URL;
});

function url(database: string): string {
  return server?.url(database) ?? "";
}

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  await client.query(sql);
  await client.end();
}

test("a server that does not answer, or an address that is none, is said in French without the password", async () => {
  const address = `postgresql://agent:secret@127.0.0.1:${await freePort()}/maillage`;
  const fault = await failure(() => openPostgresql(address));
  expect(fault).toMatchObject({ name: "StartupFault", code: "database_unreachable" });
  expect(String(fault)).toMatch(/ne répond pas : .*ECONNREFUSED[\s\S]*Aucune donnée n’est perdue/);
  expect(String(fault)).not.toContain("secret");
  const wrong = await failure(() => openPostgresql("maillage:secret"));
  expect(wrong).toMatchObject({ code: "database_url_invalid" });
  expect(String(wrong)).not.toContain("secret");
});

onPostgres("a database that is not there, a user that the server refuses", async () => {
  expect(await failure(() => openPostgresql(url("nowhere")))).toMatchObject({ code: "database_missing" });
  const stranger = url("postgres").replace("postgres@", "stranger@");
  const fault = await failure(() => openPostgresql(stranger));
  expect(fault).toMatchObject({ code: "database_auth" });
  expect(String(fault)).toContain("« stranger »");
});

onPostgres("sessions are in UTC whatever the address asks, and its other options are kept", async () => {
  const options = encodeURIComponent("-c TimeZone=Europe/Paris -c application_name=mine");
  const open = await openPostgresql(`${url("postgres")}?options=${options}`);
  const { rows } = await open.pool.query<{ zone: string }>("SELECT current_setting('TimeZone') AS zone");
  expect(rows).toEqual([{ zone: "UTC" }]);
  await open.close();
});

onPostgres(
  "a failed opening is tried again; the same database is given to all; the front finds its handle",
  async () => {
    process.env.DATABASE_URL = url("late");
    expect(await failure(() => getDb())).toMatchObject({ code: "database_missing" });
    await admin("CREATE DATABASE late");
    const [one, other] = await Promise.all([getDb(), getDb()]);
    expect(one).toBe(other);
    expect(one.kind).toBe("postgresql");

    const runtime = await openRuntime();
    expect((globalThis as unknown as Record<symbol, unknown>)[Symbol.for("maillage.runtime")]).toBe(runtime);
    expect(runtime.kind).toBe("postgresql");
    expect(runtime.today()).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await runtime.revision()).toBe(3);
    // Another process writes: the next call sees it.
    await one.query("UPDATE record_revision SET revision = 7");
    expect(await Promise.all([runtime.revision(), runtime.revision(), runtime.revision()])).toEqual([
      7, 7, 7,
    ]);

    await runtime.close();
    await expect(getDb()).rejects.toThrow("La base est fermée");
  },
);

onPostgres("writers of two processes never take the same revision", async () => {
  await admin("CREATE DATABASE two TEMPLATE late");
  process.env.DATABASE_URL = url("two");
  const first = await getDb();
  const { databaseOver, prismaOver } = await import("@/lib/db/database");
  const open = await openPostgresql(url("two"));
  const second = await databaseOver(open, prismaOver(open));
  const before = await first.revision();
  const seen: number[] = [];
  const write = (database: typeof first) =>
    database.write(async (tx) => {
      const row = await tx.recordRevision.findUniqueOrThrow({ where: { id: 1 } });
      seen.push(Number(row.revision));
    });
  await Promise.all([first, second, first, second, first, second].map(write));
  expect(seen.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6].map((n) => before + n));
  expect(await second.revision()).toBe(before + 6);
  await second.close();
});
