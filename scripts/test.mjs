/**
 * `npm test`: everything, from a fresh clone. Each check runs even when one before it failed, and the last
 * line counts them all: `N passed, N failed`.
 *
 * `npm test -- unit e2e` runs only the named steps.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromiumPath } from "./chromium.mjs";
import { ensureBuilt, ensureClient, ensureInstalled, requireNode, ROOT } from "./setup.mjs";

const RESULTS = path.join(ROOT, "test-results");
/** One for the public pages, one for the private part, whose tests write. */
const E2E_DATABASES = ["e2e", "e2e-espace"].map((name) => path.join(ROOT, "data", name));

const ARROWS = ["--config", ".dependency-cruiser.mjs", "app", "components", "lib", "prisma/seed", "scripts"];
/** @type {import("node:child_process").SpawnSyncOptions & import("node:child_process").SpawnOptions} */
const OPTIONS = {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  shell: process.platform === "win32",
};

/** @typedef {{ passed: number, failed: number, skipped?: number }} Count */
/** @typedef {[name: string, label: string, work: () => Count | Promise<Count>]} Step */
/** Tools that each keep one core busy: two lanes side by side. @type {[Step[], Step[]]} */
const CHECKS = [
  [["lint", "Lint", () => check("eslint", ["--max-warnings=0", "."])]],
  [
    ["types", "Types", () => check("tsc", ["--noEmit"])],
    ["architecture", "Architecture", () => check("depcruise", ARROWS)],
    ["format", "Mise en forme", () => check("prettier", ["--check", "--log-level=warn", "."])],
  ],
];
/** Each uses all cores by itself. @type {Step[]} */
const TESTS = [
  ["unit", "Tests unitaires", () => vitest("unit")],
  ["db", "Tests de base de données", () => vitest("db")],
  ["e2e", "Tests dans le navigateur", endToEnd],
];

requireNode();
ensureInstalled();
ensureClient();
fs.rmSync(RESULTS, { recursive: true, force: true });
fs.mkdirSync(RESULTS, { recursive: true });

const only = process.argv.slice(2);
/** @type {Required<Count>} */
const total = { passed: 0, failed: 0, skipped: 0 };
await Promise.all(CHECKS.map(takeAll));
await takeAll(TESTS);
if (total.skipped > 0) console.log(`\n!! ${total.skipped} tests ignorés ; plus haut, chacun dit pourquoi.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** @param {Step[]} steps */
async function takeAll(steps) {
  for (const step of steps) await take(step);
}

/** @param {Step} step */
async function take([name, label, work]) {
  if (only.length > 0 && !only.includes(name)) return;
  console.log(`\n── ${label}`);
  const started = performance.now();
  const { passed, failed, skipped = 0 } = await work();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `   ${failed === 0 ? "✓" : "✗"} ${label} : ${passed} réussis, ${failed} échoués, ${skipped} ignorés (${seconds} s)`,
  );
}

/** A tool that passes or fails as a whole. @param {string} command @param {string[]} args @returns {Promise<Count>} */
async function check(command, args) {
  const child = spawn(bin(command), args, OPTIONS);
  /** @type {number | null} */
  const code = await new Promise((resolve) => child.once("close", resolve).once("error", () => resolve(1)));
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string} project @returns {Count} */
function vitest(project) {
  const report = path.join(RESULTS, `${project}.json`);
  const ended = run("vitest", [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  ]);
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    fs.readFileSync(report, "utf8"),
  );
  // A file that does not even load holds no failed test: count it.
  const broken = testResults.filter(
    (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: failed === 0 && !ended ? 1 : failed, skipped: numPendingTests };
}

/** @returns {Count} */
function endToEnd() {
  if (!chromiumPath() && !run("playwright", ["install", "chromium"])) {
    console.error("!! Aucun Chromium : installez le paquet « chromium » ou indiquez CHROMIUM_PATH.");
    return { passed: 0, failed: 1 };
  }
  ensureBuilt();
  for (const database of E2E_DATABASES) fs.rmSync(database, { recursive: true, force: true });
  const ended = run("playwright", ["test"]);
  const report = path.join(RESULTS, "e2e.json");
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = JSON.parse(fs.readFileSync(report, "utf8")).stats;
  if (flaky > 0) console.log(`!! ${flaky} tests n’ont réussi qu’au second essai : voir plus haut lesquels.`);
  return { passed: expected + flaky, failed: unexpected === 0 && !ended ? 1 : unexpected, skipped };
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return spawnSync(bin(command), args, OPTIONS).status === 0;
}

/** @param {string} command */
function bin(command) {
  return path.join(ROOT, "node_modules", ".bin", command + (process.platform === "win32" ? ".cmd" : ""));
}
