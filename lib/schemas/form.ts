/** What a form that was sent comes back with: what is wrong, and all that was typed but secrets. */

/** What is wrong with a field, and how to mend it, in French; `form` where it is no one field. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

export type Typed = Readonly<Record<string, readonly string[]>>;

export interface FormState {
  /** Grows with each answer, so that the form is drawn anew with what was typed. */
  readonly answer: number;
  readonly faults: readonly Fault[];
  readonly typed: Typed;
}

/** Of a form that changes one thing in place, and says that it did. */
export interface ChangeState extends FormState {
  readonly changed: boolean;
}

/** Of a form that changes a thing others may change, or take away, meanwhile. */
export interface ContestedState<Content> extends FormState {
  /** What somebody else saved meanwhile: shown beside what was typed, never in its place. */
  readonly theirs: {
    readonly version: number;
    readonly content: Content;
    readonly by: string | null;
    readonly at: string | null;
  } | null;
  /** It was taken away meanwhile: what was typed may be kept as a new one. */
  readonly isGone: boolean;
}

export const UNSENT: FormState = { answer: 0, faults: [], typed: {} };

/** The fields of a form as text; a field may come several times. Secrets and the framework's own are left out. */
export function typedIn(form: FormData, secrets: readonly string[] = []): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$") || secrets.includes(name)) continue;
    (typed[name] ??= []).push(value);
  }
  return typed;
}

/** One field of a form as text; empty where it is absent or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** The first fault of a field. */
export function faultOf({ faults }: FormState, field: string): string | null {
  return faults.find((fault) => fault.field === field)?.message ?? null;
}

/** What was typed in a field, else `initial`. */
export function typedOr({ typed }: FormState, field: string, initial = ""): string {
  return typed[field]?.[0] ?? initial;
}
