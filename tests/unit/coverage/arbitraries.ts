import fc from "fast-check";
import type { CommuneFacts, CoverageCpts, Membership } from "@/lib/coverage";
import { addDays, span } from "@/lib/kernel/date";
import type { LifecycleEvent, LifecycleKind } from "@/lib/record/lifecycle";

/**
 * Small worlds where everything meets: few days, few communes, CPTS that overlap, parts of communes,
 * uncertain days, terms of one month that are reached within the window.
 */
export const START = "2024-01-25";
export const LAST_DAY = 50;
const CODES = ["01001", "01002", "01003", "02001", "02002"];

export const dayIn = (max: number) => fc.nat(max + 1).map((n) => addDays(START, n - 1));
export const day = dayIn(LAST_DAY);

export const communes: fc.Arbitrary<CommuneFacts[]> = fc
  .tuple(
    ...CODES.map((code) =>
      fc.record({
        code: fc.constant(code),
        population: fc.oneof(fc.nat(12), fc.nat(300_000)),
        areaHectares: fc.option(fc.integer({ min: 1, max: 5000 }), { freq: 3 }),
      }),
    ),
  )
  .chain((all) => fc.shuffledSubarray(all));

const event: fc.Arbitrary<LifecycleEvent> = fc
  .record({
    kind: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom<LifecycleKind>("letter_of_intent", "project_validated", "signature"),
      },
      { weight: 1, arbitrary: fc.constantFrom<LifecycleKind>("amendment", "renewal", "termination") },
    ),
    from: fc.nat(12),
    length: fc.oneof(fc.constant(0), fc.nat(6)),
  })
  .map(({ kind, from, length }) => ({
    kind,
    when: span(addDays(START, from), addDays(START, from + length)),
  }));

const share: fc.Arbitrary<Membership["share"]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<"whole">("whole") },
  { weight: 1, arbitrary: fc.constant<"unknown">("unknown") },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 1, max: 7 })
      .chain((denominator) =>
        fc.integer({ min: 1, max: denominator }).map((numerator) => ({ numerator, denominator })),
      ),
  },
);

export const membership: fc.Arbitrary<Membership> = fc
  .record({
    commune: fc.constantFrom(...CODES, "99999"),
    from: fc.nat(10),
    length: fc.option(fc.nat(20), { freq: 2 }),
    share,
    basis: fc.constantFrom<Membership["basis"]>("declared", "estimated"),
  })
  .map(({ from, length, ...rest }) => ({
    ...rest,
    from: addDays(START, from),
    to: length === null ? null : addDays(START, from + length),
  }));

const body = fc.record({
  events: fc.array(event, { maxLength: 4 }),
  termMonths: fc.constantFrom(1, 60),
  memberships: fc.array(membership, { maxLength: 6 }),
});

export const cpts: fc.Arbitrary<CoverageCpts[]> = fc
  .array(body, { maxLength: 5 })
  .map((bodies) => bodies.map((one, i) => ({ id: `cpts-${i}`, ...one })));

/** A world, and the CPTS listed in its territory whatever they hold. */
export const world = fc
  .record({ communes, cpts, asOf: day })
  .chain((base) =>
    fc.subarray(base.cpts.map(({ id }) => id)).map((listedCpts) => ({ ...base, options: { listedCpts } })),
  );
