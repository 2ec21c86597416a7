/**
 * What a fresh clone lacks, and nothing more: dependencies, the generated database client, the build.
 * Each step leaves a stamp of what it was made from and is skipped while that has not changed.
 * Runs before anything is installed: Node's own modules only.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const MINIMUM_NODE = [20, 19];

/** What the build is made from. Data that the server reads when it starts is not in it. */
const BUILD_INPUTS = [
  "app",
  "components",
  "lib",
  "prisma/schema.prisma",
  "prisma/seed",
  "prisma/reference",
  "next.config.mjs",
  "instrumentation.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** Ends the process with a sentence for people, never a stack. @param {string} message @returns {never} */
export function stop(message) {
  console.error(`\n✗ ${message}\n`);
  process.exit(1);
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = MINIMUM_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  stop(
    `Maillage demande Node.js ${MINIMUM_NODE.join(".")} ou plus récent ; celui-ci est ${process.versions.node}.\n` +
      "  Installez une version récente (https://nodejs.org), puis relancez la même commande. Rien n’a été modifié.",
  );
}

export function ensureInstalled() {
  step("node_modules/.maillage-lock", fingerprint(["package-lock.json"]), () => {
    console.log("Installation des dépendances (une fois, deux minutes environ)…");
    run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], "L’installation des dépendances a échoué");
  });
}

export function ensureClient() {
  step("generated/.maillage-schema", fingerprint(["prisma/schema.prisma", "package-lock.json"]), () => {
    // Prisma would download a native engine that generation never starts, and hospital networks block it.
    run("npx", ["prisma", "generate"], "La génération du client de base de données a échoué", {
      PRISMA_SCHEMA_ENGINE_BINARY: process.platform === "win32" ? process.execPath : "/bin/true",
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    });
  });
}

export function ensureBuilt() {
  step(".next/.maillage-build", fingerprint(BUILD_INPUTS), () => {
    console.log("Construction de l’application…");
    run("npx", ["next", "build"], "La construction a échoué", { NEXT_TELEMETRY_DISABLED: "1" });
    // What reads imported files runs in a process of its own, outside Next's bundle (lib/import/apart).
    const reader = ["lib/import/apart/reader.ts", "--outfile=.next/import-reader.cjs"];
    const bundle = ["--bundle", "--platform=node", "--format=cjs", "--target=node20"];
    run("npx", ["esbuild", ...reader, ...bundle], "La construction de la lecture des fichiers a échoué");
  });
}

/** Everything up to a built application. */
export function prepare() {
  requireNode();
  ensureInstalled();
  ensureClient();
  ensureBuilt();
}

/**
 * @param {string} stampFile where the fingerprint of the last success is kept
 * @param {string} wanted @param {() => void} work
 */
function step(stampFile, wanted, work) {
  const file = path.join(ROOT, stampFile);
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === wanted) return;
  work();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, wanted);
}

/** @param {string} command @param {string[]} args @param {string} failure @param {Record<string, string>} [env] */
function run(command, args, failure, env = {}) {
  const log = path.join(ROOT, "data", "setup.log");
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const result = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  fs.writeFileSync(log, `${result.stdout ?? ""}\n${result.stderr ?? ""}`);
  if (result.status === 0) return;
  const tail = `${result.stdout ?? ""}\n${result.stderr ?? ""}`.trim().split("\n").slice(-25).join("\n  ");
  stop(`${failure} (${command} ${args.join(" ")}).\n  ${tail}\n  Le détail est dans data/setup.log.`);
}

/** A hash of names and contents: the same on every machine, whatever the file dates. @param {string[]} inputs */
function fingerprint(inputs) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  for (const input of inputs)
    for (const file of filesUnder(input)) hash.update(file).update(fs.readFileSync(path.join(ROOT, file)));
  return hash.digest("hex");
}

/** @param {string} relative @returns {string[]} */
function filesUnder(relative) {
  const full = path.join(ROOT, relative);
  if (!fs.existsSync(full)) return [];
  if (!fs.statSync(full).isDirectory()) return [relative];
  return fs
    .readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.posix.join(relative, name)));
}
