import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageChanges, coverageOf, sumOf } from "@/lib/coverage";
import { span } from "@/lib/kernel/date";
import { day, world } from "./arbitraries";
import { A, ALL, B, C, cpts, letter, member, part, signature, TODAY } from "./fixtures";

const worldOverTime = fc
  .tuple(world, day, day)
  .map(([one, a, b]) => ({ ...one, from: a < b ? a : b, to: a < b ? b : a }));

describe("for any territory and any two days", () => {
  test("gained less lost is the difference of the inhabitants signed, and the parts sum to the whole", () => {
    fc.assert(
      fc.property(worldOverTime, ({ communes, cpts, from, to, options }) => {
        const changes = coverageChanges(communes, cpts, from, to, options);
        const [before, after] = [from, to].map((at) => coverageOf(communes, cpts, at, options));
        expect([changes.before.population, changes.after.population]).toEqual([
          before?.population,
          after?.population,
        ]);
        const { gained, lost } = changes.people;
        expect(sumOf(gained) - sumOf(lost)).toBe(
          (after?.population.signed ?? 0) - (before?.population.signed ?? 0),
        );
        for (const which of ["gained", "lost"] as const) {
          for (const cause of ["stage", "territory"] as const) {
            const parts = changes.cpts.map(({ people }) => people[which][cause]);
            expect(parts.reduce((a, b) => a + b, 0)).toBe(changes.people[which][cause]);
          }
        }
        for (const { held, joined, left } of changes.cpts) {
          expect(held.before + joined.communes - left.communes).toBe(held.after);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("nothing changes from a day to itself", () => {
    fc.assert(
      fc.property(world, ({ communes, cpts, asOf, options }) => {
        const { people, cpts: changed } = coverageChanges(communes, cpts, asOf, asOf, options);
        expect([sumOf(people.gained), sumOf(people.lost), changed]).toEqual([0, 0, []]);
      }),
    );
  });
});

test("a signature gains by its stage; an extension and a departure, by the territory", () => {
  const records = [
    cpts(
      "grandit",
      { ...signature, when: span("2024-01-01") },
      member(A.code),
      member(B.code, { from: "2026-05-01" }),
    ),
    cpts("recule", { ...signature, when: span("2024-01-01") }, member(C.code, { to: "2026-06-01" })),
    cpts("signe", signature, member("26004", part(1, 2))),
    cpts("attend", letter),
  ];
  const { people, cpts: changed } = coverageChanges(ALL, records, "2026-01-15", TODAY);
  expect(people).toEqual({ gained: { stage: 125, territory: 500 }, lost: { stage: 0, territory: 250 } });
  expect(
    changed.map(({ id, events, joined, left, held }) => [id, events.length, joined, left, held]),
  ).toEqual([
    ["grandit", 0, { communes: 1, population: 500 }, { communes: 0, population: 0 }, { before: 1, after: 2 }],
    ["recule", 0, { communes: 0, population: 0 }, { communes: 1, population: 250 }, { before: 1, after: 0 }],
    ["signe", 1, { communes: 0, population: 0 }, { communes: 0, population: 0 }, { before: 1, after: 1 }],
  ]);
});

test("an event of an uncertain day is said to have happened perhaps; the days must be in order", () => {
  const record = cpts(
    "incertaine",
    { kind: "signature", when: span("2020-01-01", "2020-12-31") },
    member(A.code),
  );
  const [change] = coverageChanges([A], [record], "2019-12-31", "2020-06-30").cpts;
  expect(change?.events).toMatchObject([{ event: { kind: "signature" }, perhaps: true }]);
  const [whole] = coverageChanges([A], [record], "2019-12-31", "2020-12-31").cpts;
  expect(whole?.events).toMatchObject([{ perhaps: false }]);
  expect(() => coverageChanges([A], [record], "2020-02-01", "2020-01-01")).toThrow(RangeError);
});
