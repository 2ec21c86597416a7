/** `npm run dev`: Next's development server, after what a fresh clone lacks. */
import { spawn } from "node:child_process";
import { ensureClient, ensureInstalled, requireNode, ROOT } from "./setup.mjs";

requireNode();
ensureInstalled();
ensureClient();
const child = spawn("npx", ["next", "dev", ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  shell: process.platform === "win32",
});
child.on("exit", (code) => process.exit(code ?? 0));
