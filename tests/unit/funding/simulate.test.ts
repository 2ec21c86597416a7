import { describe, expect, test } from "vitest";
import { MISSIONS, missionsOf, simulate, simulationInput } from "@/lib/funding";
import { AVENANT_2 } from "./a-case";

describe("the simulator", () => {
  test("answers in the shape of the API, and nothing more", () => {
    const answer = simulate({ population: 47_000, signedOn: "2024-10-14", crisisRecognised: true });
    expect(Object.keys(answer)).toEqual(["sizeTier", "schedule", "lines", "totals", "instalments"]);
    expect(Object.keys(answer.lines[0]!)).toEqual([
      "line",
      "part",
      "maximumCents",
      "dueCents",
      "mark",
      "source",
      "formula",
    ]);
    expect(Object.keys(answer.instalments[0]!)).toEqual(["dueOn", "line", "kind", "amountCents"]);
    expect(answer.sizeTier).toBe(2);
    expect(answer.schedule).toBe("aci-avenant-2");
    expect(answer.totals).toEqual({
      fixedCents: 200_000_00,
      variableCents: 157_500_00,
      notItemisedCents: 25_000_00,
      maximumCents: 382_500_00,
      dueCents: 382_500_00,
      toConfirmCents: 297_500_00,
    });
    expect(answer.lines).toHaveLength(14);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  test("lines and instalments sum to the totals, with partial years and results", () => {
    const { lines, totals, instalments } = simulate({
      population: 62_000,
      signedOn: "2027-01-01",
      missions: [
        { mission: "acces_soins", startedOn: "2027-04-01", achievement: 0.8 },
        { mission: "parcours", startedOn: "2027-07-01", achievement: 0.5 },
        { mission: "prevention", startedOn: "2027-10-01" },
        { mission: "crise_sanitaire", startedOn: "2027-04-01" },
      ],
    });
    expect(totals).toEqual({
      fixedCents: 180_000_00,
      variableCents: 85_000_00,
      notItemisedCents: 0,
      maximumCents: 265_000_00,
      dueCents: 195_417_81,
      toConfirmCents: 135_417_81,
    });
    expect(lines.reduce((sum, { maximumCents }) => sum + maximumCents, 0)).toBe(totals.maximumCents);
    expect(lines.reduce((sum, { dueCents }) => sum + dueCents, 0)).toBe(totals.dueCents);
    expect(instalments.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(totals.dueCents);
    expect(lines.some(({ line }) => line === "qualite" || line === "non_ventile")).toBe(false);
    expect(lines.find(({ line, part }) => line === "crise_sanitaire" && part === "variable")).toMatchObject({
      maximumCents: 0,
      dueCents: 0,
      formula: "Sans objet : aucune crise reconnue par l’ARS dans l’année ; 52 500 € sinon.",
    });
  });

  test("without missions named, all those of the schedule count", () => {
    const ids = (missions?: []) =>
      simulationInput({ population: 1, signedOn: "2024-10-14", missions }).missions.map(
        ({ mission }) => mission,
      );
    expect(ids()).toEqual([...MISSIONS]);
    expect(ids([])).toEqual([...MISSIONS]);
    const before = simulationInput({ population: 1, signedOn: "2020-02-19" });
    expect(before.missions).toHaveLength(5);
    expect(missionsOf(before.schedule)).not.toContain("crise_sanitaire");
  });

  test.each([
    ["2022-03-31", undefined, undefined, "aci-2019"],
    ["2022-04-01", undefined, undefined, "aci-avenant-2"],
    ["2020-02-19", 3, undefined, "aci-2019"],
    ["2020-02-19", 4, undefined, "aci-avenant-2"],
    ["2020-02-19", 4, "aci-2019", "aci-2019"],
    ["2020-02-19", 1, "aci-avenant-2", "aci-avenant-2"],
  ])("signed %s, year %s, schedule %s: %s", (signedOn, contractYear, schedule, expected) => {
    expect(simulate({ population: 20_000, signedOn, contractYear, schedule }).schedule).toBe(expected);
  });

  test("a later year pays fonctionnement by advance and balance, and missions in full", () => {
    const { instalments, totals } = simulate({ population: 20_000, signedOn: "2020-02-19", contractYear: 4 });
    expect(instalments[0]).toEqual({
      dueOn: "2023-02-19",
      line: "fonctionnement",
      kind: "advance",
      amountCents: 37_500_00,
    });
    expect(totals.dueCents).toBe(totals.maximumCents);
  });

  test("a mission that the schedule does not have stays visible, with nothing", () => {
    const { lines, totals } = simulate({
      population: 20_000,
      signedOn: "2020-02-19",
      missions: [{ mission: "crise_sanitaire" }],
      crisisRecognised: true,
    });
    expect(lines.at(-1)).toMatchObject({ line: "crise_sanitaire", maximumCents: 0, dueCents: 0 });
    expect(lines.at(-1)?.formula).toContain("À confirmer");
    expect(totals.maximumCents).toBe(50_000_00);
  });

  test.each([
    ["unknown schedule", { schedule: "aci-2030" }],
    ["signed before the agreement", { signedOn: "2019-08-24" }],
    ["signed on no day", { signedOn: "2024-02-30" }],
    ["year 0", { contractYear: 0 }],
    ["year 6: past the term", { contractYear: 6 }],
    ["negative population", { population: -1 }],
    ["half an inhabitant", { population: 0.5 }],
    ["achievement above 1", { missions: [{ mission: "parcours", achievement: 2 }] }],
    ["mission twice", { missions: [{ mission: "parcours" }, { mission: "parcours" }] }],
  ] as const)("refuses: %s", (_, change) => {
    expect(() => simulate({ population: 47_000, signedOn: "2024-10-14", ...change })).toThrow(RangeError);
  });

  test("the same input gives the same answer", () => {
    const input = { population: 47_000, signedOn: "2024-10-14" };
    expect(simulate(input)).toEqual(simulate(input));
    expect(AVENANT_2.grid[2][0]?.cents).toBe(60_000_00);
  });
});
