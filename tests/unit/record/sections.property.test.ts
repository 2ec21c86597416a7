import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDay } from "@/lib/kernel/date";
import type { CommuneShare, CptsRecord, PerimeterMembership } from "@/lib/record/cpts";
import { EMPTY_DOSSIER, type KeptRecord } from "@/lib/record/dossier";
import { applySection, readSection, SECTIONS, type Contents } from "@/lib/record/sections";

const START = "2024-01-01";
const CODES = ["07001", "07002", "26001", "26002", "26003"];
const day = fc.nat(30).map((n) => addDays(START, n));
const SHARES: readonly CommuneShare[] = ["whole", "unknown", { numerator: 1, denominator: 3 }];
const share = fc.constantFrom(...SHARES);

/** Periods of one commune that never overlap: bounds drawn apart, the last one open or not. */
const periodsOf = (commune: string): fc.Arbitrary<PerimeterMembership[]> =>
  fc
    .tuple(fc.uniqueArray(fc.nat(30), { maxLength: 6 }), fc.boolean(), share, fc.boolean())
    .map(([bounds, open, part, declared]) => {
      const days = [...bounds].sort((a, b) => a - b).map((n) => addDays(START, n));
      return days.flatMap((from, index): PerimeterMembership[] => {
        if (index % 2 === 1) return [];
        const to = days[index + 1] ?? (open ? null : addDays(from, 40));
        const basis = declared ? "declared" : "estimated";
        return [{ commune, from, to, share: part, basis, citation: "before" }];
      });
    });

const kept: fc.Arbitrary<KeptRecord> = fc.tuple(...CODES.map(periodsOf)).map((memberships) => ({
  record: { ...EMPTY, memberships: memberships.flat() },
  dossier: EMPTY_DOSSIER,
}));

const territory: fc.Arbitrary<Contents["territory"]> = fc
  .tuple(day, fc.subarray(CODES), share, fc.option(fc.constant("frontière"), { nil: null }))
  .map(([from, codes, part, note]) => ({
    from,
    communes: codes.map((code) => ({ code, share: part, note })),
  }));

const EMPTY: CptsRecord = {
  slug: "essai",
  name: "Essai",
  summary: null,
  departments: [{ code: "26", rank: 1, citation: "before" }],
  figures: [],
  events: [],
  memberships: [],
  professionals: [],
  partners: [],
  missions: [],
  contracts: [],
  funding: [],
};

const context = { citation: "after", departmentOf: (code: string) => code.slice(0, 2) };

/** The communes that a record holds on a day, with their share. */
function heldOn({ record }: KeptRecord, asOf: IsoDay): string[] {
  return record.memberships
    .filter(({ from, to }) => from <= asOf && (to === null || asOf < to))
    .map(({ commune, share: part }) => `${commune} ${JSON.stringify(part)}`)
    .sort();
}

