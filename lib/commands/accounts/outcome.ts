import type { z } from "zod";
import type { Viewer } from "../../auth/can";
import { err, type Result } from "../../kernel/result";
import type { Fault } from "../../schemas/form";

/** Who acts, and when. */
export interface Act {
  readonly viewer: Viewer;
  readonly now: Date;
}

export type Outcome<T> = Result<T, readonly Fault[]>;

export function refused(field: string, message: string): Outcome<never> {
  return err([{ field, message }]);
}

/** One fault for each field that has one. */
export function faultsOf(error: z.ZodError): Fault[] {
  const faults = new Map<string, Fault>();
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "form");
    if (!faults.has(field)) faults.set(field, { field, message });
  }
  return [...faults.values()];
}
