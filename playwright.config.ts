import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./scripts/chromium.mjs";

const PORT = Number(process.env.E2E_PORT ?? 3110);
/** The private part is tested on a server and a database of its own: what it writes disturbs no public page. */
const ESPACE_PORT = PORT + 1;
/** An import of the whole country holds the embedded database for seconds: after all the others, alone. */
const COUNTRY_WIDE = /imports\.spec\.ts$/;
const ESPACE = { testDir: "tests/e2e/espace", use: { baseURL: `http://127.0.0.1:${ESPACE_PORT}` } };
const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Rights and requests that no browser sends; results, which try a phone themselves on the pages that differ. */
const ONE_WIDTH = /(hostile|droits|resultats)\.spec\.ts$/;
/** Where a phone has a layout of its own: what one fills, draws and reads there. The others share these parts. */
const ON_PHONES = /(accueil|depenses|documents|financement|sections|territoire)\.spec\.ts$/;
const espace = (
  name: string,
  screen: object,
  tests: { testIgnore: RegExp | RegExp[] } | { testMatch: RegExp },
) => ({
  ...ESPACE,
  name,
  dependencies: ["espace-people"],
  use: { ...ESPACE.use, ...screen },
  ...tests,
});
const executablePath = chromiumPath();

/** Against the production build, on a database of its own that each run begins empty. */
export default defineConfig({
  testDir: "tests/e2e",
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A shared machine may stall a browser: tried once more there, and said loudly by scripts/test.mjs.
  retries: process.env.CI ? 1 : 0,
  reporter: [["line"], ["json", { outputFile: "test-results/e2e.json" }]],
  outputDir: "test-results/e2e",
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    screenshot: "only-on-failure",
    // Recording every test costs a fifth of the run: where a failure is tried again, only then.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox refuses to run as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--disable-quic",
      ],
    },
  },
  projects: [
    { name: "1280", testIgnore: /e2e[\\/]espace[\\/]/, use: WIDE },
    // What the server sends alike to every screen (figures, the API) is asked once.
    { name: "390", testIgnore: /e2e[\\/](espace[\\/]|api\.)/, grepInvert: /@figures/, use: PHONE },
    { ...ESPACE, name: "espace-people", testMatch: "people.setup.ts", use: { ...ESPACE.use, ...WIDE } },
    espace("espace-1280", WIDE, { testIgnore: [ONE_WIDTH, COUNTRY_WIDE] }),
    espace("espace-390", PHONE, { testMatch: ON_PHONES }),
    espace("espace", WIDE, { testMatch: ONE_WIDTH }),
    {
      ...espace("espace-imports", WIDE, { testMatch: COUNTRY_WIDE }),
      dependencies: ["espace-1280", "espace-390", "espace"],
    },
  ],
  webServer: [
    server("scripts/serve.mjs", PORT, { PGLITE_DIR: process.env.E2E_PGLITE_DIR ?? "data/e2e" }),
    server("tests/e2e/espace/server.mjs", ESPACE_PORT),
  ],
});

function server(script: string, port: number, env: Record<string, string> = {}) {
  return {
    command: `node ${script}`,
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
    env: {
      PORT: String(port),
      DATABASE_URL: "",
      // The public documents are described as of this day: the expected figures do not age.
      MAILLAGE_TODAY: "2026-11-23",
      ...env,
    },
  };
}
