import { spawnSync } from "node:child_process";
import { ROOT } from "../setup.mjs";

/**
 * A measure written in TypeScript on the product's own code, in a process of its own: it prints its rows as JSON.
 * @param {string} file @param {string[]} args @param {string} what in French, where it could not be measured
 * @returns {import("./report.mjs").Row[]}
 */
export function measureScript(file, args, what) {
  const result = spawnSync(
    process.execPath,
    ["--expose-gc", "--conditions=react-server", "--import", "tsx", file, ...args],
    { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (result.status === 0) return JSON.parse(result.stdout);
  console.warn(`Non mesuré : ${what}.`);
  return [];
}
