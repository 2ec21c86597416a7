import { describe, expect, test } from "vitest";
import { Simulation } from "@/lib/schemas/api";
import { call, post, problem } from "../../db/api/client";

// The simulator reads nothing stored: its route answers without a database.

const SIMULATE = "/api/v1/funding/simulate";

async function simulate(body: unknown): Promise<Simulation> {
  const response = await call(SIMULATE, post(body));
  expect(response.status).toBe(200);
  return Simulation.parse(await response.json());
}

describe("simulation through the API", () => {
  test("tier 2 with every mission and a crisis: the published 382,500", async () => {
    const answer = await simulate({ population: 47_000, signedOn: "2024-10-14", crisisRecognised: true });
    expect(answer).toMatchObject({
      sizeTier: 2,
      schedule: "aci-avenant-2",
      contractYear: { index: 1, start: "2024-10-14", end: "2025-10-13" },
      totals: { maximumCents: 382_500_00, dueCents: 382_500_00, notItemisedCents: 25_000_00 },
    });
  });

  test("the four compulsory missions: the published 317,500; not achieved: 180,000", async () => {
    const missions = ["acces_soins", "parcours", "prevention", "crise_sanitaire"].map((mission) => ({
      mission,
    }));
    const request = { population: 47_000, signedOn: "2024-10-14", missions };
    const full = await simulate({ ...request, crisisRecognised: true });
    expect(full.totals).toMatchObject({ maximumCents: 317_500_00, notItemisedCents: 0 });
    const none = await simulate({
      ...request,
      missions: missions.map((one) => ({ ...one, achievement: 0 })),
    });
    expect(none.totals.dueCents).toBe(180_000_00);
  });

  test("lines and instalments sum to the totals", async () => {
    const { lines, totals, instalments } = await simulate({
      population: 62_000,
      signedOn: "2024-03-01",
      contractYear: 2,
      missions: [
        { mission: "parcours", startedOn: "2025-07-01", achievement: 0.5 },
        { mission: "prevention" },
      ],
    });
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(lines.map((line) => line.maximumCents))).toBe(totals.maximumCents);
    expect(sum(lines.map((line) => line.dueCents))).toBe(totals.dueCents);
    expect(sum(instalments.map((one) => one.amountCents))).toBe(totals.dueCents);
    expect(totals.fixedCents + totals.variableCents + totals.notItemisedCents).toBe(totals.maximumCents);
  });

  test("indicators decide the variable share they sum to, and each says what it earns", async () => {
    const request = (value: number, last = 35_000_00) => ({
      population: 47_000,
      signedOn: "2024-10-14",
      missions: [
        {
          mission: "parcours",
          indicators: [
            {
              label: "Dossiers",
              unit: "dossiers",
              steps: [
                { threshold: 10, amountCents: 12_000_00 },
                { threshold: 20, amountCents: last },
              ],
              value,
            },
          ],
        },
      ],
    });
    const { lines } = await simulate(request(19));
    const variable = lines.find(({ line, part }) => line === "parcours" && part === "variable");
    expect(variable).toMatchObject({
      dueCents: 12_000_00,
      maximumCents: 35_000_00,
      indicators: [{ label: "Dossiers", reached: 10, maximumCents: 35_000_00, earnedCents: 12_000_00 }],
    });
    expect(variable?.indicators?.[0]?.words).toContain("palier « 10 dossiers ou plus » atteint");
    const refused = await problem(SIMULATE, post(request(19, 34_999_99)));
    expect(refused.status).toBe(422);
    expect(refused.errors?.[0]?.pointer).toBe("/missions/0/indicators");
    expect(refused.detail).toMatch(/3499999 centimes.*3500000/);
  });

  const ONE = { label: "Un", steps: [{ threshold: 1, amountCents: 3_500_000 }], value: 1 };
  const VALID = { population: 47_000, signedOn: "2024-10-14" };
  test.each([
    [{ signedOn: "2024-10-14" }, "/population", "est obligatoire"],
    [{ ...VALID, population: "47000" }, "/population", "doit être un nombre entier"],
    [{ ...VALID, population: 0.5 }, "/population", "doit être un nombre entier"],
    [{ ...VALID, population: -1 }, "/population", "de 0 à 70 000 000"],
    [{ ...VALID, population: 70_000_001 }, "/population", "de 0 à 70 000 000"],
    [{ population: 1 }, "/signedOn", "est obligatoire"],
    [{ ...VALID, signedOn: "14/10/2024" }, "/signedOn", "AAAA-MM-JJ"],
    [{ ...VALID, signedOn: "2019-08-24" }, "/signedOn", "précède le premier barème"],
    [{ ...VALID, schedule: "aci-2030" }, "/schedule", "aci-2019, aci-avenant-2"],
    [{ ...VALID, contractYear: 0 }, "/contractYear", "de 1 à 5"],
    [{ ...VALID, contractYear: 6 }, "/contractYear", "de 1 à 5"],
    [{ ...VALID, contractYear: 1.5 }, "/contractYear", "de 1 à 5"],
    [{ ...VALID, missions: {} }, "/missions", "une liste"],
    [{ ...VALID, missions: [{ mission: "crise" }] }, "/missions/0/mission", "acces_soins, parcours"],
    [
      { ...VALID, missions: [{ mission: "parcours" }, { mission: "parcours" }] },
      "/missions/1/mission",
      "seconde fois",
    ],
    [
      { ...VALID, missions: [{ mission: "parcours", achievement: 80 }] },
      "/missions/0/achievement",
      "taux de 0 à 1",
    ],
    [
      { ...VALID, missions: [{ mission: "parcours", startedOn: "2024-10-13" }] },
      "/missions/0/startedOn",
      "du 2024-10-14 au 2029-10-13",
    ],
    [
      { ...VALID, missions: [{ mission: "parcours", startedOn: "2029-10-14" }] },
      "/missions/0/startedOn",
      "dans le contrat",
    ],
    [
      { ...VALID, missions: [{ mission: "parcours", achievement: 1, indicators: [ONE] }] },
      "/missions/0/achievement",
      "l’un ou les autres",
    ],
    [
      { ...VALID, missions: [{ mission: "parcours", indicators: Array.from({ length: 7 }, () => ONE) }] },
      "/missions/0/indicators",
      "au plus 6 indicateurs",
    ],
    [
      { ...VALID, missions: [{ mission: "parcours", indicators: [{ ...ONE, value: null }] }] },
      "/missions/0/indicators/0/value",
      "un nombre",
    ],
    [
      {
        ...VALID,
        missions: [{ mission: "parcours", indicators: [{ ...ONE, steps: [...ONE.steps, ...ONE.steps] }] }],
      },
      "/missions/0/indicators/0/steps/1/amountCents",
      "palier précédent",
    ],
    [
      { ...VALID, missions: [{ mission: "parcours", indicators: [{ ...ONE, steps: [] }] }] },
      "/missions/0/indicators/0/steps",
      "au moins un palier",
    ],
    [{ ...VALID, crisisRecognised: "oui" }, "/crisisRecognised", "true ou false"],
    [{ ...VALID, crisisRecognized: true }, "/crisisRecognized", "n’existe pas ici"],
    [[], "", "doit être un objet JSON"],
    [null, "", "doit être un objet JSON"],
  ])("refuses %j", async (body, pointer, words) => {
    const found = await problem(SIMULATE, post(body));
    expect(found.status).toBe(422);
    expect(found.errors?.map((error) => error.pointer)).toEqual([pointer]);
    expect(found.detail).toContain(words);
  });

  test("every field at fault is listed", async () => {
    const found = await problem(SIMULATE, post({ population: -1, signedOn: "hier", contractYear: 9 }));
    expect(found.errors?.map(({ pointer }) => pointer)).toEqual([
      "/population",
      "/signedOn",
      "/contractYear",
    ]);
  });

  test.each([
    ["an empty body", post(""), 400, "vide"],
    ["what is no JSON", post("{population: 1}"), 400, "n’est pas du JSON"],
    ["what is no UTF-8", { method: "POST", body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, "UTF-8"],
    ["more than 64 kB", post(`"${"a".repeat(65 * 1024)}"`), 413, "64 ko"],
  ])("refuses %s", async (_, init, status, words) => {
    const found = await problem(SIMULATE, init);
    expect(found.status).toBe(status);
    expect(found.detail).toContain(words);
  });

  test("refuses what comes in pieces as soon as it passes 64 kB", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(16 * 1024));
      },
    });
    const init = { method: "POST", body: endless, duplex: "half" } as RequestInit;
    expect((await problem(SIMULATE, init)).status).toBe(413);
    expect(sent).toBeLessThan(10);
  });
});
