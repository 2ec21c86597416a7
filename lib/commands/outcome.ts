import type { ZodError } from "zod";
import type { Viewer } from "../auth/can";
import type { IsoDay } from "../kernel/date";
import { type Result, err } from "../kernel/result";
import type { FieldIssue } from "../schemas/sections";

/** Who acts, and on which day. Both come in from `app/`. */
export interface Actor {
  readonly viewer: Viewer;
  readonly today: IsoDay;
}

/**
 * Why a command did nothing. A viewer without the right is no outcome: {@link import("../auth/can").Forbidden}
 * is thrown, before anything is told of what exists.
 */
export type Refusal =
  | { readonly kind: "not_found" }
  /** What was sent is wrong; nothing was kept. */
  | { readonly kind: "invalid"; readonly issues: readonly FieldIssue[] }
  /** Somebody else was quicker; `theirs` is what stands now. */
  | { readonly kind: "conflict"; readonly theirs: Conflict }
  /** The state of things does not allow it: `why`, in French, says how to go on. */
  | { readonly kind: "refused"; readonly why: string };

export interface Conflict {
  readonly version: number;
  readonly content: unknown;
  /** Name of whoever wrote it, and when; null where the record itself changed. */
  readonly by: string | null;
  readonly at: string | null;
}

export type Outcome<T> = Result<T, Refusal>;

export const notFound = () => err<Refusal>({ kind: "not_found" });
export const refused = (why: string) => err<Refusal>({ kind: "refused", why });
export const invalid = (issues: readonly FieldIssue[]) => err<Refusal>({ kind: "invalid", issues });

/** What its schema finds wrong with one field of a form. */
export const faultsOf = (field: string, { issues }: ZodError): readonly FieldIssue[] =>
  issues.map(({ message }) => ({ path: [field], message }));

/** The account that acts; commands are for accounts alone. */
export function accountOf({ viewer }: Actor): string {
  if (viewer.accountId === null) throw new RangeError("an anonymous visitor writes nothing");
  return viewer.accountId;
}
