import type { CommuneShare } from "../record/cpts";

/** How a commune is held: wholly or in part, and why where that needs saying. */
export interface Holding {
  readonly share: CommuneShare;
  readonly note: string | null;
}

/** A territory being drawn; `from` as typed, right or wrong. */
export interface DrawnTerritory {
  readonly from: string | null;
  readonly communes: ReadonlyMap<string, Holding>;
}

export type Change =
  | { readonly kind: "added" | "removed"; readonly codes: readonly string[] }
  | { readonly kind: "noted" | "shared"; readonly code: string }
  | { readonly kind: "dated" }
  | { readonly kind: "undone"; readonly what: Change };

export interface Editing {
  readonly now: DrawnTerritory;
  /** What stood before each change, the oldest first. */
  readonly before: readonly { readonly territory: DrawnTerritory; readonly change: Change }[];
  /** What was done last; null before anything was. */
  readonly last: Change | null;
}

export type Edit =
  | { readonly type: "add" | "remove"; readonly codes: readonly string[] }
  | { readonly type: "note"; readonly code: string; readonly note: string | null }
  | { readonly type: "share"; readonly code: string; readonly share: CommuneShare }
  | { readonly type: "date"; readonly from: string | null }
  | { readonly type: "undo" }
  /** Another version takes the place of all this, and nothing of it can be undone. */
  | { readonly type: "replace"; readonly territory: DrawnTerritory };

/** Steps that can be undone. */
const MOST_STEPS = 200;
const WHOLE: Holding = { share: "whole", note: null };

export function startEditing(now: DrawnTerritory): Editing {
  return { now, before: [], last: null };
}

/** The next state; the very same where nothing changes, so that nothing is drawn, saved or said again. */
export function edit(state: Editing, action: Edit): Editing {
  const { now } = state;
  switch (action.type) {
    case "add": {
      const codes = [...new Set(action.codes)].filter((code) => !now.communes.has(code));
      const added = codes.map((code) => [code, WHOLE] as const);
      return step(
        state,
        { ...now, communes: new Map([...now.communes, ...added]) },
        { kind: "added", codes },
      );
    }
    case "remove": {
      const codes = [...new Set(action.codes)].filter((code) => now.communes.has(code));
      const left = new Map(now.communes);
      for (const code of codes) left.delete(code);
      return step(state, { ...now, communes: left }, { kind: "removed", codes });
    }
    case "note": {
      const held = now.communes.get(action.code);
      if (!held || held.note === action.note) return state;
      const next = { ...held, note: action.note };
      return step(state, holding(now, action.code, next), { kind: "noted", code: action.code });
    }
    case "share": {
      const held = now.communes.get(action.code);
      if (!held || sameShare(held.share, action.share)) return state;
      const next = { ...held, share: action.share };
      return step(state, holding(now, action.code, next), { kind: "shared", code: action.code });
    }
    case "date":
      if (now.from === action.from) return state;
      return step(state, { ...now, from: action.from }, { kind: "dated" });
    case "undo": {
      const last = state.before.at(-1);
      if (!last) return state;
      return {
        now: last.territory,
        before: state.before.slice(0, -1),
        last: { kind: "undone", what: last.change },
      };
    }
    case "replace":
      return startEditing(action.territory);
  }
}

function step(state: Editing, next: DrawnTerritory, change: Change): Editing {
  if ("codes" in change && change.codes.length === 0) return state;
  const previous = state.before.at(-1);
  // A note or a date is typed letter by letter: one step takes all of it back.
  const goesOn = previous && state.last?.kind === change.kind && isTyped(change, previous.change);
  const before = goesOn ? state.before : [...state.before, { territory: state.now, change }];
  return { now: next, before: before.slice(-MOST_STEPS), last: change };
}

function isTyped(change: Change, previous: Change): boolean {
  if (change.kind === "dated") return previous.kind === "dated";
  return change.kind === "noted" && previous.kind === "noted" && change.code === previous.code;
}

function holding(now: DrawnTerritory, code: string, held: Holding): DrawnTerritory {
  return { ...now, communes: new Map(now.communes).set(code, held) };
}

export function sameShare(a: CommuneShare, b: CommuneShare): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** What the section's form holds, by code. */
export function formOf({ from, communes }: DrawnTerritory) {
  return {
    from,
    communes: [...communes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { share, note }]) => ({
        code,
        share: typeof share === "string" ? share : { ...share },
        note,
      })),
  };
}

/** The territory that a draft's form holds, whatever it holds: what is no commune is left out. */
export function territoryIn(form: unknown): DrawnTerritory {
  const { from, communes } = (isObject(form) ? form : {}) as { from?: unknown; communes?: unknown };
  const held = new Map<string, Holding>();
  for (const item of Array.isArray(communes) ? (communes as unknown[]) : []) {
    if (!isObject(item) || typeof item.code !== "string") continue;
    const note = typeof item.note === "string" && item.note !== "" ? item.note : null;
    held.set(item.code, { share: shareIn(item.share), note });
  }
  return { from: typeof from === "string" && from !== "" ? from : null, communes: held };
}

function shareIn(share: unknown): CommuneShare {
  if (share === "unknown") return share;
  if (!isObject(share)) return "whole";
  const { numerator, denominator } = share;
  const fraction = { numerator: Number(numerator), denominator: Number(denominator) };
  return isProperFraction(fraction) ? fraction : "unknown";
}

const LARGEST_TERM = 1_000_000;

/** Whether a fraction is a part of something, and not all of it. */
export function isProperFraction({ numerator, denominator }: Exclude<CommuneShare, string>): boolean {
  return (
    Number.isSafeInteger(numerator) &&
    Number.isSafeInteger(denominator) &&
    numerator > 0 &&
    numerator < denominator &&
    denominator <= LARGEST_TERM
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
