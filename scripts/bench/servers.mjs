import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { ROOT } from "../setup.mjs";

const DATABASE = path.join(ROOT, "data", "bench");

/** The product on an embedded database of its own, filled by a first start. */
export async function startProduct() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const serve = () =>
    launch(
      "node",
      ["scripts/serve.mjs"],
      { PORT: String(port), PGLITE_DIR: DATABASE, DATABASE_URL: "" },
      `${url}/api/health`,
    );
  let server = await serve();
  return {
    url,
    stop: () => server.stop(),
    /** Stops and starts again by the user's command: nothing changed, so nothing is built. */
    async secondStart() {
      await server.stop();
      const began = performance.now();
      server = await launch(
        "npm",
        ["start"],
        { PORT: String(port), PGLITE_DIR: DATABASE, DATABASE_URL: "" },
        `${url}/api/health`,
      );
      const seconds = (performance.now() - began) / 1000;
      return [
        {
          group: "Démarrage",
          what: "second `npm start`, jusqu’à la première réponse",
          value: seconds,
          unit: "s",
          aim: 5,
          better: /** @type {const} */ ("less"),
        },
      ];
    },
  };
}

/** The floor: Next with one dynamic page that says one word, built and served by Next itself. */
export async function startEmptyNext() {
  const dir = path.join(ROOT, "data", "bench-empty");
  fs.mkdirSync(path.join(dir, "app"), { recursive: true });
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    fs.writeFileSync(path.join(dir, name), text);
  write("package.json", '{ "private": true, "type": "module" }');
  write(
    "next.config.mjs",
    `export default { turbopack: { root: ${JSON.stringify(ROOT)} }, outputFileTracingRoot: ${JSON.stringify(ROOT)}, typescript: { ignoreBuildErrors: true } };`,
  );
  write(
    "app/layout.jsx",
    "export default function Layout({ children }) { return <html lang='fr'><body>{children}</body></html>; }",
  );
  write(
    "app/page.jsx",
    "export const dynamic = 'force-dynamic';\nexport default function Page() { return <p>Vide</p>; }",
  );
  const built = spawnSync(next(), ["build", dir], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (built.status !== 0) throw new Error(`the empty page does not build: ${built.stdout}${built.stderr}`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await launch(next(), ["start", dir, "-p", String(port)], {}, url);
  return { url, stop: server.stop };
}

function next() {
  return path.join(ROOT, "node_modules", ".bin", "next");
}

/** A port that nothing listens on: another program's answers are never measured as ours. @returns {Promise<number>} */
async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} env @param {string} ready */
async function launch(command, args, env, ready) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${command} ${args.join(" ")} ended with ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`${ready} does not answer`);
    if (
      await fetch(ready)
        .then((r) => r.ok)
        .catch(() => false)
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    async stop() {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
      await exited;
    },
  };
}
