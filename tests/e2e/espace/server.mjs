/**
 * The server of the private part's tests, with an identity provider of its own: begun on an empty database each time, its console kept in a file,
 * where the link that makes the first administrator is read.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { CONSOLE, DATABASE } from "./places.mjs";
import { CLIENT, startProvider } from "./provider.mjs";

fs.rmSync(DATABASE, { recursive: true, force: true });
fs.mkdirSync(path.dirname(CONSOLE), { recursive: true });
const log = fs.createWriteStream(CONSOLE);
const port = Number(process.env.PORT);
const issuer = await startProvider(port + 1, `http://127.0.0.1:${port}`);
const child = spawn(process.execPath, ["scripts/serve.mjs"], {
  env: {
    ...process.env,
    PGLITE_DIR: DATABASE,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_LABEL: "Se connecter avec l’organisme d’essai",
  },
  stdio: ["ignore", "pipe", "pipe"],
});
for (const [from, to] of /** @type {const} */ ([
  [child.stdout, process.stdout],
  [child.stderr, process.stderr],
])) {
  from.pipe(log, { end: false });
  from.pipe(to, { end: false });
}
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 0));
