import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameData } from "@/lib/kernel/same-data";
import { MISSIONS } from "@/lib/record/cpts";
import { differenceOf, type Differences } from "@/lib/record/differences";
import type { Contents } from "@/lib/record/sections";

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
const note = fc.constantFrom(null, "frontière", "quartier");
const share = fc.constantFrom<Contents["territory"]["communes"][number]["share"]>("whole", "unknown", {
  numerator: 1,
  denominator: 3,
});

const territory: fc.Arbitrary<Contents["territory"]> = fc.record({
  from: fc.option(day, { nil: null }),
  communes: fc
    .uniqueArray(
      fc.record({ code: fc.constantFrom("63001", "63002", "63003", "03001", "03002"), share, note }),
      { selector: ({ code }) => code },
    )
    .map((communes) => communes.sort((a, b) => (a.code < b.code ? -1 : 1))),
});

const missions: fc.Arbitrary<Contents["missions"]> = fc
  .uniqueArray(
    fc.record({
      mission: fc.constantFrom(...MISSIONS),
      startedOn: fc.option(day, { nil: null }),
      endedOn: fc.option(day, { nil: null }),
      objectives: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 }),
    }),
    { selector: ({ mission }) => mission },
  )
  .map((list) => ({
    missions: list.sort((a, b) => MISSIONS.indexOf(a.mission) - MISSIONS.indexOf(b.mission)),
  }));

const kind = fc.constantFrom("letter_of_intent", "signature", "amendment" as const);
const contract: fc.Arbitrary<Contents["contract"]> = fc.record({
  steps: fc.uniqueArray(
    fc.tuple(kind, day, note).map(([one, on, text]) => ({ kind: one, earliest: on, latest: on, note: text })),
    { selector: (step) => `${step.kind} ${step.earliest}`, maxLength: 5 },
  ),
  contracts: fc.uniqueArray(
    fc.record({
      signedEarliest: day,
      signedLatest: fc.constant("2026-03-01"),
      termMonths: fc.constantFrom(60, 72),
      endedOn: fc.option(day, { nil: null }),
      scheduleId: fc.constantFrom(null, "aci-2019"),
      parties: fc.uniqueArray(
        fc.record({ kind: fc.constantFrom("cpts", "ars" as const), name: fc.constantFrom("A", "B") }),
        { selector: (party) => `${party.kind} ${party.name}` },
      ),
      amounts: fc.uniqueArray(
        fc.record({
          line: fc.constantFrom("fonctionnement", "parcours" as const),
          part: fc.constantFrom("fixed", "variable" as const),
          year: fc.constantFrom(null, 1, 2),
          amountCents: fc.constantFrom(100, 200),
        }),
        { selector: ({ line, part, year }) => `${line} ${part} ${year ?? "*"}` },
      ),
    }),
    { selector: ({ signedEarliest }) => signedEarliest, maxLength: 3 },
  ),
});

const indicator = fc.record({
  contract: fc.constantFrom(1, 2),
  mission: fc.constantFrom("parcours", "prevention" as const),
  label: fc.constantFrom("A", "B"),
  kind: fc.constantFrom("action", "result" as const),
  unit: fc.constant("%"),
  baseline: fc.constantFrom(null, 1.5),
  direction: fc.constantFrom("rising", "falling" as const),
  steps: fc.constantFrom([{ threshold: 1, amountCents: 100 }], [{ threshold: 2, amountCents: 100 }]),
  fromYear: fc.constantFrom(1, 3),
  toYear: fc.constantFrom(null, 4),
});
const indicators: fc.Arbitrary<Contents["indicators"]> = fc
  .uniqueArray(indicator, {
    maxLength: 5,
    selector: (one) => `${one.contract} ${one.mission} ${one.label} ${one.fromYear}`,
  })
  .map((list) => ({ indicators: list.sort((a, b) => a.contract - b.contract) }));

