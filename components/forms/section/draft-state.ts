import { sameData } from "@/lib/kernel/same-data";
import { fingerprint, type DraftContent, type FieldIssue } from "@/lib/schemas/sections";

/**
 * The life of one form between the keyboard and the server, as a pure machine: events in, next state out. What
 * acts on the world (requests, timers, the device's storage) is the engine's; what it may do is read here.
 */
export interface DraftState {
  /** The form as it stands. */
  readonly values: DraftContent;
  /** What the server is known to hold: the draft, or the record's content where there is none. */
  readonly known: DraftContent;
  /** Version of the server's draft that `known` is; 0 where there is none. */
  readonly version: number;
  /** Instant of the draft's last save; null where there is none. */
  readonly savedAt: string | null;
  /** What is on its way to the server; null when nothing is. */
  readonly sending: DraftContent | null;
  /** Fingerprints of what was sent from here without an answer: the server may hold it, and it is no other's. */
  readonly unanswered: readonly string[];
  /** Why what was typed is not on the server, where something stands in the way. */
  readonly trouble: Trouble | null;
  /** Requests that failed in a row. */
  readonly failures: number;
  /** Typed before, found again on this device: when, and what the server held in its place. */
  readonly restored: { readonly at: string; readonly over: DraftContent } | null;
  /** False where the device refused to keep what is typed. */
  readonly keptHere: boolean;
  /** The form was put into the record, and nothing was typed since. */
  readonly inRecord: boolean;
}

export type Trouble =
  /** No answer, or the server cannot answer: tried again by itself. */
  | { readonly kind: "away" }
  /** Nobody is signed in any more: tried again by itself. */
  | { readonly kind: "signed_out" }
  /** The server will not keep this, and says why. `final`: typing more will not help. */
  | { readonly kind: "refused"; readonly why: string; readonly final: boolean }
  | { readonly kind: "conflict"; readonly theirs: Theirs };

/** What stands on the server in place of what the writer saw. */
export interface Theirs {
  /** `draft`: another draft; `record`: no draft, or one that the record has left behind. */
  readonly what: "draft" | "record";
  readonly version: number;
  readonly content: DraftContent;
  readonly by: string | null;
  readonly at: string | null;
}

/** What a request came back with. */
export type Answer =
  | { readonly kind: "saved"; readonly version: number; readonly at: string }
  | { readonly kind: "conflict"; readonly theirs: Theirs }
  | { readonly kind: "signed_out" }
  | { readonly kind: "away" }
  | { readonly kind: "refused"; readonly why: string; readonly final: boolean }
  | { readonly kind: "invalid"; readonly issues: readonly FieldIssue[] }
  /** The request changed nothing, and says nothing of the draft. */
  | { readonly kind: "unheeded" };

export type DraftEvent =
  | { readonly type: "edited"; readonly values: DraftContent }
  | { readonly type: "restored"; readonly values: DraftContent; readonly at: string }
  /** What was kept on this device stood on something else than what the server now holds. */
  | { readonly type: "restored_against"; readonly values: DraftContent; readonly theirs: Theirs }
  | { readonly type: "sending" }
  | { readonly type: "answered"; readonly answer: Answer }
  /** The form was put into the record as `values`; the draft is gone. */
  | { readonly type: "recorded"; readonly values: DraftContent }
  /** The draft is dropped on the server: the form is the record again. */
  | { readonly type: "dropped"; readonly values: DraftContent }
  /** What was restored from this device is not wanted. */
  | { readonly type: "restoration_dropped" }
  | { readonly type: "kept"; readonly here: boolean }
  /** The choice after a conflict: the form becomes `values`, over theirs knowingly. */
  | { readonly type: "chosen"; readonly values: DraftContent };

export function initialState(draft: {
  readonly content: DraftContent;
  readonly version: number;
  readonly savedAt: string | null;
}): DraftState {
  return {
    values: draft.content,
    known: draft.content,
    version: draft.version,
    savedAt: draft.savedAt,
    sending: null,
    unanswered: [],
    trouble: null,
    failures: 0,
    restored: null,
    keptHere: true,
    inRecord: false,
  };
}

export function isUnsaved({ values, known }: DraftState): boolean {
  return values !== known && !sameData(values, known);
}

