import { describe, expect, test } from "vitest";
import {
  comparePublished,
  envelope,
  missionsOf,
  publishedTotal,
  readingCents,
  readingsThatMeet,
  type SizeTier,
  totalMarks,
} from "@/lib/funding";
import { ACI_2019, AVENANT_2, fullYear } from "./a-case";

describe("a published amount beside the computed one", () => {
  test("says how it was read", () => {
    const found = comparePublished({ kind: "up_to", cents: 317_500_00 }, AVENANT_2, 2, "maximum_socle");
    expect(found).toMatchObject({ computedCents: 317_500_00, differenceCents: 0 });
    expect(found.reading.label).toContain("sans les missions complémentaires");
    expect(
      comparePublished({ kind: "exact", cents: 370_000_00 }, ACI_2019, 3, "maximum_all").differenceCents,
    ).toBe(5_000_00);
    expect(
      comparePublished({ kind: "at_least", cents: 180_000_00 }, AVENANT_2, 2, "minimum_socle")
        .differenceCents,
    ).toBe(0);
  });

  test.each([
    [1, 0],
    [3, 0],
    [4, 0],
  ] as const)("a range by size: tier %i is in it", (tier, difference) => {
    const range = { kind: "range", fromCents: 287_500_00, toCents: 580_000_00 } as const;
    expect(comparePublished(range, AVENANT_2, tier, "maximum_all").differenceCents).toBe(difference);
  });

  test("outside a range, the distance to the nearer bound", () => {
    const range = { kind: "range", fromCents: 290_000_00, toCents: 500_000_00 } as const;
    expect(comparePublished(range, AVENANT_2, 1, "maximum_all").differenceCents).toBe(-2_500_00);
    expect(comparePublished(range, AVENANT_2, 4, "maximum_all").differenceCents).toBe(80_000_00);
  });

  test.each([
    [382_500_00, ["maximum_all"]],
    [317_500_00, ["maximum_socle"]],
    [265_000_00, ["maximum_socle_no_crisis"]],
    [330_000_00, ["maximum_all_no_crisis"]],
    [180_000_00, ["minimum_socle"]],
    [150_000_00, ["start_socle"]],
    [123_00, []],
  ])("tier 2 of avenant 2: %i cents is met by %j", (cents, ids) => {
    expect(readingsThatMeet(cents, AVENANT_2, 2).map(({ id }) => id)).toEqual(ids);
  });

  test("published totals are met by the schedule under their own reading", () => {
    for (const { reading, amounts } of AVENANT_2.publishedTotals) {
      expect(readingCents(AVENANT_2, 2, reading)).toBe((amounts[1]?.euros ?? 0) * 100);
    }
    expect(readingCents(ACI_2019, 1, "maximum_socle")).toBe(185_000_00);
    expect(publishedTotal(AVENANT_2, 1, "minimum_socle")).toBeNull();
    expect(publishedTotal(AVENANT_2, 1, "maximum_all")?.amount.euros).toBe(287_500);
  });
});

describe("marks of totals", () => {
  const marks = (...args: Parameters<typeof fullYear>) => totalMarks(envelope(fullYear(...args)));

  test.each([
    ["2019", 1, "V"],
    ["2019", 2, "V"],
    ["2019", 3, "H"],
    ["2019", 4, "V"],
    ["avenant 2", 1, "V"],
    ["avenant 2", 2, "V"],
    ["avenant 2", 3, "D"],
    ["avenant 2", 4, "V"],
  ] as const)("all missions, %s, tier %i: %s", (which, tier, mark) => {
    const found = marks(which === "2019" ? ACI_2019 : AVENANT_2, tier as SizeTier);
    expect(found.maximum.mark).toBe(mark);
    expect(found.due).toEqual(found.maximum);
    expect(found.maximum.source === null).toBe(mark === "H");
  });

  test("a published total says when its reading is ours", () => {
    const found = marks(AVENANT_2, 2, missionsOf(AVENANT_2, "socle"));
    expect(found.maximum).toMatchObject({ mark: "V", reading: "maximum_socle", readingIsOurs: true });
    expect(found.maximum.source).toContain("14/10/2024");
    expect(found.fixed).toMatchObject({ mark: "V", reading: "minimum_socle", readingIsOurs: false });
    expect(found.variable).toMatchObject({ mark: "H", source: null });
  });

  test("otherwise the weakest of the parts", () => {
    expect(marks(AVENANT_2, 2, undefined, { crisisRecognised: false }).maximum.mark).toBe("H");
    expect(marks(AVENANT_2, 3, undefined, { crisisRecognised: false }).maximum.mark).toBe("V");
    expect(marks(AVENANT_2, 2, []).maximum.mark).toBe("V");
    expect(marks(AVENANT_2, 2).notItemised.mark).toBe("D");
    const input = fullYear(AVENANT_2, 2);
    const half = { ...input, missions: input.missions.map((mission) => ({ ...mission, achievement: 0.5 })) };
    expect(totalMarks(envelope(half))).toMatchObject({ maximum: { mark: "V" }, due: { mark: "H" } });
  });

  test("a contract's amount takes the total out of what was published", () => {
    const contractAmounts = [
      { line: "parcours", part: "fixed", amountCents: 35_000_00, mark: "V", source: "Annexe" },
    ] as const;
    expect(marks(AVENANT_2, 2, undefined, { contractAmounts }).maximum).toMatchObject({
      mark: "H",
      source: null,
    });
  });
});
