import { describe, expect, it } from "vitest";
import { cptsFacts, type CoverageCpts, type Membership } from "@/lib/coverage";
import { span } from "@/lib/kernel/date";

const TODAY = "2026-11-23";
const REFERENCE = new Map(
  [
    { code: "26001", population: 1000, areaHectares: 100 },
    { code: "26002", population: 500, areaHectares: null },
    { code: "07001", population: 301, areaHectares: 50 },
  ].map((commune) => [commune.code, commune]),
);
const member = (commune: string, more: Partial<Membership> = {}): Membership => ({
  commune,
  from: "2024-01-01",
  to: null,
  share: "whole",
  basis: "declared",
  ...more,
});
const facts = (asOf: string, ...memberships: Membership[]) => {
  const cpts: CoverageCpts = {
    id: "a",
    events: [{ kind: "signature", when: span("2024-01-01") }],
    termMonths: 24,
    memberships,
  };
  return cptsFacts(
    cpts,
    asOf,
    (code) => REFERENCE.get(code),
    (code) => code.slice(0, 2),
  );
};

describe("cptsFacts", () => {
  it("gives population and communes in all and per department, whatever others hold", () => {
    expect(
      facts(TODAY, member("26001"), member("07001", { share: { numerator: 1, denominator: 2 } })),
    ).toEqual({
      id: "a",
      state: expect.objectContaining({ stage: "signed", pastTerm: "yes" }),
      perimeter: "declared",
      extent: { communes: 2, population: { min: 1151, max: 1151 } },
      departments: [
        { department: "07", communes: 1, population: { min: 151, max: 151 } },
        { department: "26", communes: 1, population: { min: 1000, max: 1000 } },
      ],
      missing: [],
    });
  });

  it("says unknown, not zero, where no perimeter is known that day", () => {
    expect(facts(TODAY)).toMatchObject({ perimeter: "unknown", extent: null, departments: [] });
    const closed = member("26001", { to: TODAY });
    expect(facts(TODAY, closed).perimeter).toBe("unknown");
    expect(facts("2026-11-22", closed).perimeter).toBe("declared");
  });

  it("calls a perimeter estimated as soon as one commune is", () => {
    const estimated = member("26002", { basis: "estimated" });
    expect(facts(TODAY, estimated).perimeter).toBe("estimated");
    expect(facts(TODAY, estimated, member("26001")).perimeter).toBe("estimated");
  });

  it("ranges over parts of unknown share", () => {
    const { extent } = facts(TODAY, member("26001", { share: "unknown" }), member("26002"));
    expect(extent).toEqual({ communes: 2, population: { min: 500, max: 1500 } });
  });

  it("names the communes that the reference does not know, and counts them nowhere", () => {
    const { extent, missing } = facts(TODAY, member("26999"), member("26001"));
    expect(missing).toEqual(["26999"]);
    expect(extent).toEqual({ communes: 1, population: { min: 1000, max: 1000 } });
  });
});