/** Whether a save may start now, by itself. A conflict waits for a choice, a refusal for something else typed. */
export function maySend(state: DraftState): boolean {
  if (state.sending !== null || !isUnsaved(state)) return false;
  return state.trouble === null || state.trouble.kind === "away" || state.trouble.kind === "signed_out";
}

const SECOND = 1_000;
const LONGEST_WAIT = 30 * SECOND;
const SIGN_IN_WAIT = 4 * SECOND;

/** Milliseconds until the next save is tried: the pause in typing, or longer after each failure. */
export function waitBefore({ trouble, failures }: DraftState): number {
  if (trouble?.kind === "signed_out") return SIGN_IN_WAIT;
  if (trouble?.kind !== "away") return SECOND;
  return Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(failures, 10));
}

export function reduce(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case "edited":
      return {
        ...state,
        values: event.values,
        inRecord: false,
        trouble: state.trouble?.kind === "refused" && !state.trouble.final ? null : state.trouble,
      };
    case "restored":
      return {
        ...withUnanswered(state, event.values),
        values: event.values,
        restored: { at: event.at, over: state.known },
      };
    case "restored_against":
      return { ...state, values: event.values, trouble: { kind: "conflict", theirs: event.theirs } };
    case "sending":
      return { ...state, sending: state.values };
    case "answered":
      return answered(state, event.answer);
    case "recorded":
      return {
        ...initialState({ content: event.values, version: 0, savedAt: null }),
        // What was typed while the request was under way stays, as the next draft.
        values: state.sending !== null && state.values !== state.sending ? state.values : event.values,
        inRecord: state.sending === null || state.values === state.sending,
      };
    case "dropped":
      return initialState({ content: event.values, version: 0, savedAt: null });
    case "restoration_dropped":
      return state.restored ? { ...state, values: state.restored.over, restored: null } : state;
    case "kept":
      return state.keptHere === event.here ? state : { ...state, keptHere: event.here };
    case "chosen":
      return chosen(state, event.values);
  }
}

function answered(state: DraftState, answer: Answer): DraftState {
  const sent = state.sending;
  const settled: DraftState = { ...state, sending: null, failures: 0, trouble: null };
  switch (answer.kind) {
    case "saved":
      return {
        ...settled,
        unanswered: [],
        known: sent ?? state.values,
        version: answer.version,
        savedAt: answer.at || null,
      };
    case "conflict": {
      const { theirs } = answer;
      // Our own save, whose answer was lost on the way, or that a page sent as it closed.
      if (isOwn(state, theirs)) return standingOn(settled, theirs);
      return { ...settled, trouble: { kind: "conflict", theirs } };
    }
    case "unheeded":
      return settled;
    case "refused":
      return { ...settled, trouble: { kind: "refused", why: answer.why, final: answer.final } };
    case "invalid":
      return {
        ...settled,
        trouble: {
          kind: "refused",
          final: false,
          why: answer.issues.map(({ message }) => message).join(" "),
        },
      };
    case "signed_out":
    case "away":
      return {
        ...(answer.kind === "away" && sent !== null ? withUnanswered(state, sent) : state),
        sending: null,
        failures: state.failures + 1,
        trouble: { kind: answer.kind },
      };
  }
}

const MOST_UNANSWERED = 20;

function withUnanswered(state: DraftState, content: DraftContent): DraftState {
  return { ...state, unanswered: [...state.unanswered, fingerprint(content)].slice(-MOST_UNANSWERED) };
}

function isOwn({ sending, unanswered }: DraftState, { what, content }: Theirs): boolean {
  if (sending !== null && sameData(content, sending)) return true;
  return what === "draft" && unanswered.includes(fingerprint(content));
}

function chosen(state: DraftState, values: DraftContent): DraftState {
  if (state.trouble?.kind !== "conflict") return state;
  return {
    ...standingOn({ ...state, trouble: null, failures: 0, restored: null }, state.trouble.theirs),
    values,
  };
}

function standingOn(state: DraftState, { what, version, content, at }: Theirs): DraftState {
  return { ...state, unanswered: [], known: content, version: what === "draft" ? version : 0, savedAt: at };
}
