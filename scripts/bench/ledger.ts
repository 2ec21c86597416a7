/**
 * `npm run bench:ledger`: summaries and exports over some 100,000 rows of payments and spending, on the database
 * at DATABASE_URL (left empty: the embedded one, in data/bench-ledger). Fills it first where it is not.
 */
import path from "node:path";
import { closeDb, getDb } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import type { Viewer } from "@/lib/auth/can";
import { analysisCharts, summary } from "@/lib/queries/analysis";
import { analysisFile } from "@/lib/queries/analysis-exports";
import { analysisInAddress, DIMENSIONS } from "@/lib/schemas/analysis-address";
import { benchSlug, CPTS, fill } from "./ledger-fill";
import { report, type Row } from "./report.mjs";

const ROUNDS = 20;
const TODAY = "2026-11-23";
const MEGABYTE = 1024 * 1024;

const ANALYST: Viewer = {
  role: "analyst",
  accountId: "bench",
  organisation: "other",
  cpts: [],
  departments: [],
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

async function measure(database: Database, rows: number): Promise<Row[]> {
  const where = database.kind === "embedded" ? "base embarquée" : "PostgreSQL";
  const group = `Analyse, ${rows.toLocaleString("fr-FR")} lignes, ${CPTS} CPTS, ${where}`;
  const view = (par: string) => summary(ANALYST, TODAY, analysisInAddress({ par, puis: "exercice" }));
  const cold = await timed(() => view("region"));
  const warm: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const par of DIMENSIONS) warm.push(await timed(() => view(par)));
  }
  const written: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    // A payment recorded: the ledger of one CPTS, and what hangs on the revision, are computed again.
    await database.write((tx) =>
      tx.cpts.update({
        where: { slug: benchSlug(i) },
        data: { moneyVersion: { increment: 1 } },
      }),
    );
    written.push(await timed(() => view("departement")));
  }
  const charts = await timed(() => analysisCharts(ANALYST, TODAY, analysisInAddress({ par: "departement" })));
  const aim = { aim: 300, better: "less", unit: "ms", group } as const;
  return [
    { group, what: "première synthèse d’un processus", value: cold, unit: "ms" },
    { ...aim, what: "synthèse, p50", value: quantile(warm, 0.5) },
    { ...aim, what: "synthèse, p99", value: quantile(warm, 0.99) },
    { ...aim, what: "synthèse juste après une écriture, p50", value: quantile(written, 0.5) },
    { ...aim, what: "synthèse juste après une écriture, p99", value: quantile(written, 0.99) },
    { ...aim, what: "chiffres des graphiques", value: charts },
    ...(await exportOf("lignes", group)),
    ...(await exportOf("versements", group)),
  ];
}

/** A whole export, read as a client does, piece after piece. */
async function exportOf(table: string, group: string): Promise<Row[]> {
  const found = await analysisFile(ANALYST, TODAY, null, table, {});
  if (!found) throw new Error(`no table ${table}`);
  global.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  let lines = 0;
  const began = performance.now();
  for await (const piece of found.file("csv").body) {
    for (const byte of piece as Uint8Array) if (byte === 10) lines += 1;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - began) / 1000;
  return [
    { group, what: `export « ${table} », lignes`, value: lines - 1, unit: "" },
    { group, what: `export « ${table} », débit`, value: (lines - 1) / seconds, unit: "lignes/s" },
    { group, what: `export « ${table} », mémoire en plus`, value: (peak - before) / MEGABYTE, unit: "Mo" },
  ];
}

async function main(): Promise<void> {
  if (!process.env.DATABASE_URL) process.env.PGLITE_DIR ??= path.join(process.cwd(), "data", "bench-ledger");
  const database = await getDb();
  console.log(report(await measure(database, await fill(database))));
  await closeDb();
}

void main();
