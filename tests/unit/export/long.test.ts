import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const SCRIPT = path.join(import.meta.dirname, "children/long.ts");

/** The file holds some 170 MB once unzipped: a writer that kept it, or its rows, would need more than this. */
test("100,000 rows of 20 cells are written to a workbook in bounded memory", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", SCRIPT, "xlsx"]);
  const { bytes, growthMegabytes } = JSON.parse(stdout) as { bytes: number; growthMegabytes: number };
  expect(bytes).toBeGreaterThan(5_000_000);
  expect(growthMegabytes).toBeLessThan(120);
});
