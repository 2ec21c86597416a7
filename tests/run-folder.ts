import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of this run, for what one test file makes and the others take. */
    runFolder: string;
  }
}

export default function setup({ provide }: TestProject): () => void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "maillage-tests-"));
  provide("runFolder", folder);
  return () => fs.rmSync(folder, { recursive: true, force: true });
}
