/**
 * The HTTP server: Next behind the front. Opens the database before it listens, so that a fault is a
 * sentence on the console and never a page that fails later.
 */
import http from "node:http";
import next from "next";
import { createFront } from "./serve/front.mjs";
import { hosts, listenFault, port } from "./serve/port.mjs";
import { ROOT, stop } from "./setup.mjs";

const started = performance.now();
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
process.chdir(ROOT);

const app = next({ dev: false, dir: ROOT, hostname: "localhost", port: port() });
try {
  await app.prepare();
} catch (error) {
  stop(`Maillage n’a pas pu démarrer : ${error instanceof Error ? error.message : String(error)}`);
}

/** Left by lib/db/client.ts: this file is outside Next's bundle. */
const runtime = await openRuntime();
const front = createFront(app.getRequestHandler(), runtime);
/** @type {http.Server[]} */
const servers = [];
for (const host of hosts()) {
  // The simulator's form, sent without scripts with all the indicators it takes, is an address of up to 52 KB.
  const server = http.createServer({ maxHeaderSize: 64 * 1024 }, front);
  server.keepAliveTimeout = 65_000;
  const fault = await new Promise((resolve) => {
    server.once("error", (/** @type {Error} */ error) => resolve(listenFault(error, host, port())));
    server.listen({ port: port(), host }, () => resolve(undefined));
  });
  if (fault) {
    await runtime.close();
    stop(fault);
  }
  if (fault === undefined) servers.push(server);
}

const seconds = ((performance.now() - started) / 1000).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
const where = runtime.kind === "embedded" ? "base embarquée" : "PostgreSQL";
const address = `http://${process.env.HOST ?? "localhost"}:${port()}`;
console.log(`\nMaillage est prêt (${where}, ${seconds} s) : ${address}\n`);
if (runtime.firstAccountPath) {
  const origin = process.env.PUBLIC_URL?.replace(/\/+$/, "") ?? address;
  console.log(
    `Aucun administrateur encore. Ce lien en crée un, une seule fois, dans les 24 heures :\n  ${origin}${runtime.firstAccountPath}\n`,
  );
}

void runtime.prepare();

let closing = false;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, async () => {
    if (closing) return;
    closing = true;
    for (const server of servers) {
      server.close();
      server.closeIdleConnections();
    }
    // Requests under way have this long to end; the database then closes cleanly.
    setTimeout(() => servers.forEach((server) => server.closeAllConnections()), 3_000).unref();
    await runtime.close();
    process.exit(0);
  });
}

/** @returns {Promise<import("./serve/front.mjs").Runtime & { firstAccountPath: string | null, prepare(): Promise<void> }>} */
async function openRuntime() {
  const open = await left("maillage.open");
  if (!open) stop("La construction est incomplète : supprimez le dossier .next, puis relancez npm start.");
  try {
    return await open();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const known = error instanceof Error && error.name === "StartupFault";
    if (!known) console.error(error);
    stop(message);
  }
}

/**
 * What Next's instrumentation leaves on globalThis, a moment after Next says that it is ready.
 * @param {string} name
 */
async function left(name) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = /** @type {Record<symbol, any>} */ (globalThis)[Symbol.for(name)];
    if (found || Date.now() > deadline) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
