import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { qualityOf, RULES, type Subject } from "@/lib/quality";
import { COMPLETE } from "./complete";
import { DAMAGES } from "./damages";

const ids = Object.keys(DAMAGES);
const damaged = (some: readonly string[]): Subject =>
  ids.filter((id) => some.includes(id)).reduce((subject, id) => DAMAGES[id]?.(subject) ?? subject, COMPLETE);
const findingsOf = (subject: Subject) => qualityOf(subject).findings;

const someDamages = fc.subarray(ids);

/** The same record with every list in another order. */
function shuffled(subject: Subject, keys: readonly number[]): Subject {
  const { record, dossier } = subject.kept;
  const mix = <T>(list: readonly T[]): T[] =>
    list
      .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0, index }))
      .sort((a, b) => a.key - b.key || b.index - a.index)
      .map(({ item }) => item);
  return {
    ...subject,
    kept: {
      record: {
        ...record,
        figures: mix(record.figures),
        events: mix(record.events),
        memberships: mix(record.memberships),
        professionals: mix(record.professionals),
        partners: mix(record.partners),
        missions: mix(record.missions),
        contracts: mix(record.contracts.map((one) => ({ ...one, parties: mix(one.parties) }))),
      },
      dossier: { ...dossier, project: { ...dossier.project, axes: mix(dossier.project.axes) } },
    },
  };
}

describe("quality", () => {
  test("a complete record trips nothing", () => {
    expect(findingsOf(COMPLETE)).toEqual([]);
  });

  test("does not depend on the order of what is kept, nor on that of the rules", () => {
    fc.assert(
      fc.property(someDamages, fc.array(fc.integer(), { minLength: 1, maxLength: 7 }), (some, keys) => {
        const subject = damaged(some);
        expect(findingsOf(shuffled(subject, keys))).toEqual(findingsOf(subject));
        const backwards = qualityOf(subject, [...RULES].reverse());
        expect([...backwards.findings].reverse()).toEqual(findingsOf(subject));
        expect(backwards.whole).toEqual(qualityOf(subject).whole);
      }),
    );
  });

  test("what is mended is found no more, whatever else is wrong", () => {
    fc.assert(
      fc.property(
        someDamages.filter((some) => some.length > 0),
        fc.nat(),
        (some, which) => {
          const mended = some[which % some.length] ?? "";
          const others = some.filter((id) => id !== mended);
          const before = new Set(findingsOf(damaged(others)).map(({ id }) => id));
          // Another damage may do the same harm (no mission at all: none is engaged): then it is still to mend.
          fc.pre(others.every((id) => !findingsOf(damaged([id])).some((found) => found.id === mended)));
          expect(before.has(mended)).toBe(false);
        },
      ),
    );
  });

  test("never counts more satisfied than asked, and finds each rule once at most", () => {
    fc.assert(
      fc.property(someDamages, (some) => {
        const { findings, whole, bySection } = qualityOf(damaged(some));
        expect(whole.numerator + findings.length).toBe(whole.denominator);
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        for (const { numerator, denominator } of Object.values(bySection)) {
          expect(numerator).toBeGreaterThanOrEqual(0);
          expect(numerator).toBeLessThanOrEqual(denominator);
        }
      }),
    );
  });
});
