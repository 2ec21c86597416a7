import { describe, expect, test } from "vitest";
import { claimOf, claimsFrom, overlapsOf, type Claim } from "@/lib/territory/claims";

const claim = (from: string, to: string | null): Claim => ({
  slug: "voisine",
  name: "Voisine",
  basis: "declared",
  share: "whole",
  from,
  to,
});
const day = (value: string) => ({ earliest: value, latest: value });

describe("what a territory meets of other CPTS", () => {
  test("what is in force on its day, or begins later, for it has no end itself", () => {
    expect(claimsFrom([claim("2024-01-01", null)], "2027-01-01")).toHaveLength(1);
    expect(claimsFrom([claim("2028-01-01", null)], "2027-01-01")).toHaveLength(1);
  });

  test("what ends by that day is met no more: its last day is the eve", () => {
    expect(claimsFrom([claim("2020-01-01", "2027-01-01")], "2027-01-01")).toEqual([]);
    expect(claimsFrom([claim("2020-01-01", "2027-01-02")], "2027-01-01")).toHaveLength(1);
  });

  test("without a readable day, what has no end either", () => {
    expect(
      claimsFrom([claim("2020-01-01", null), claim("2020-01-01", "2030-01-01")], "bientôt"),
    ).toHaveLength(1);
  });

  test("overlaps are by code, each commune with those that hold it", () => {
    const held: Record<string, Claim[]> = { "63099": [claim("2024-01-01", null)] };
    expect(overlapsOf(["63300", "63099"], (code) => held[code] ?? [], "2027-01-01")).toEqual([
      { code: "63099", claims: held["63099"] },
    ]);
  });

  test("a CPTS terminated for good holds nothing from that day on", () => {
    const events = [
      { kind: "signature" as const, when: day("2020-03-01") },
      { kind: "termination" as const, when: day("2025-03-01") },
    ];
    const membership = { basis: "declared" as const, share: "whole" as const, from: "2020-03-01", to: null };
    expect(claimOf({ slug: "a", name: "A", events }, membership)?.to).toBe("2025-03-01");
    const again = [...events, { kind: "signature" as const, when: day("2026-01-01") }];
    expect(claimOf({ slug: "a", name: "A", events: again }, membership)?.to).toBeNull();
    expect(claimOf({ slug: "a", name: "A", events }, { ...membership, from: "2025-03-01" })).toBeNull();
  });
});