/** The lists of which the order says nothing, each sorted: what two contents are compared by. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unordered(inner)]));
}

describe("the difference between two contents of a section", () => {
  it("is none exactly where they say the same", () => {
    fc.assert(
      fc.property(territory, territory, (a, b) => {
        expect(differenceOf("territory", a, b) === null).toBe(sameData(a, b));
        expect(differenceOf("territory", a, structuredClone(a))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(missions, missions, (a, b) => {
        expect(differenceOf("missions", a, b) === null).toBe(sameData(a, b));
        expect(differenceOf("missions", a, structuredClone(a))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(contract, contract, (a, b) => {
        expect(differenceOf("contract", a, b) === null).toBe(sameData(unordered(a), unordered(b)));
        const turned = { steps: [...a.steps].reverse(), contracts: [...a.contracts].reverse() };
        expect(differenceOf("contract", a, turned)).toBeNull();
      }),
    );
  });

  it("of indicators is none exactly where they are the same in the same order", () => {
    fc.assert(
      fc.property(indicators, indicators, (a, b) => {
        const difference = differenceOf("indicators", a, b);
        expect(difference === null).toBe(sameData(a, b));
        const back = differenceOf("indicators", b, a);
        expect(difference?.added.length).toBe(back?.removed.length);
        expect(difference?.changed.map((one) => one.after)).toEqual(
          expect.arrayContaining(back?.changed.map((one) => one.before) ?? []),
        );
      }),
    );
  });

  it("takes an indicator under another label for the same, and tells one moved", () => {
    const of = (...labels: string[]): Contents["indicators"] => ({
      indicators: labels.map((label) => ({
        contract: 1,
        mission: "parcours",
        label,
        kind: "result",
        unit: "%",
        baseline: null,
        direction: "rising",
        steps: [{ threshold: 1, amountCents: 100 }],
        fromYear: 1,
        toYear: null,
      })),
    });
    expect(differenceOf("indicators", of("Vaccinés"), of("Patients vaccinés"))).toMatchObject({
      added: [],
      removed: [],
      changed: [{ before: { label: "Vaccinés" }, after: { label: "Patients vaccinés" } }],
      reordered: false,
    });
    expect(differenceOf("indicators", of("A", "B"), of("B", "A"))).toMatchObject({
      changed: [],
      reordered: true,
    });
  });

  it("of territories, put on the one before, gives the one after", () => {
    fc.assert(
      fc.property(territory, territory, (before, after) => {
        const difference = differenceOf("territory", before, after);
        expect(difference ? applied(before, difference) : before).toEqual(after);
      }),
    );
  });

  it("read the other way, what was added is removed", () => {
    fc.assert(
      fc.property(territory, territory, (a, b) => {
        const [there, back] = [differenceOf("territory", a, b), differenceOf("territory", b, a)];
        expect(there?.added).toEqual(back?.removed);
        expect(there?.kept).toEqual(back?.kept);
      }),
    );
    fc.assert(
      fc.property(missions, missions, (a, b) => {
        const [there, back] = [differenceOf("missions", a, b), differenceOf("missions", b, a)];
        expect(there?.added).toEqual(back?.removed);
        expect(there?.changed.map(({ mission }) => mission)).toEqual(
          back?.changed.map(({ mission }) => mission),
        );
      }),
    );
  });

  it("says that a step moved rather than that it went and another came", () => {
    const at = (on: string) => ({ kind: "signature" as const, earliest: on, latest: on, note: null });
    const difference = differenceOf(
      "contract",
      { steps: [at("2026-01-05")], contracts: [] },
      { steps: [at("2026-01-12")], contracts: [] },
    );
    expect(difference?.steps).toMatchObject({
      added: [],
      removed: [],
      changed: [{ moved: { before: { earliest: "2026-01-05" }, after: { earliest: "2026-01-12" } } }],
    });
  });

  it("tells objectives that only change places from those that come and go", () => {
    const of = (...objectives: string[]): Contents["missions"] => ({
      missions: [{ mission: "parcours", startedOn: null, endedOn: null, objectives }],
    });
    expect(differenceOf("missions", of("a", "b"), of("b", "a"))?.changed[0]?.objectives).toEqual({
      added: [],
      removed: [],
      reordered: true,
    });
    expect(differenceOf("missions", of("a", "b"), of("c", "b"))?.changed[0]?.objectives).toEqual({
      added: ["c"],
      removed: ["a"],
      reordered: false,
    });
  });
});

function applied(before: Contents["territory"], difference: Differences["territory"]): Contents["territory"] {
  const { from, added, removed, changed } = difference;
  const gone = new Set(removed.map(({ code }) => code));
  const communes = before.communes
    .filter(({ code }) => !gone.has(code))
    .map((held) => {
      const change = changed.find(({ code }) => code === held.code);
      return {
        code: held.code,
        share: change?.share ? change.share.after : held.share,
        note: change?.note ? change.note.after : held.note,
      };
    });
  return {
    from: from ? from.after : before.from,
    communes: [...communes, ...added].sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
