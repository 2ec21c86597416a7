import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edit, formOf, startEditing, territoryIn, type Edit } from "@/lib/territory/edit";

const start = () =>
  startEditing(territoryIn({ from: "2027-01-01", communes: [{ code: "63300", share: "whole" }] }));
const codesOf = (state: ReturnType<typeof start>) => [...state.now.communes.keys()].sort();

describe("editing a territory", () => {
  test("adds and removes communes, each once", () => {
    const added = edit(start(), { type: "add", codes: ["63103", "63103", "63300"] });
    expect(codesOf(added)).toEqual(["63103", "63300"]);
    expect(added.last).toEqual({ kind: "added", codes: ["63103"] });
    expect(codesOf(edit(added, { type: "remove", codes: ["63300", "99999"] }))).toEqual(["63103"]);
  });

  test("what changes nothing is the very same state", () => {
    const state = start();
    expect(edit(state, { type: "add", codes: ["63300"] })).toBe(state);
    expect(edit(state, { type: "remove", codes: ["63103"] })).toBe(state);
    expect(edit(state, { type: "note", code: "63103", note: "absente" })).toBe(state);
    expect(edit(state, { type: "date", from: "2027-01-01" })).toBe(state);
    expect(edit(state, { type: "undo" })).toBe(state);
  });

  test("a note typed letter by letter is taken back at once", () => {
    let state = start();
    for (const note of ["Q", "Qu", "Quartier"]) state = edit(state, { type: "note", code: "63300", note });
    expect(state.before).toHaveLength(1);
    expect(edit(state, { type: "undo" }).now.communes.get("63300")?.note).toBeNull();
  });

  test("a commune taken out and back in has lost its note, which undo gives back", () => {
    let state = edit(start(), { type: "note", code: "63300", note: "Quartier nord" });
    state = edit(state, { type: "remove", codes: ["63300"] });
    expect(edit(state, { type: "undo" }).now.communes.get("63300")?.note).toBe("Quartier nord");
  });

  test("undone as many times as done, any sequence leads back to its beginning", () => {
    const code = fc.constantFrom("63300", "63103", "63001");
    const action: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({ type: fc.constantFrom("add" as const, "remove" as const), codes: fc.array(code) }),
      fc.record({ type: fc.constant("note" as const), code, note: fc.constantFrom("a", "b", null) }),
      fc.record({
        type: fc.constant("share" as const),
        code,
        share: fc.constantFrom("whole" as const, "unknown" as const, { numerator: 1, denominator: 3 }),
      }),
      fc.record({ type: fc.constant("date" as const), from: fc.constantFrom("2027-01-01", "2028", null) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        let state = start();
        for (const one of actions) state = edit(state, one);
        while (state.before.length > 0) state = edit(state, { type: "undo" });
        expect(formOf(state.now)).toEqual(formOf(start().now));
      }),
    );
  });
});

describe("the draft's form", () => {
  test("is read back as it was written", () => {
    const form = {
      from: "2027-01-01",
      communes: [
        { code: "63099", share: { numerator: 1, denominator: 4 }, note: "Quartier sud" },
        { code: "63300", share: "whole", note: null },
      ],
    };
    expect(formOf(territoryIn(form))).toEqual(form);
  });

  test("whatever a draft holds, reading it fails nothing", () => {
    fc.assert(fc.property(fc.anything(), (form) => void territoryIn(form)));
    expect(
      territoryIn({
        from: 12,
        communes: [null, { code: 3 }, { code: "63300", share: { numerator: 2, denominator: 1 } }],
      }),
    ).toEqual({
      from: null,
      communes: new Map([["63300", { share: "unknown", note: null }]]),
    });
  });
});
