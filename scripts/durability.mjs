/**
 * `npm run durability`: kills the server (SIGKILL) during a burst of saves, 20 times, on the embedded database
 * and on PostgreSQL where it is installed, and counts what was lost or half-written.
 * `-- --rounds 5` for fewer, `-- --write` to keep the run in docs/durability.md.
 */
import { spawnSync } from "node:child_process";
import { ensureBuilt, ensureClient, ensureInstalled, requireNode, ROOT } from "./setup.mjs";

requireNode();
ensureInstalled();
ensureClient();
ensureBuilt();
const { status } = spawnSync(
  process.execPath,
  ["--conditions=react-server", "--import", "tsx", "scripts/durability/run.ts", ...process.argv.slice(2)],
  { cwd: ROOT, stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } },
);
process.exit(status ?? 1);
