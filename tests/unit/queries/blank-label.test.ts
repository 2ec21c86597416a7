import { describe, expect, it } from "vitest";
import { coverageTotals, type CoverageCpts } from "@/lib/coverage";
import { span } from "@/lib/kernel/date";
import { blankLabelOf, publishedCpts } from "@/lib/queries/blank-label";
import type { PublishedCoverage } from "@/lib/record/cpts";

const DAY = "2025-06-01";
const COMMUNES = ["a", "b"].map((code) => ({ code, population: 10, areaHectares: 1 }));

function signed(id: string, basis: "declared" | "estimated" | null): CoverageCpts {
  const held = { commune: "a", from: "2024-01-01", to: null, share: "whole" as const };
  return {
    id,
    events: [{ kind: "signature", when: span("2024-01-01") }],
    memberships: basis === null ? [] : [{ ...held, basis }],
  };
}

function counted(signedCpts: number | null, day: string): PublishedCoverage {
  return {
    department: "01",
    asOf: span(day),
    signedCpts,
    signedRate: null,
    signedOrUnderWayRate: null,
    base: "",
    note: null,
    citation: "c",
  };
}

const label = (cpts: CoverageCpts[], published: PublishedCoverage[] = []) =>
  blankLabelOf(coverageTotals(COMMUNES, cpts, DAY, { listedCpts: cpts.map(({ id }) => id) }), published);

describe("« zone blanche » is said only when it can be known", () => {
  it("once every signed CPTS declared its territory, as many as are published", () => {
    expect(label([signed("x", "declared")])).toBe("zone_blanche");
    expect(label([signed("x", "declared")], [counted(1, "2024-06-01")])).toBe("zone_blanche");
  });

  it("not beside an estimate, nor while a CPTS has no perimeter", () => {
    expect(label([signed("x", "estimated")])).toBe("hors_perimetre_connu");
    expect(label([signed("x", "declared"), signed("y", null)])).toBe("hors_perimetre_connu");
  });

  it("not while a source counts more CPTS than the record, nor when nothing is on record", () => {
    expect(label([signed("x", "declared")], [counted(2, "2024-06-01")])).toBe("hors_perimetre_connu");
    expect(label([])).toBe("hors_perimetre_connu");
  });

  it("on the count known by that day", () => {
    expect(publishedCpts([counted(2, "2025-06-02")], DAY)).toBeNull();
    expect(publishedCpts([counted(1, "2024-01-01"), counted(2, "2024-06-01"), counted(null, DAY)], DAY)).toBe(
      2,
    );
    expect(label([signed("x", "declared")], [counted(2, "2025-06-02")])).toBe("zone_blanche");
  });
});
