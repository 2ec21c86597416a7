import { describe, expect, it } from "vitest";
import { span } from "@/lib/kernel/date";
import { stageAt, type LifecycleEvent, type LifecycleKind } from "@/lib/record/lifecycle";

const at = (kind: LifecycleKind, day: string): LifecycleEvent => ({ kind, when: span(day) });

describe("stageAt", () => {
  it("is none, without a date, before anything is on record", () => {
    const nothing = {
      stage: "none",
      since: null,
      term: null,
      pastTerm: "no",
      terminatedOn: null,
      uncertain: null,
    };
    expect(stageAt([], "2025-01-01")).toEqual(nothing);
    expect(stageAt([at("signature", "2025-01-02")], "2025-01-01")).toEqual(nothing);
  });

  it("climbs from the letter to the signature, each from its own day on", () => {
    const events = [
      at("signature", "2024-10-14"),
      at("letter_of_intent", "2023-03-01"),
      at("project_validated", "2024-02-01"),
    ];
    expect(stageAt(events, "2023-02-28").stage).toBe("none");
    expect(stageAt(events, "2023-03-01").stage).toBe("intent");
    expect(stageAt(events, "2024-02-01")).toMatchObject({ stage: "validated", since: span("2024-02-01") });
    expect(stageAt(events, "2024-10-13")).toMatchObject({ stage: "validated", term: null });
    expect(stageAt(events, "2024-10-14")).toMatchObject({
      stage: "signed",
      since: span("2024-10-14"),
      term: span("2029-10-14"),
      pastTerm: "no",
    });
  });

  it("keeps the highest stage when a lower one is recorded later, and ignores amendments", () => {
    const events = [at("signature", "2020-01-01"), at("letter_of_intent", "2021-01-01")];
    expect(stageAt(events, "2022-01-01").stage).toBe("signed");
    const amended = [...events, at("amendment", "2023-01-01")];
    expect(stageAt(amended, "2024-01-01")).toEqual(stageAt(events, "2024-01-01"));
    expect(stageAt([at("amendment", "2023-01-01")], "2024-01-01").stage).toBe("none");
  });

  it("takes the highest of several events of one day", () => {
    const events = [
      at("project_validated", "2024-06-01"),
      at("signature", "2024-06-01"),
      at("letter_of_intent", "2024-06-01"),
    ];
    expect(stageAt(events, "2024-06-01").stage).toBe("signed");
    expect(stageAt(events, "2024-05-31").stage).toBe("none");
  });

  it("stays signed past its term, flagged from the term's own day", () => {
    const events = [at("signature", "2020-02-19")]; // Haute-Combraille et Volcans, seed 004
    expect(stageAt(events, "2025-02-18").pastTerm).toBe("no");
    expect(stageAt(events, "2025-02-19")).toMatchObject({
      stage: "signed",
      pastTerm: "yes",
      term: span("2025-02-19"),
    });
    expect(stageAt([at("signature", "2020-02-29")], "2025-02-28").term).toEqual(span("2025-02-28"));
  });

  it("takes the length of the contract, and refuses one without a month", () => {
    expect(stageAt([at("signature", "2020-02-19")], "2023-02-19", 36).pastTerm).toBe("yes");
    for (const months of [0, -1, 1.5, Number.NaN]) {
      expect(() => stageAt([], "2023-02-19", months)).toThrow(RangeError);
    }
    expect(() => stageAt([], "2023-02-30")).toThrow(RangeError);
  });

  it("starts a new term on the renewal's date, even late, without restarting the stage", () => {
    const events = [at("renewal", "2025-06-01"), at("signature", "2020-02-19")];
    expect(stageAt(events, "2025-05-31")).toMatchObject({ term: span("2025-02-19"), pastTerm: "yes" });
    expect(stageAt(events, "2025-06-01")).toMatchObject({
      since: span("2020-02-19"),
      term: span("2030-06-01"),
      pastTerm: "no",
    });
    // The renewal alone says that a contract stands.
    expect(stageAt([at("renewal", "2025-06-01")], "2025-06-01").stage).toBe("signed");
  });

  it("stops on the day of the termination, and a later letter starts again", () => {
    const events = [
      at("letter_of_intent", "2019-01-01"),
      at("signature", "2020-01-01"),
      at("termination", "2023-05-10"),
      at("letter_of_intent", "2024-09-01"),
    ];
    expect(stageAt(events, "2023-05-09")).toMatchObject({ stage: "signed", terminatedOn: null });
    expect(stageAt(events, "2023-05-10")).toEqual({
      stage: "none",
      since: span("2023-05-10"),
      term: null,
      pastTerm: "no",
      terminatedOn: span("2023-05-10"),
      uncertain: null,
    });
    expect(stageAt(events, "2024-09-01")).toMatchObject({
      stage: "intent",
      since: span("2024-09-01"),
      terminatedOn: span("2023-05-10"),
    });
  });

  it("lets a contract be signed the day another ends, and counts the new one only", () => {
    const events = [
      at("signature", "2024-01-01"),
      at("termination", "2024-01-01"),
      at("signature", "2020-01-01"),
    ];
    expect(stageAt(events, "2024-01-01")).toMatchObject({
      stage: "signed",
      since: span("2024-01-01"),
      term: span("2029-01-01"),
      uncertain: null,
    });
  });

  it("reads a termination on the day of the only signature, or of its renewal, as its end", () => {
    const sameDay = [at("termination", "2024-01-01"), at("signature", "2024-01-01")];
    expect(stageAt(sameDay, "2024-01-01")).toMatchObject({ stage: "none", uncertain: null });
    const renewed = [
      at("signature", "2019-01-01"),
      at("renewal", "2024-01-01"),
      at("termination", "2024-01-01"),
    ];
    expect(stageAt(renewed, "2024-01-01")).toMatchObject({ stage: "none", uncertain: null });
    const letter = [...sameDay, at("letter_of_intent", "2024-01-01")];
    expect(stageAt(letter, "2024-01-01").stage).toBe("intent");
  });
});
