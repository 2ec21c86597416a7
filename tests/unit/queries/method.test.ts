import { describe, expect, it } from "vitest";
import { SCHEDULES } from "@/lib/funding";
import { method } from "@/lib/queries/method";
import { askOn, loadedDatabase } from "./loaded";

loadedDatabase();

describe("the schedules of the method page", () => {
  it("hold every amount of the engine's files, with its mark and its source", async () => {
    const { schedules } = await method(askOn());
    expect(schedules.map(({ id }) => id)).toEqual(SCHEDULES.map(({ id }) => id));
    for (const [i, schedule] of SCHEDULES.entries()) {
      const page = schedules[i];
      const fromFile = schedule.grid[1].flatMap((_, row) =>
        ([1, 2, 3, 4] as const).map((tier) => {
          const { line, part, cents, mark, source } = schedule.grid[tier][row]!;
          return [line, part, tier, cents, mark, source];
        }),
      );
      const onPage = page?.lines.flatMap(({ line, part, amounts }) =>
        amounts.map((amount, t) => [
          line,
          part,
          t + 1,
          amount?.cents,
          amount?.mark,
          page.sources[(amount?.source ?? 0) - 1],
        ]),
      );
      expect(onPage).toEqual(fromFile);
    }
  });

  it("state the difference of 2019's third tier, and no other", async () => {
    const { schedules } = await method(askOn());
    expect(schedules.flatMap(({ id, differences }) => differences.map((one) => ({ id, ...one })))).toEqual([
      {
        id: "aci-2019",
        tier: 3,
        linesCents: 37_500_000,
        publishedCents: 37_000_000,
        differenceCents: 500_000,
      },
    ]);
  });

  it("end a schedule on the eve of the next one", async () => {
    const { schedules } = await method(askOn());
    expect(schedules.map(({ from, to }) => [from, to])).toEqual([
      ["2019-08-25", "2022-03-31"],
      ["2022-04-01", null],
    ]);
  });
});

describe("missions", () => {
  it("say what each schedule makes of them, and their deadlines", async () => {
    const { missions } = await method(askOn());
    expect(
      missions.map(({ mission, natures, deadlines }) => [mission, ...natures, deadlines?.startMonths]),
    ).toEqual([
      ["acces_soins", "socle", "socle", 6],
      ["parcours", "socle", "socle", 12],
      ["prevention", "socle", "socle", 12],
      ["crise_sanitaire", null, "socle", 6],
      ["qualite", "complementaire", "complementaire", undefined],
      ["accompagnement", "complementaire", "complementaire", undefined],
    ]);
  });
});

describe("perimeters", () => {
  it("name the EPCI that stand in for the ten located CPTS, with the published count where it differs", async () => {
    const { perimeters, unlocated } = await method(askOn());
    expect(
      perimeters.map(({ name, epci, communes }) => [name, epci.map((one) => one.name), communes]),
    ).toEqual([
      ["Clermont Plus", ["Clermont Auvergne Métropole"], 21],
      ["Haute-Combraille et Volcans", ["CC Chavanon Combrailles et Volcans"], 36],
      ["Livradois Forez", ["CC Ambert Livradois Forez"], 58],
      ["Nord Combrailles", ["CC du Pays de Saint-Eloy"], 34],
      ["Porte de Drôme Ardèche", ["CC Porte de Dromardèche"], 34],
      ["Royans-Vercors", ["CC du Royans-Vercors"], 18],
      ["Sud 63", ["CA Agglo Pays d'Issoire"], 87],
      ["Sud Allier", ["CC Saint-Pourçain Sioule Limagne"], 60],
      ["Sud Ard’Drôm", ["CC Drôme Sud Provence", "CC du Rhône aux Gorges de l'Ardèche"], 23],
      ["Thiers Dore-et-Montagne", ["CC Thiers Dore et Montagne"], 30],
    ]);
    expect(perimeters.find(({ name }) => name === "Sud Ard’Drôm")?.citation?.note).toContain("17");
    expect(unlocated).toHaveLength(7);
  });

  it("tell the seven communes without a contour of their own", async () => {
    const { reference } = await method(askOn());
    expect(reference.heldContours.map(({ code, heldBy }) => `${code} ${heldBy.code}`)).toEqual([
      "14666 14712",
      "15031 15141",
      "15035 15141",
      "15047 15141",
      "15171 15141",
      "85165 85084",
      "85212 85084",
    ]);
    expect(reference.counts.communesWithoutPolygon).toBe(7);
  });
});
