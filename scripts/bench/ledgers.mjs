/**
 * `npm run bench:ledger`, and a part of `npm run bench`: summaries and exports over 100,000 rows, on the embedded
 * database and on PostgreSQL, each in a process and a database of its own.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { report } from "./report.mjs";
import { measureScript } from "./script.mjs";

/** @returns {import("./report.mjs").Row[]} */
export function measureLedgers() {
  return ["postgresql", "embedded"].flatMap((engine) =>
    measureScript("scripts/bench/ledger.ts", [engine], `synthèses et exports (${engine})`),
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(report(measureLedgers()));
}
