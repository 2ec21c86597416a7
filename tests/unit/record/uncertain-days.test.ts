import { describe, expect, it } from "vitest";
import { monthSpan, span, yearSpan, type Span } from "@/lib/kernel/date";
import { stageAt, stageChangeDays, type LifecycleEvent, type LifecycleKind } from "@/lib/record/lifecycle";

const at = (kind: LifecycleKind, when: Span | string): LifecycleEvent => ({
  kind,
  when: typeof when === "string" ? span(when) : when,
});

describe("stageAt with days known between two bounds", () => {
  it("counts from the latest day and is possible from the earliest", () => {
    const events = [at("signature", span("2024-12-01", "2025-01-31"))]; // seed 003
    expect(stageAt(events, "2024-11-30")).toMatchObject({ stage: "none", uncertain: null });
    expect(stageAt(events, "2024-12-01")).toMatchObject({
      stage: "none",
      uncertain: { possibleStage: "signed" },
    });
    expect(stageAt(events, "2025-01-30").uncertain).toEqual({ possibleStage: "signed" });
    expect(stageAt(events, "2025-01-31")).toMatchObject({
      stage: "signed",
      since: span("2024-12-01", "2025-01-31"),
      term: span("2029-12-01", "2030-01-31"),
      uncertain: null,
    });
  });

  it("is possibly past term between the bounds of the term, and a year stays a year", () => {
    const events = [at("signature", yearSpan(2020))];
    expect(stageAt(events, "2024-12-31").pastTerm).toBe("no");
    expect(stageAt(events, "2025-01-01")).toMatchObject({ term: yearSpan(2025), pastTerm: "possibly" });
    expect(stageAt(events, "2025-12-30").pastTerm).toBe("possibly");
    expect(stageAt(events, "2025-12-31").pastTerm).toBe("yes");
  });

  it("does not flag for certain a contract that may have been renewed", () => {
    const events = [at("signature", "2020-02-19"), at("renewal", yearSpan(2025))];
    expect(stageAt(events, "2025-03-01")).toMatchObject({ term: span("2025-02-19"), pastTerm: "possibly" });
    expect(stageAt(events, "2025-12-31")).toMatchObject({ term: yearSpan(2030), pastTerm: "no" });
  });

  it("loses certainty at the termination's earliest day and possibility at its latest", () => {
    const events = [at("signature", "2020-01-01"), at("termination", yearSpan(2023))];
    expect(stageAt(events, "2022-12-31")).toMatchObject({ stage: "signed", uncertain: null });
    expect(stageAt(events, "2023-06-01")).toMatchObject({
      stage: "none",
      since: yearSpan(2023),
      terminatedOn: yearSpan(2023),
      uncertain: { possibleStage: "signed" },
    });
    expect(stageAt(events, "2023-12-31")).toMatchObject({ stage: "none", uncertain: null });
  });

  it("keeps the certain lower stage under a possible higher one", () => {
    const events = [at("letter_of_intent", "2019-01-01"), at("signature", yearSpan(2020))];
    expect(stageAt(events, "2020-06-01")).toMatchObject({
      stage: "intent",
      since: span("2019-01-01"),
      uncertain: { possibleStage: "signed" },
    });
  });

  it("lets a termination and the only contract it can end bound each other", () => {
    const events = [at("signature", yearSpan(2020)), at("termination", span("2020-03-01", "2021-06-30"))];
    expect(stageAt(events, "2020-02-01").uncertain).toEqual({ possibleStage: "signed" });
    expect(stageAt(events, "2021-06-30")).toMatchObject({ stage: "none", uncertain: null });
    const known = [at("signature", yearSpan(2020)), at("termination", "2020-06-01")];
    expect(stageAt(known, "2020-06-01")).toMatchObject({ stage: "none", uncertain: null });
  });

  it("says possible when the order of a termination and a second signature is unknown", () => {
    const events = [
      at("signature", "2015-01-01"),
      at("signature", yearSpan(2020)),
      at("termination", "2020-06-01"),
    ];
    expect(stageAt(events, "2022-01-01")).toMatchObject({
      stage: "none",
      uncertain: { possibleStage: "signed" },
    });
  });

  it("bounds the first and the last of several uncertain days", () => {
    const events = [
      at("signature", span("2020-01-01", "2020-12-31")),
      at("renewal", span("2020-03-01", "2020-06-01")),
    ];
    expect(stageAt(events, "2021-01-01")).toMatchObject({
      since: span("2020-01-01", "2020-06-01"),
      term: span("2025-03-01", "2025-12-31"),
    });
  });
});

describe("stageChangeDays", () => {
  it("adds the morrow of what an uncertain termination may follow", () => {
    const events = [at("letter_of_intent", "2024-06-10"), at("termination", monthSpan(2024, 6))];
    expect(stageChangeDays(events)).toEqual([
      "2024-06-01",
      "2024-06-02",
      "2024-06-10",
      "2024-06-11",
      "2024-06-30",
    ]);
    // On the day itself a termination would come first; from the morrow it may have ended the letter.
    expect(stageAt(events, "2024-06-10")).toMatchObject({ stage: "intent", uncertain: null });
    expect(stageAt(events, "2024-06-11")).toMatchObject({
      stage: "none",
      uncertain: { possibleStage: "intent" },
    });
  });

  it("lists the bounds of what can change the stage, once, in order", () => {
    const events = [
      at("signature", yearSpan(2020)),
      at("amendment", "2022-01-01"),
      at("letter_of_intent", "2020-01-01"),
    ];
    expect(stageChangeDays(events)).toEqual(["2020-01-01", "2020-12-31"]);
    expect(stageChangeDays([])).toEqual([]);
  });
});
