import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  initialState,
  isUnsaved,
  maySend,
  reduce,
  waitBefore,
  type Answer,
  type DraftEvent,
  type DraftState,
  type Theirs,
} from "@/components/forms/section/draft-state";

const start = initialState({ content: { name: "A" }, version: 3, savedAt: "2026-11-23T10:00:00.000Z" });
const play = (events: readonly DraftEvent[], from: DraftState = start) => events.reduce(reduce, from);
const edited = (name: string): DraftEvent => ({ type: "edited", values: { name } });
const answered = (answer: Answer): DraftEvent => ({ type: "answered", answer });
const saved = (version: number): DraftEvent =>
  answered({ kind: "saved", version, at: "2026-11-23T10:05:00.000Z" });
const theirs: Theirs = {
  what: "draft",
  version: 9,
  content: { name: "Z" },
  by: "Paul",
  at: "2026-11-23T10:01:00.000Z",
};

describe("a draft between the keyboard and the server", () => {
  it("is saved once typed, one request at a time", () => {
    const typed = play([edited("B")]);
    expect(maySend(typed)).toBe(true);
    const sending = play([{ type: "sending" }], typed);
    expect(maySend(sending)).toBe(false);
    const done = play([saved(4)], sending);
    expect(done).toMatchObject({ version: 4, known: { name: "B" }, sending: null });
    expect(isUnsaved(done)).toBe(false);
  });

  it("saves again what was typed while a request was under way", () => {
    const state = play([edited("B"), { type: "sending" }, edited("C"), saved(4)]);
    expect(state).toMatchObject({ values: { name: "C" }, known: { name: "B" }, version: 4 });
    expect(maySend(state)).toBe(true);
  });

  it("has nothing to save once typed back", () => {
    expect(isUnsaved(play([edited("B"), edited("A")]))).toBe(false);
  });

  it("waits longer after each failure, never more than half a minute, and goes on after a sign-in", () => {
    let state = play([edited("B")]);
    const waits = Array.from({ length: 8 }, () => {
      state = play([{ type: "sending" }, answered({ kind: "away" })], state);
      return waitBefore(state);
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    expect(maySend(state)).toBe(true);
    const out = play([{ type: "sending" }, answered({ kind: "signed_out" })], state);
    expect(maySend(out)).toBe(true);
    expect(play([{ type: "sending" }, saved(4)], out)).toMatchObject({ trouble: null, failures: 0 });
  });

  it("stops at a conflict: nothing more is sent until somebody chose", () => {
    const state = play([edited("B"), { type: "sending" }, answered({ kind: "conflict", theirs })]);
    expect(state.trouble).toEqual({ kind: "conflict", theirs });
    expect(maySend(play([edited("C")], state))).toBe(false);
    const kept = play([{ type: "chosen", values: { name: "B" } }], state);
    expect(kept).toMatchObject({ version: 9, known: { name: "Z" }, values: { name: "B" }, trouble: null });
    expect(maySend(kept)).toBe(true);
    const taken = play([{ type: "chosen", values: { name: "Z" } }], state);
    expect(isUnsaved(taken)).toBe(false);
  });

  it("begins a new draft over a record that changed, whatever its own version was", () => {
    const record: Theirs = { ...theirs, what: "record", by: null, at: null };
    const state = play([edited("B"), { type: "sending" }, answered({ kind: "conflict", theirs: record })]);
    expect(play([{ type: "chosen", values: { name: "B" } }], state)).toMatchObject({
      version: 0,
      known: { name: "Z" },
    });
  });

  it("knows its own save again when the answer was lost on the way", () => {
    const own = { ...theirs, content: { name: "B" } };
    const state = play([edited("B"), { type: "sending" }, answered({ kind: "conflict", theirs: own })]);
    expect(state).toMatchObject({ trouble: null, version: 9 });
    expect(isUnsaved(state)).toBe(false);
  });

  it("knows its own save again when the answer was lost and typing went on", () => {
    const lost = play([edited("B"), { type: "sending" }, answered({ kind: "away" }), edited("C")]);
    const own = { ...theirs, content: { name: "B" } };
    const state = play([{ type: "sending" }, answered({ kind: "conflict", theirs: own })], lost);
    expect(state).toMatchObject({ trouble: null, version: 9, known: { name: "B" }, values: { name: "C" } });
    expect(maySend(state)).toBe(true);
    // Somebody else's is still a conflict, and so is our own once it was answered.
    const other = play([{ type: "sending" }, answered({ kind: "conflict", theirs })], lost);
    expect(other.trouble).toEqual({ kind: "conflict", theirs });
    const later = play([saved(4), edited("D"), { type: "sending" }], play([{ type: "sending" }], lost));
    const again = play([answered({ kind: "conflict", theirs: own })], later);
    expect(again.trouble).toEqual({ kind: "conflict", theirs: own });
  });

  it("knows what a page sent as it closed, that lands once the next one is open and typed in", () => {
    const found = play([{ type: "restored", values: { name: "B" }, at: "2026-11-23T10:00:30.000Z" }]);
    const own = { ...theirs, content: { name: "B" } };
    const events: DraftEvent[] = [
      edited("C"),
      { type: "sending" },
      answered({ kind: "conflict", theirs: own }),
    ];
    const state = play(events, found);
    expect(state).toMatchObject({ trouble: null, version: 9, values: { name: "C" } });
    expect(maySend(state)).toBe(true);
  });

  it("tries again after a refusal only once something else was typed", () => {
    const refused: Answer = { kind: "refused", why: "Non.", final: false };
    const state = play([edited("B"), { type: "sending" }, answered(refused)]);
    expect(maySend(state)).toBe(false);
    expect(maySend(play([edited("C")], state))).toBe(true);
    const never = play([
      edited("B"),
      { type: "sending" },
      answered({ ...refused, final: true }),
      edited("C"),
    ]);
    expect(maySend(never)).toBe(false);
  });

  it("brings back what the device kept, and drops it on demand even once it was saved", () => {
    const back = play([{ type: "restored", values: { name: "K" }, at: "2026-11-22T08:00:00.000Z" }]);
    expect(maySend(back)).toBe(true);
    const dropped = play([{ type: "sending" }, saved(4), { type: "restoration_dropped" }], back);
    expect(dropped).toMatchObject({ values: { name: "A" }, restored: null });
    expect(maySend(dropped)).toBe(true);
  });

  it("loses nothing that was typed, whatever the answers and their order", () => {
    const answers = fc.constantFrom<Answer>(
      { kind: "saved", version: 5, at: "2026-11-23T10:05:00.000Z" },
      { kind: "away" },
      { kind: "signed_out" },
      { kind: "conflict", theirs },
      { kind: "refused", why: "Non.", final: false },
      { kind: "unheeded" },
    );
    const steps = fc.array(
      fc.oneof(
        fc.string({ maxLength: 3 }).map((name): DraftEvent => edited(name)),
        fc.constant<DraftEvent>({ type: "sending" }),
        answers.map(answered),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (events) => {
        let state = start;
        let last = start.values;
        for (const event of events) {
          // The engine sends only when it may, and answers only come to what was sent.
          if (event.type === "sending" && !maySend(state)) continue;
          if (event.type === "answered" && state.sending === null) continue;
          state = reduce(state, event);
          if (event.type === "edited") last = event.values;
          expect(state.values).toEqual(last);
          const said = isUnsaved(state) || state.known.name === last.name;
          expect(said).toBe(true);
        }
      }),
    );
  });
});
