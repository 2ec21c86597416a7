/**
 * Summaries and exports over some 100,000 rows of payments and spending, on one engine: `embedded` or `postgresql`
 * (argument). Fills a database made for it and removed after. Prints its measures as JSON, for ledgers.mjs.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { Viewer } from "@/lib/auth/can";
import { closeDb, getDb } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { bumpMoney } from "@/lib/db/repositories/money-version";
import { analysisCharts, summary } from "@/lib/queries/analysis";
import { prepareSummaries } from "@/lib/queries/analysis/prepare";
import { analysisInAddress, DIMENSIONS } from "@/lib/schemas/analysis-address";
import { postgresBin, startPostgres } from "../../tests/db/postgres-server";
import { measureExport } from "./ledger-exports";
import { benchSlug, CPTS, fill } from "./ledger-fill";
import type { Row } from "./report.mjs";

const ROUNDS = 20;
const TODAY = "2026-11-23";

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

const view = (par: string) => summary(ANALYST, TODAY, analysisInAddress({ par, puis: "exercice" }));

/** The summary that follows each of some writes, by every grouping in turn. */
async function after(write: (slug: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    await write(benchSlug(i * 7));
    times.push(await timed(() => view(DIMENSIONS[i % DIMENSIONS.length] ?? "region")));
  }
  return times;
}

async function measure(database: Database, rows: number): Promise<Row[]> {
  const where = database.kind === "embedded" ? "base embarquée" : "PostgreSQL";
  const group = `Analyse, ${rows.toLocaleString("fr-FR")} lignes, ${CPTS} CPTS, ${where}`;
  const aim = { aim: 300, better: "less", unit: "ms", group } as const;
  const prepared = await timed(() => prepareSummaries(TODAY, () => false));
  const first = await timed(() => view("region"));
  const warm: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const par of DIMENSIONS) warm.push(await timed(() => view(par)));
  }
  const paid = await after((slug) =>
    database.keep(async (tx) => {
      const { id } = await tx.cpts.findUniqueOrThrow({ where: { slug } });
      await tx.payment.create({
        data: {
          cptsId: id,
          payer: "cpam",
          line: "parcours",
          paidOn: new Date(TODAY),
          amount: 1n,
          recordedBy: "x",
        },
      });
      await bumpMoney(tx, id);
    }),
  );
  const changed = await after((slug) =>
    database.write((tx) => tx.cpts.update({ where: { slug }, data: { version: { increment: 1 } } })),
  );
  const charts = await timed(() => analysisCharts(ANALYST, TODAY, analysisInAddress({ par: "departement" })));
  const exported = [];
  for (const table of ["lignes", "versements", "depenses"]) {
    exported.push(...(await measureExport(ANALYST, TODAY, table, group)));
  }
  // What is kept is kept beside its database: for another one, nothing is known.
  serve({ ...database });
  const unprepared = await timed(() => view("region"));
  serve(database);
  return [
    { group, what: "préparation au démarrage, en arrière-plan", value: prepared / 1000, unit: "s" },
    { ...aim, what: "première synthèse d’un processus, préparée", value: first },
    { group, what: "la même, demandée avant toute préparation", value: unprepared, unit: "ms" },
    { ...aim, what: "synthèse, p50", value: quantile(warm, 0.5) },
    { ...aim, what: "synthèse, p99", value: quantile(warm, 0.99) },
    { ...aim, what: "synthèse juste après un versement, p50", value: quantile(paid, 0.5) },
    { ...aim, what: "synthèse juste après un versement, p99", value: quantile(paid, 0.99) },
    { ...aim, what: "synthèse juste après une fiche changée, p50", value: quantile(changed, 0.5) },
    { ...aim, what: "synthèse juste après une fiche changée, p99", value: quantile(changed, 0.99) },
    { ...aim, what: "chiffres des graphiques", value: charts },
    ...exported,
  ];
}

/** Makes this the database that the product reads. */
function serve(database: Database): void {
  (globalThis as unknown as Record<symbol, unknown>)[Symbol.for("maillage.db")] = Promise.resolve(database);
}

/** A database of the bench's own: never one that holds anybody's records. @returns what removes it. */
async function makeDatabase(engine: string): Promise<() => Promise<void>> {
  if (engine === "embedded") {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "maillage-bench-"));
    Object.assign(process.env, { DATABASE_URL: "", PGLITE_DIR: path.join(folder, "pglite") });
    return async () => fs.rmSync(folder, { recursive: true, force: true });
  }
  const given = process.env.DATABASE_URL;
  const bin = postgresBin();
  if (!given && bin === undefined) throw new Error("neither DATABASE_URL nor PostgreSQL's programs");
  const own = given ? null : await startPostgres(bin ?? "");
  const admin = given ?? own?.url("postgres") ?? "";
  const name = `maillage_bench_${process.pid}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: admin });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  return async () => {
    await run(`DROP DATABASE ${name}`);
    own?.stop();
  };
}

async function main(engine: string): Promise<void> {
  const remove = await makeDatabase(engine);
  try {
    const database = await getDb();
    const rows = await measure(database, await fill(database));
    process.stdout.write(JSON.stringify(rows));
  } finally {
    await closeDb();
    await remove();
  }
}

void main(process.argv[2] ?? "embedded");
