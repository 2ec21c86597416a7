import { expect, test } from "vitest";
import { publishedDifference, readingCents, scheduleById, SIZE_TIERS } from "@/lib/funding";
import { asRow, asTable, table } from "./as-table";

const schedule = scheduleById("aci-avenant-2")!;

test("every amount of aci-avenant-2, with its mark", () => {
  expect(asTable(schedule)).toEqual(
    table(`
      fonctionnement fixed     | 50000 V | 60000 V | 75000 V | 90000 V
      acces_soins fixed        | 50000 H | 55000 H | 90000 V | 110000 H
      acces_soins variable     | 15000 H | 37500 H | 35000 V | 45000 H
      parcours fixed           | 25000 H | 35000 H | 45000 V | 50000 H
      parcours variable        | 25000 H | 35000 H | 45000 V | 50000 H
      prevention fixed         | 10000 H | 12500 H | 17500 V | 20000 H
      prevention variable      | 10000 H | 12500 H | 17500 V | 20000 H
      crise_sanitaire fixed    | 12500 H | 17500 H | 22500 V | 27500 H
      crise_sanitaire variable | 37500 H | 52500 H | 67500 V | 82500 H
      qualite fixed            | 7500 H  | 10000 H | 15000 V | 20000 H
      qualite variable         | 7500 H  | 10000 H | 15000 V | 20000 H
      accompagnement fixed     | 10000 H | 10000 H | 10000 V | 12500 H
      accompagnement variable  | 10000 H | 10000 H | 10000 V | 12500 H
      non_ventile unknown      | 17500 D | 25000 D | 0 D     | 20000 D
    `),
  );
  expect(asRow(schedule.publishedMaxima)).toBe("287500 V | 382500 V | 465000 D | 580000 V");
  expect(schedule.publishedTotals.map(({ reading, amounts }) => `${reading} ${asRow(amounts)}`)).toEqual([
    "maximum_socle – | 317500 V | – | –",
    "minimum_socle – | 180000 V | – | –",
    "start_socle – | 150000 V | – | –",
  ]);
  expect(schedule.derivedFigures.map(({ tier, amount }) => `${tier}: ${asRow([amount])}`)).toEqual([
    "2: 120000 D",
  ]);
  expect(schedule.oneOffCredits.map(({ id, amounts }) => `${id} ${asRow(amounts)}`)).toEqual([
    "fonctionnement_majore 37500 H | 45000 H | 56250 H | 67500 H",
    "lettre_intention 15000 H | 17500 H | 25000 H | 30000 H",
  ]);
});

test("its identity and its sources", () => {
  expect(schedule.effectiveFrom).toBe("2022-04-01");
  expect(schedule.source).toEqual({
    title: "Avenant 2 à l’accord conventionnel interprofessionnel, signé le 20/12/2021",
    reference: "JORF du 31/03/2022",
    date: "2022-03-31",
  });
  expect(schedule.lines.map(({ line, nature }) => [line, nature])).toEqual([
    ["fonctionnement", undefined],
    ["acces_soins", "socle"],
    ["parcours", "socle"],
    ["prevention", "socle"],
    ["crise_sanitaire", "socle"],
    ["qualite", "complementaire"],
    ["accompagnement", "complementaire"],
    ["non_ventile", undefined],
  ]);
  const tier3 = schedule.grid[3].filter(({ mission }) => mission !== null);
  expect(new Set(tier3.map(({ source }) => source))).toEqual(
    new Set(["Deux contrats de CPTS en vigueur en 2025-2027"]),
  );
  const [tier1, tier2, , tier4] = schedule.publishedMaxima;
  expect(tier1.source).toContain("Puy-de-Dôme, dossier de presse, janvier 2025");
  expect(tier4.source).toBe(tier1.source);
  expect(tier2.source).toContain("07/12/2023");
  expect(
    schedule.publishedTotals.map(({ amounts }) => amounts[1]?.source.match(/\d\d\/\d\d\/\d{4}/)?.[0]),
  ).toEqual(["14/10/2024", "07/12/2023", "14/10/2024"]);
});

test("only the crisis variable share waits for a crisis", () => {
  const waiting = schedule.grid[2].filter(({ crisisOnly }) => crisisOnly);
  expect(waiting.map(({ line, part }) => `${line} ${part}`)).toEqual(["crise_sanitaire variable"]);
});

test("its lines meet every published maximum", () => {
  expect(SIZE_TIERS.map((tier) => readingCents(schedule, tier, "maximum_all"))).toEqual([
    287_500_00, 382_500_00, 465_000_00, 580_000_00,
  ]);
  expect(SIZE_TIERS.map((tier) => publishedDifference(schedule, tier))).toEqual([0, 0, 0, 0]);
});
