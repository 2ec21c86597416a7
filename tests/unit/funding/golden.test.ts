import { describe, expect, test } from "vitest";
import {
  envelope,
  envelopeTotals,
  instalments,
  type Mission,
  missionsOf,
  readingCents,
  simulate,
  SIZE_TIERS,
} from "@/lib/funding";
import { ACI_2019, AVENANT_2, fullYear, SIGNED } from "./a-case";

const SOCLE: readonly Mission[] = ["acces_soins", "parcours", "prevention", "crise_sanitaire"];

describe("figures that public documents print", () => {
  test("Haute-Combraille et Volcans: 220,000, tier 1 of 2019 with both complementary missions", () => {
    const { sizeTier, totals } = simulate({ population: 18_750, signedOn: "2020-02-19" });
    expect(sizeTier).toBe(1);
    expect(totals.maximumCents).toBe(220_000_00);
    expect(totals.dueCents).toBe(220_000_00);
  });

  test("Sud Allier: 185,000, tier 1 of 2019 without them", () => {
    const { maximumCents, dueCents } = envelopeTotals(fullYear(ACI_2019, 1, missionsOf(ACI_2019, "socle")));
    expect([maximumCents, dueCents]).toEqual([185_000_00, 185_000_00]);
  });

  test("Porte de Drôme Ardèche: 317,500 for a full year, tier 2 of avenant 2", () => {
    const totals = envelopeTotals(fullYear(AVENANT_2, 2, SOCLE));
    expect(totals.maximumCents).toBe(317_500_00);
    expect(totals.dueCents).toBe(317_500_00);
    expect(totals.notItemisedCents).toBe(0);
  });

  test("Porte de Drôme Ardèche: 150,000 at the start, as the instalments of the signature day", () => {
    const onTheDay = instalments(envelope(fullYear(AVENANT_2, 2, SOCLE))).filter(
      ({ dueOn }) => dueOn === SIGNED,
    );
    expect(onTheDay.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(150_000_00);
    expect(onTheDay.map(({ line, kind, amountCents }) => [line, kind, amountCents])).toEqual([
      ["fonctionnement", "signature", 60_000_00],
      ["acces_soins", "advance", 41_250_00],
      ["parcours", "advance", 26_250_00],
      ["prevention", "advance", 9_375_00],
      ["crise_sanitaire", "advance", 13_125_00],
    ]);
    expect(readingCents(AVENANT_2, 2, "start_socle")).toBe(150_000_00);
  });

  test("Sud Ard’Drôm: 382,500 at most, 180,000 at least", () => {
    expect(envelopeTotals(fullYear(AVENANT_2, 2)).maximumCents).toBe(382_500_00);
    expect(envelopeTotals(fullYear(AVENANT_2, 2)).dueCents).toBe(382_500_00);
    expect(envelopeTotals(fullYear(AVENANT_2, 2)).notItemisedCents).toBe(25_000_00);
    const nothingAchieved = SOCLE.map((mission) => ({ mission, startedOn: SIGNED, achievement: 0 }));
    const floor = envelopeTotals(
      fullYear(AVENANT_2, 2, [], { missions: nothingAchieved, crisisRecognised: false }),
    );
    expect(floor.dueCents).toBe(180_000_00);
    expect(floor.fixedCents).toBe(180_000_00);
  });

  test("Puy-de-Dôme: from 287,500 to 580,000 by size, and every other published maximum", () => {
    expect(SIZE_TIERS.map((tier) => envelopeTotals(fullYear(AVENANT_2, tier)).maximumCents)).toEqual([
      287_500_00, 382_500_00, 465_000_00, 580_000_00,
    ]);
    expect(SIZE_TIERS.map((tier) => envelopeTotals(fullYear(ACI_2019, tier)).maximumCents)).toEqual([
      220_000_00, 287_500_00, 375_000_00, 450_000_00,
    ]);
  });

  test("tier 3: 397,500 without a crisis, 465,000 with", () => {
    const without = fullYear(AVENANT_2, 3, undefined, { crisisRecognised: false });
    expect(envelopeTotals(without).maximumCents).toBe(397_500_00);
    expect(envelopeTotals(without).dueCents).toBe(397_500_00);
    expect(envelopeTotals(fullYear(AVENANT_2, 3)).maximumCents).toBe(465_000_00);
    expect(envelopeTotals(fullYear(AVENANT_2, 3)).dueCents).toBe(465_000_00);
  });
});
