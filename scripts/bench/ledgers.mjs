/**
 * `npm run bench:ledger`, and a part of `npm run bench`: summaries and exports over 100,000 rows, on the embedded
 * database and on PostgreSQL, each in a process and a database of its own.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../setup.mjs";
import { report } from "./report.mjs";

/** @returns {import("./report.mjs").Row[]} */
export function measureLedgers() {
  return ["postgresql", "embedded"].flatMap((engine) => {
    const result = spawnSync(
      process.execPath,
      ["--expose-gc", "--conditions=react-server", "--import", "tsx", "scripts/bench/ledger.ts", engine],
      { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
    );
    if (result.status === 0) return JSON.parse(result.stdout);
    console.warn(`Non mesuré : synthèses et exports (${engine}).`);
    return [];
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(report(measureLedgers()));
}
