/**
 * Reads, reports, applies and undoes a territory file of all France, on one engine: `embedded` or `postgresql`
 * (argument). Prints its measures as JSON.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { Actor } from "@/lib/commands/outcome";
import { confirmImport, undoImportOf } from "@/lib/commands/imports/confirm";
import { sendImport } from "@/lib/commands/imports/send";
import { closeDb, getDb } from "@/lib/db/client";
import { findImport } from "@/lib/db/repositories/import-files";
import { postgresBin, startPostgres } from "../../tests/db/postgres-server";
import { cptsFile, madeCpts, territoryFile } from "./imports-files";
import type { Row } from "./report.mjs";

const ACTOR: Actor = {
  viewer: { role: "administrator", accountId: "bench", organisation: "other", cpts: [], departments: [] },
  today: "2026-11-23",
};
const FORM = { asOf: "2026-01-01", statedBy: "Banc d’essai", complete: true, note: "" };

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
}

async function send(kind: string, text: string) {
  const { prisma } = await getDb();
  const file = { name: `${kind}.csv`, bytes: new TextEncoder().encode(text) };
  const sent = await sendImport(ACTOR, file, { ...FORM, kind }, new Date());
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await sent.value.work;
  const found = await findImport(prisma, sent.value.id);
  if (!found || found.state !== "reported") throw new Error(found?.fault ?? "no report");
  return found;
}

async function confirm(id: string, seen: string | null): Promise<void> {
  const outcome = await confirmImport(ACTOR, id, seen ?? "");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  await outcome.value.work;
  const { prisma } = await getDb();
  const file = await findImport(prisma, id);
  if (file?.state !== "applied") throw new Error(file?.fault ?? "not applied");
}

async function measure(): Promise<Row[]> {
  const { prisma, kind } = await getDb();
  const made = await madeCpts(prisma);
  const where = kind === "embedded" ? "base embarquée" : "PostgreSQL";
  const created = await send("cpts", cptsFile(made));
  await confirm(created.id, created.seen);
  const text = territoryFile(made);
  const [file, reported] = await timed(() => send("territory", text));
  const [, applied] = await timed(() => confirm(file.id, file.seen));
  const [outcome, undone] = await timed(() => undoImportOf(ACTOR, file.id));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const rows = text.split("\r\n").length - 1;
  const group = `Import, ${rows.toLocaleString("fr-FR")} lignes, ${made.length} CPTS, ${where}`;
  const row = (what: string, value: number): Row =>
    ({ what, value, aim: 10_000, better: "less", unit: "ms", group }) as const;
  return [row("lu et rapporté", reported), row("enregistré", applied), row("annulé", undone)];
}

const engine = process.argv[2] ?? "embedded";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "maillage-bench-"));
const bin = engine === "postgresql" ? postgresBin() : undefined;
const server = bin === undefined ? undefined : await startPostgres(bin);
try {
  if (server) {
    const client = new pg.Client({ connectionString: server.url("postgres") });
    await client.connect();
    await client.query("CREATE DATABASE bench");
    await client.end();
    process.env.DATABASE_URL = server.url("bench");
  } else {
    delete process.env.DATABASE_URL;
    process.env.PGLITE_DIR = path.join(folder, "pglite");
  }
  console.log(JSON.stringify(await measure()));
} finally {
  await closeDb();
  server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
