import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageOf, type Coverage } from "@/lib/coverage";
import { addDays, span } from "@/lib/kernel/date";
import { cpts as anyCpts, day, membership, world } from "./arbitraries";

const MEASURES = ["population", "communes", "areaHectares"] as const;
const PAIR = ["signed", "signedOrUnderWay"] as const;

const covered = (coverage: Coverage, measure: (typeof MEASURES)[number]) => ({
  signed: coverage[measure].signed,
  signedOrUnderWay: coverage[measure].total - coverage[measure].none,
});

describe("coverageOf, when records change", () => {
  it("never goes down when a CPTS is added", () => {
    fc.assert(
      fc.property(world, anyCpts, ({ communes, cpts, asOf }, others) => {
        const added = others.slice(0, 1).map((one) => ({ ...one, id: "added" }));
        const before = coverageOf(communes, cpts, asOf);
        const after = coverageOf(communes, [...cpts, ...added], asOf);
        for (const measure of MEASURES) {
          for (const which of PAIR) {
            expect(covered(after, measure)[which]).toBeGreaterThanOrEqual(covered(before, measure)[which]);
            const max = after.ranges[measure][which].max;
            expect(max).toBeGreaterThanOrEqual(before.ranges[measure][which].max);
          }
        }
      }),
    );
  });

  it("changes nothing before the day a membership is closed, or a new one opens", () => {
    fc.assert(
      fc.property(world, day, membership, ({ communes, cpts, asOf, options }, closedOn, opened) => {
        const changed = cpts.map((one) => ({
          ...one,
          memberships: [
            ...one.memberships.map((old) =>
              old.to === null || old.to > closedOn ? { ...old, to: closedOn } : old,
            ),
            { ...opened, from: closedOn, to: null },
          ],
        }));
        fc.pre(asOf < closedOn);
        expect(coverageOf(communes, changed, asOf, options)).toEqual(
          coverageOf(communes, cpts, asOf, options),
        );
      }),
    );
  });

  it("stops counting a terminated CPTS on its date, and not before", () => {
    fc.assert(
      fc.property(world, day, ({ communes, cpts, asOf, options }, terminatedOn) => {
        const signed = { kind: "signature", when: span("2023-01-01") } as const;
        const termination = { kind: "termination", when: span(terminatedOn) } as const;
        const all = cpts.map((one) => ({ ...one, events: [signed] }));
        const ended = cpts.map((one) => ({ ...one, events: [termination, signed] }));
        const before = addDays(terminatedOn, -1);
        expect(coverageOf(communes, ended, before, options)).toEqual(
          coverageOf(communes, all, before, options),
        );
        const later = asOf < terminatedOn ? terminatedOn : asOf;
        expect(coverageOf(communes, ended, later, options)).toMatchObject({
          rates: { population: { signedOrUnderWay: { numerator: 0 } } },
          communes: { none: communes.length },
          signedCpts: { min: 0, max: 0 },
        });
      }),
    );
  });
});
