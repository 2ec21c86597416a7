/**
 * `npm run bench`: what is promised of speed, measured in one run and printed beside its aim.
 * `npm run bench -- --write` also keeps the run in docs/performance.md.
 */
import fs from "node:fs";
import path from "node:path";
import { ensureBuilt, ensureClient, ensureInstalled, requireNode, ROOT, stop } from "./setup.mjs";

requireNode();
ensureInstalled();
ensureClient();
ensureBuilt();
const { chromiumPath } = await import("./chromium.mjs");
const { measureLoad } = await import("./bench/load.mjs");
const { measurePages } = await import("./bench/lighthouse.mjs");
const { measureSimulator } = await import("./bench/simulator.mjs");
const { startProduct, startEmptyNext } = await import("./bench/servers.mjs");
const { measureLedgers } = await import("./bench/ledgers.mjs");
const { measureScript } = await import("./bench/script.mjs");
const { report } = await import("./bench/report.mjs");

if (!chromiumPath()) stop("Le banc de mesure demande Chromium : installez-le ou indiquez CHROMIUM_PATH.");

// First, while nothing else runs.
/** @type {import("./bench/report.mjs").Row[]} */
const rows = measureScript("scripts/bench/engine.ts", [], "le moteur des montants");
const product = await startProduct();
const empty = await startEmptyNext();
try {
  rows.push(...(await measureLoad(product.url, empty.url)));
  rows.push(...(await measurePages(product.url, ["/departements/63", "/departements/62"])));
  rows.push(...(await measureSimulator(product.url)));
  rows.push(...(await product.secondStart()));
} finally {
  await Promise.all([product.stop(), empty.stop()]);
}
rows.push(...measureLedgers());
for (const engine of ["postgresql", "embedded"]) {
  rows.push(...measureScript("scripts/bench/imports.ts", [engine], `les imports (${engine})`));
}
const text = report(rows);
console.log(`\n${text}`);
if (process.argv.includes("--write")) {
  const file = path.join(ROOT, "docs", "performance.md");
  const before = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "<!-- run -->\n<!-- /run -->\n";
  fs.writeFileSync(
    file,
    before.replace(/<!-- run -->[\s\S]*<!-- \/run -->/, `<!-- run -->\n\n${text}\n\n<!-- /run -->`),
  );
}
process.exit(0);
