import fs from "node:fs";
import path from "node:path";
import { postgresBin, startPostgres } from "@/tests/db/postgres-server";
import { burst, type Sent } from "./burst";
import { check, type Fault } from "./check";
import { prepare } from "./prepare";
import { report, type EngineRun } from "./report";
import { startServer } from "./server";

const ROOT = process.cwd();
const PORT = 3230;
const ROUNDS = Number(option("--rounds") ?? 20);
/** A kill falls anywhere in the burst: the first saves, a commit, between two; counted from the first answer. */
const EARLIEST_MS = 0;
const LATEST_MS = 2_000;

const runs = [await run("Base embarquée (PGlite)", { PGLITE_DIR: freshFolder(), DATABASE_URL: "" })];
const bin = postgresBin();
if (bin === undefined) {
  console.warn("\n!! PostgreSQL n’est pas installé ici : sa moitié n’a pas été faite.\n");
} else {
  const server = await startPostgres(bin);
  runs.push(
    await run(`PostgreSQL ${server.version}`, { PGLITE_DIR: "", DATABASE_URL: server.url("postgres") }),
  );
  server.stop();
}

const text = report(runs, ROUNDS);
console.log(`\n${text}`);
if (process.argv.includes("--write")) {
  const file = path.join(ROOT, "docs", "durability.md");
  const before = fs.readFileSync(file, "utf8");
  fs.writeFileSync(
    file,
    before.replace(/<!-- run -->[\s\S]*<!-- \/run -->/, `<!-- run -->\n\n${text}\n\n<!-- /run -->`),
  );
}
process.exit(runs.every(({ faults }) => faults.length === 0) ? 0 : 1);

async function run(engine: string, environment: Readonly<Record<string, string>>): Promise<EngineRun> {
  Object.assign(process.env, environment);
  const { cookie, slugs } = await prepare(PORT);
  /** What each record was last sent and last answered, from the first round to the last. */
  const sent = new Map<string, Sent>(slugs.map((slug) => [slug, { acknowledged: 0, sent: 0, draft: 0 }]));
  const faults: Fault[] = [];
  let acknowledged = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const server = await startServer(PORT, environment);
    let answered = () => {};
    const first = new Promise<void>((resolve) => (answered = resolve));
    const saving = burst(`http://127.0.0.1:${PORT}`, cookie, sent, () => answered());
    await first;
    await new Promise((resolve) =>
      setTimeout(resolve, EARLIEST_MS + Math.random() * (LATEST_MS - EARLIEST_MS)),
    );
    await server.kill();
    const answers = await saving;
    acknowledged += answers;
    const found = await check(sent);
    faults.push(...found);
    console.log(
      `${engine}, arrêt ${round} sur ${ROUNDS} : ${answers} enregistrements acquittés, ${found.length} faute(s)`,
    );
    for (const { slug, what } of found) console.log(`  ✗ ${slug} : ${what}`);
  }
  return { engine, acknowledged, faults };
}

function freshFolder(): string {
  const folder = path.join(ROOT, "data", "durability");
  fs.rmSync(folder, { recursive: true, force: true });
  return folder;
}

function option(name: string): string | undefined {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}
