import { expect, test } from "vitest";
import { publishedDifference, readingCents, scheduleById, SIZE_TIERS } from "@/lib/funding";
import { asRow, asTable, table } from "./as-table";

const schedule = scheduleById("aci-2019")!;

test("every amount of aci-2019, with its mark", () => {
  expect(asTable(schedule)).toEqual(
    table(`
      fonctionnement fixed    | 50000 V | 60000 V | 75000 V | 90000 V
      acces_soins fixed       | 50000 H | 55000 H | 90000 H | 110000 H
      acces_soins variable    | 15000 H | 37500 H | 35000 H | 45000 H
      parcours fixed          | 25000 H | 35000 H | 45000 H | 50000 H
      parcours variable       | 25000 H | 35000 H | 45000 H | 50000 H
      prevention fixed        | 10000 H | 12500 H | 17500 H | 20000 H
      prevention variable     | 10000 H | 12500 H | 17500 H | 20000 H
      qualite fixed           | 7500 H  | 10000 H | 15000 H | 20000 H
      qualite variable        | 7500 H  | 10000 H | 15000 H | 20000 H
      accompagnement fixed    | 10000 H | 10000 H | 10000 H | 12500 H
      accompagnement variable | 10000 H | 10000 H | 10000 H | 12500 H
    `),
  );
  expect(asRow(schedule.publishedMaxima)).toBe("220000 V | 287500 V | 370000 V | 450000 V");
  expect(schedule.publishedTotals.map(({ reading, amounts }) => `${reading} ${asRow(amounts)}`)).toEqual([
    "maximum_socle 185000 V | – | – | –",
  ]);
  expect(schedule.derivedFigures.map(({ tier, amount }) => `${tier}: ${asRow([amount])}`)).toEqual([
    "1: 35000 D",
  ]);
  expect(schedule.oneOffCredits).toEqual([]);
});

test("its identity and its sources", () => {
  expect(schedule.effectiveFrom).toBe("2019-08-25");
  expect(schedule.source.reference).toBe("NOR SSAS1924409A, JORF n° 0196 du 24/08/2019");
  expect(schedule.source.date).toBe("2019-08-24");
  expect(schedule.lines.map(({ line, nature }) => [line, nature])).toEqual([
    ["fonctionnement", undefined],
    ["acces_soins", "socle"],
    ["parcours", "socle"],
    ["prevention", "socle"],
    ["qualite", "complementaire"],
    ["accompagnement", "complementaire"],
  ]);
  expect(schedule.lines[0]?.fixed?.map(({ source }) => source)).toEqual(
    Array(4).fill("leconcoursmedical.fr, 2020"),
  );
  expect(schedule.publishedMaxima.slice(1).map(({ source }) => source)).toEqual(
    Array(3).fill("lequotidiendumedecin.fr, 21/11/2019"),
  );
  expect(schedule.publishedMaxima[0].source).toContain("19/02/2020");
  expect(schedule.publishedTotals[0]?.amounts[0]?.source).toContain("17/06/2020");
});

test("its lines meet the published maxima, save tier 3, whose difference is stated", () => {
  expect(SIZE_TIERS.map((tier) => readingCents(schedule, tier, "maximum_all"))).toEqual([
    220_000_00, 287_500_00, 375_000_00, 450_000_00,
  ]);
  expect(SIZE_TIERS.map((tier) => publishedDifference(schedule, tier))).toEqual([0, 0, 5_000_00, 0]);
  expect(schedule.notes.join(" ")).toContain("370 000 €");
});
