import { spawnSync } from "node:child_process";
import net from "node:net";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");

function start(env: Record<string, string>, nodeArguments: string[] = []) {
  return spawnSync(process.execPath, [...nodeArguments, "scripts/start.mjs"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, ...env },
    timeout: 20_000,
  });
}

test("a taken port is said before anything is installed or built, with the way out", async () => {
  const taken = net.createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  const { port } = taken.address() as net.AddressInfo;
  const { status, stderr } = start({ PORT: String(port) });
  await new Promise((done) => taken.close(done));
  expect(status).toBe(1);
  expect(stderr).toContain(`Le port ${port} est déjà utilisé`);
  expect(stderr).toContain(`PORT=${port + 1} npm start`);
  expect(stderr).not.toContain("    at ");
});

test("a port that is none is said", () => {
  const { status, stderr } = start({ PORT: "trois mille" });
  expect(status).toBe(1);
  expect(stderr).toContain("PORT=trois mille n’est pas un port");
});

test("a Node that is too old is said, with the version it takes", () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.4"})';
  const { status, stderr } = start({}, ["--import", old]);
  expect(status).toBe(1);
  expect(stderr).toContain("Node.js 20.19");
  expect(stderr).toContain("18.20.4");
});