describe("a territory that takes effect on a day", () => {
  it("leaves every day before as it was, and holds exactly what it says from that day on", () => {
    fc.assert(
      fc.property(kept, territory, fc.nat(60), (before, content, offset) => {
        const after = applySection(before, "territory", content, context);
        const asOf = addDays(START, offset - 5);
        const expected =
          asOf < (content.from ?? "")
            ? heldOn(before, asOf)
            : content.communes.map(({ code, share: part }) => `${code} ${JSON.stringify(part)}`).sort();
        expect(heldOn(after, asOf)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("holds a commune once at a time, over periods that run forward", () => {
    fc.assert(
      fc.property(kept, territory, (before, content) => {
        const { memberships } = applySection(before, "territory", content, context).record;
        for (const one of memberships) {
          expect(one.to === null || one.from < one.to).toBe(true);
          const others = memberships.filter((other) => other !== one && other.commune === one.commune);
          for (const other of others) {
            const apart = (one.to ?? "9999") <= other.from || (other.to ?? "9999") <= one.from;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it("is read back as it was declared, whatever day it was changed on", () => {
    fc.assert(
      fc.property(kept, territory, (before, content) => {
        const read = readSection(applySection(before, "territory", content, context), "territory");
        expect(read.communes).toEqual(content.communes);
      }),
    );
  });

  it("changes nothing when declared a second time", () => {
    fc.assert(
      fc.property(kept, territory, (before, content) => {
        const once = applySection(before, "territory", content, context);
        expect(applySection(once, "territory", content, { ...context, citation: "again" })).toEqual(once);
      }),
    );
  });

  it("attaches the CPTS to the departments it reaches, after those it had", () => {
    const content: Contents["territory"] = {
      from: START,
      communes: [
        { code: "07001", share: "whole", note: null },
        { code: "26001", share: "whole", note: null },
      ],
    };
    const { record } = applySection({ record: EMPTY, dossier: EMPTY_DOSSIER }, "territory", content, context);
    expect(record.departments).toEqual([
      { code: "26", rank: 1, citation: "before" },
      { code: "07", rank: 2, citation: "after" },
    ]);
  });
});

describe("indicators of contracts", () => {
  const signed = (day: string) => ({ earliest: day, latest: day });
  const contractSigned = (day: string): CptsRecord["contracts"][number] => ({
    signed: signed(day),
    termMonths: 60,
    endedOn: null,
    scheduleId: null,
    citation: "before",
    parties: [],
    amounts: [],
    indicators: [],
  });
  const two: KeptRecord = {
    record: { ...EMPTY, contracts: [contractSigned("2020-01-01"), contractSigned("2025-01-01")] },
    dossier: EMPTY_DOSSIER,
  };
  const content: fc.Arbitrary<Contents["indicators"]> = fc
    .array(
      fc.record({
        contract: fc.constantFrom(1, 2),
        mission: fc.constantFrom("parcours", "crise_sanitaire" as const),
        label: fc.constantFrom("A", "B", "C"),
        kind: fc.constantFrom("action", "result" as const),
        unit: fc.constant("%"),
        baseline: fc.option(fc.constant(0.5), { nil: null }),
        direction: fc.constantFrom("rising", "falling" as const),
        steps: fc.constant([{ threshold: 82.5, amountCents: 12 }]),
        fromYear: fc.constantFrom(1, 2),
        toYear: fc.option(fc.constant(3), { nil: null }),
      }),
      { maxLength: 6 },
    )
    .map((indicators) => ({ indicators: indicators.sort((a, b) => a.contract - b.contract) }));

  it("are read back as they were written, and written again change nothing", () => {
    fc.assert(
      fc.property(content, (written) => {
        const after = applySection(two, "indicators", written, context);
        expect(readSection(after, "indicators")).toEqual(written);
        expect(applySection(after, "indicators", written, { ...context, citation: "again" })).toEqual(after);
      }),
    );
  });

  it("stay with their contract when its dates are corrected, and go with a contract that goes", () => {
    const one = (contract: number, label: string) => ({
      contract,
      mission: "parcours" as const,
      label,
      kind: "result" as const,
      unit: "%",
      baseline: null,
      direction: "rising" as const,
      steps: [{ threshold: 1, amountCents: 1 }],
      fromYear: 1,
      toYear: null,
    });
    const held = applySection(
      two,
      "indicators",
      { indicators: [one(1, "de 2020"), one(2, "de 2025")] },
      context,
    );
    const labels = (...days: string[]) => {
      const { steps, contracts } = readSection(held, "contract");
      const [model] = contracts;
      if (!model) throw new Error("there is one");
      const next = days.map((day) => ({ ...model, signedEarliest: day, signedLatest: day }));
      const after = applySection(held, "contract", { steps, contracts: next }, context);
      return after.record.contracts.map(({ indicators }) => indicators.map(({ label }) => label));
    };
    expect(labels("2020-01-01", "2025-02-15")).toEqual([["de 2020"], ["de 2025"]]);
    expect(labels("2019-12-01", "2025-02-15")).toEqual([["de 2020"], ["de 2025"]]);
    expect(labels("2025-01-01")).toEqual([["de 2025"]]);
    expect(labels("2025-01-01", "2026-01-01")).toEqual([["de 2025"], []]);
    expect(labels("2018-01-01", "2020-01-01", "2025-01-01")).toEqual([[], ["de 2020"], ["de 2025"]]);
  });
});

describe("what a section writes", () => {
  const before: KeptRecord = {
    record: {
      ...EMPTY,
      professionals: [
        {
          profession: "infirmier",
          scope: "members",
          count: 60,
          qualifier: "exact",
          asOf: { earliest: "2020-06-17", latest: "2020-06-17" },
          citation: "before",
        },
      ],
      missions: [
        {
          mission: "parcours",
          startedOn: "2024-03-01",
          endedOn: null,
          citation: "before",
          objectives: [{ text: "Plaies chroniques", citation: "before" }],
        },
      ],
    },
    dossier: EMPTY_DOSSIER,
  };

  it("keeps the counts of another day beside the new ones", () => {
    const content: Contents["professionals"] = {
      asOf: "2026-11-01",
      counts: [{ profession: "infirmier", scope: "members", count: 62 }],
    };
    const { record } = applySection(before, "professionals", content, context);
    expect(record.professionals.map(({ count, asOf, citation }) => [count, asOf.latest, citation])).toEqual([
      [60, "2020-06-17", "before"],
      [62, "2026-11-01", "after"],
    ]);
  });

  it("leaves what does not change on the source it had", () => {
    const content: Contents["missions"] = {
      missions: [
        {
          mission: "parcours",
          startedOn: "2024-03-01",
          endedOn: null,
          objectives: ["Plaies chroniques", "Sorties d’hôpital"],
        },
      ],
    };
    const [mission] = applySection(before, "missions", content, context).record.missions;
    expect(mission?.citation).toBe("before");
    expect(mission?.objectives.map(({ citation }) => citation)).toEqual(["before", "after"]);
  });

  it("is a no-change, for every section, when it is what is read", () => {
    for (const section of SECTIONS) {
      if (section === "partners" || section === "territory") continue;
      const content = readSection(before, section);
      const again = applySection(before, section, content as never, { ...context, citation: "before" });
      expect(again).toEqual(before);
    }
  });

  it("refuses a territory or a count without its day", () => {
    const nothing: Contents["territory"] = { from: null, communes: [] };
    expect(() => applySection(before, "territory", nothing, context)).toThrow(RangeError);
  });
});
