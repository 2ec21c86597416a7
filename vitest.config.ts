import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const alias = {
  "@": root,
  // The package throws outside React's server bundle; what it guards is checked by the build.
  "server-only": path.join(root, "tests/server-only.ts"),
};

export default defineConfig({
  resolve: { alias },
  test: {
    // The tests of the database wait for it as often as they compute: a core left free would be idle.
    maxWorkers: "100%",
    globalSetup: ["tests/run-folder.ts"],
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 30_000 },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
