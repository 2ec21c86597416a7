import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, span, type IsoDay } from "@/lib/kernel/date";
import {
  stageAt,
  stageChangeDays,
  STAGE_RANK,
  STAGES,
  type LifecycleEvent,
  type LifecycleKind,
  type Stage,
} from "@/lib/record/lifecycle";

/** Few days, close together, so that same-day events and overlapping spans are common. */
const START = "2024-02-26";
const kind = fc.constantFrom<LifecycleKind>(
  "letter_of_intent",
  "project_validated",
  "signature",
  "amendment",
  "renewal",
  "termination",
);
const event: fc.Arbitrary<LifecycleEvent> = fc
  .record({ kind, from: fc.nat(5), length: fc.nat(3) })
  .map(({ kind, from, length }) => ({
    kind,
    when: span(addDays(START, from), addDays(START, from + length)),
  }));
const events = fc.array(event, { maxLength: 5 });
const day = fc.nat(10).map((n) => addDays(START, n - 1));

type Dated = readonly { readonly event: LifecycleEvent; readonly on: IsoDay }[];

const isSigning = ({ kind }: LifecycleEvent) => kind === "signature" || kind === "renewal";

/** The contracts a termination must end: those that may precede it, when they are one contract. */
function endedBy(termination: LifecycleEvent, all: readonly LifecycleEvent[]): LifecycleEvent[] {
  const before = all.filter((e) => isSigning(e) && e.when.earliest <= termination.when.latest);
  return before.filter((e) => e.kind === "signature").length <= 1 ? before : [];
}

/** Every way to choose a day for each event that lets terminations come no earlier than what they end. */
function readings(all: readonly LifecycleEvent[]): Dated[] {
  let found: Dated[] = [[]];
  for (const event of all) {
    const days: IsoDay[] = [];
    for (let on = event.when.earliest; on <= event.when.latest; on = addDays(on, 1)) days.push(on);
    found = found.flatMap((reading) => days.map((on) => [...reading, { event, on }]));
  }
  return found.filter((reading) =>
    reading.every(({ event, on }) => {
      if (event.kind !== "termination") return true;
      const ended = endedBy(event, all);
      return reading.every((other) => !ended.includes(other.event) || other.on <= on);
    }),
  );
}

/** The stage when every day is known: what stands after the last termination. */
function replay(reading: Dated, all: readonly LifecycleEvent[], asOf: IsoDay): Stage {
  const past = reading.filter(({ on }) => on <= asOf);
  const survives = (entry: Dated[number]) =>
    past.every(({ event, on }) => {
      if (event.kind !== "termination") return true;
      return on <= entry.on && !endedBy(event, all).includes(entry.event);
    });
  const rank = past.filter(survives).reduce((max, { event }) => {
    if (event.kind === "letter_of_intent") return Math.max(max, 1);
    if (event.kind === "project_validated") return Math.max(max, 2);
    return isSigning(event) ? 3 : max;
  }, 0);
  return STAGES[rank] ?? "none";
}

describe("stageAt, against every reading of the uncertain days", () => {
  it("gives the lowest stage as certain and the highest as possible", () => {
    fc.assert(
      fc.property(events, day, (all, asOf) => {
        const ranks = readings(all).map((reading) => STAGE_RANK[replay(reading, all, asOf)]);
        const { stage, uncertain } = stageAt(all, asOf);
        expect(STAGE_RANK[stage]).toBe(Math.min(...ranks));
        expect(STAGE_RANK[uncertain?.possibleStage ?? stage]).toBe(Math.max(...ranks));
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of the events", () => {
    fc.assert(
      fc.property(events, day, fc.integer(), (all, asOf, seed) => {
        const shuffled = [...all].sort(
          (a, b) => ((all.indexOf(a) * 7 + seed) % 5) - ((all.indexOf(b) * 7 + seed) % 5),
        );
        expect(stageAt(shuffled, asOf)).toEqual(stageAt(all, asOf));
        expect(stageAt([...all].reverse(), asOf)).toEqual(stageAt(all, asOf));
      }),
    );
  });

  it("changes on the days announced only", () => {
    fc.assert(
      fc.property(events, (all) => {
        const days = new Set(stageChangeDays(all));
        for (let n = 0; n < 12; n += 1) {
          const today = addDays(START, n);
          if (days.has(today)) continue;
          const now = stageAt(all, today);
          const before = stageAt(all, addDays(today, -1));
          expect([now.stage, now.uncertain]).toEqual([before.stage, before.uncertain]);
        }
      }),
    );
  });

  it("flags a past term only while signed, and never both certain and still running", () => {
    fc.assert(
      fc.property(events, day, fc.integer({ min: 1, max: 2 }), (all, asOf, months) => {
        const later = addDays(asOf, 40);
        const state = stageAt(all, later, months);
        expect(state.term === null).toBe(state.stage !== "signed");
        if (state.term === null || state.term.earliest > later) expect(state.pastTerm).toBe("no");
        if (state.pastTerm === "yes") expect(state.term && state.term.latest <= later).toBe(true);
      }),
    );
  });
});
