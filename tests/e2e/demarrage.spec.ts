import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";

/** Another server process, started beside the one under test, which must refuse in plain words. */
function serve(env: Record<string, string>) {
  return spawnSync(process.execPath, ["scripts/serve.mjs"], {
    encoding: "utf8",
    env: { ...process.env, PORT: "3117", DATABASE_URL: "", ...env },
    timeout: 50_000,
  });
}

test.skip(({ isMobile }) => isMobile, "the console has one width");

test("an embedded directory in use by another process is refused, and says by which", () => {
  const { status, stderr } = serve({ PGLITE_DIR: process.env.E2E_PGLITE_DIR ?? "data/e2e" });
  expect(status).toBe(1);
  expect(stderr).toMatch(/déjà utilisée? par (le|un) (autre )?processus/);
  expect(stderr).not.toContain("    at ");
});

test("a database that cannot be reached is said, with what to check", () => {
  const { status, stderr } = serve({ DATABASE_URL: "postgresql://maillage@127.0.0.1:9/maillage" });
  expect(status).toBe(1);
  expect(stderr).toContain("127.0.0.1:9");
  expect(stderr).not.toContain("    at ");
});
