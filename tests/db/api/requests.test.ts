import { describe, expect, test, vi } from "vitest";
import { Health, SearchResults, Simulation } from "@/lib/schemas/api";
import { describeEmbedded } from "../harness";
import { call, get, post, problem, serveApi } from "./client";

vi.mock("next/server", () => ({ connection: async () => undefined }));

const SIMULATE = "/api/v1/funding/simulate";

async function simulate(body: unknown): Promise<Simulation> {
  const response = await call(SIMULATE, post(body));
  expect(response.status).toBe(200);
  return Simulation.parse(await response.json());
}

describeEmbedded("requests to the API", (engine) => {
  serveApi(engine);

  test("health says which database answers, and at which revision", async () => {
    expect(await get("/api/health", Health)).toEqual({
      status: "ok",
      database: "embedded",
      revision: expect.any(Number) as number,
    });
  });

  describe("what makes no sense is said, with how to mend it", () => {
    test.each([
      ["/api/v1/departments?asOf=2024-02-30", "asOf", "n’est pas une date écrite AAAA-MM-JJ"],
      ["/api/v1/departments?asOf=23/11/2026", "asOf", "AAAA-MM-JJ"],
      ["/api/v1/departments?asOf=", "asOf", "AAAA-MM-JJ"],
      ["/api/v1/departments?asOf=2015-12-31", "asOf", "hors de la période"],
      ["/api/v1/departments/63/coverage?asOf=hier", "asOf", "AAAA-MM-JJ"],
      ["/api/v1/communes/63113?asOf=2024", "asOf", "AAAA-MM-JJ"],
      ["/api/v1/cpts/sud-63?asOf=2024-13-01", "asOf", "AAAA-MM-JJ"],
      ["/api/v1/cpts?stage=signe", "stage", "valeurs possibles : signed, validated, intent, none"],
      ["/api/v1/cpts?department=", "department", "est vide"],
      ["/api/v1/departments?asof=2024-01-01", "asof", "n’existe pas à cette adresse"],
      ["/api/v1/departments?asOf=2024-01-01&asOf=2025-01-01", "asOf", "plusieurs fois"],
      ["/api/v1/search", "q", "est obligatoire"],
      ["/api/v1/search?q=%20", "q", "est vide"],
      [`/api/v1/search?q=${"a".repeat(101)}`, "q", "dépasse 100 caractères"],
    ])("%s", async (address, parameter, words) => {
      const body = await problem(address);
      expect(body).toMatchObject({ status: 400, instance: address });
      expect(body.errors?.map((error) => error.parameter)).toEqual([parameter]);
      expect(body.detail).toContain(words);
    });

    test.each([
      ["/api/v1/departments/999/coverage", "« 999 »"],
      ["/api/v1/departments/1/coverage", "par exemple 01"],
      ["/api/v1/cpts?department=999", "« 999 »"],
      ["/api/v1/cpts/inconnue", "« inconnue »"],
      ["/api/v1/communes/63000", "code postal"],
      ["/api/v1/communes/00000", "« 00000 »"],
      ["/api/v1/nothing", "/api/v1/openapi.json"],
      ["/api/v1", "/api/v1/openapi.json"],
    ])("%s is nowhere", async (address, words) => {
      const body = await problem(address);
      expect(body.status).toBe(404);
      expect(body.detail).toContain(words);
    });

    test.each(["POST", "PUT", "PATCH", "DELETE"])("%s is not for reading", async (method) => {
      for (const address of ["/api/health", "/api/v1/departments", "/api/v1/cpts/sud-63"]) {
        const response = await call(address, { method });
        expect(response.status).toBe(405);
        expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
      }
    });

    test("the simulator is only posted to", async () => {
      expect((await call(SIMULATE)).headers.get("allow")).toBe("POST, OPTIONS");
      expect(await problem(SIMULATE)).toMatchObject({ status: 405 });
    });
  });

  test("answers are open to any site, and revalidated", async () => {
    const first = await call("/api/v1/departments/63/coverage");
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await call("/api/v1/departments/63/coverage", { headers: { "if-none-match": held } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
    }
    const other = await call("/api/v1/departments/26/coverage", { headers: { "if-none-match": etag } });
    expect(other.status).toBe(200);

    const preflight = await call(SIMULATE, { method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toContain("POST");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("Content-Type");
    expect((await call("/api/v1/nothing")).headers.get("access-control-allow-origin")).toBe("*");
  });

  describe("search", () => {
    const first = async (q: string) =>
      (await get(`/api/v1/search?q=${encodeURIComponent(q)}`, SearchResults)).results;

    test.each([
      ["clermont", "commune", "Clermont-Ferrand", "/communes/63113"],
      ["CLERMONT-FERRAND", "commune", "Clermont-Ferrand", "/communes/63113"],
      ["63000", "commune", "Clermont-Ferrand", "/communes/63113"],
      ["63113", "commune", "Clermont-Ferrand", "/communes/63113"],
      ["saint eloy", "commune", "Saint-Éloy-les-Mines", "/communes/63338"],
      ["St Éloy les mines", "commune", "Saint-Éloy-les-Mines", "/communes/63338"],
      ["puy de dome", "departement", "Puy-de-Dôme", "/departements/63"],
      ["Puy-de-Dôme", "departement", "Puy-de-Dôme", "/departements/63"],
      ["63", "departement", "Puy-de-Dôme", "/departements/63"],
      ["2a", "departement", "Corse-du-Sud", "/departements/2A"],
      ["auvergne", "region", "Auvergne-Rhône-Alpes", "/regions/84"],
      ["haute combraille", "cpts", "Haute-Combraille et Volcans", "/cpts/haute-combraille-et-volcans"],
      ["CPTS Haute-Combraille", "cpts", "Haute-Combraille et Volcans", "/cpts/haute-combraille-et-volcans"],
    ])("« %s » finds the %s %s", async (q, kind, label, href) => {
      const [best] = await first(q);
      expect(best).toMatchObject({ kind, label, href });
      expect(best?.detail).not.toBe("");
    });

    test("« clermont » finds the CPTS after the communes", async () => {
      expect(await first("clermont")).toContainEqual({
        kind: "cpts",
        label: "Clermont Plus",
        detail: "CPTS, Puy-de-Dôme (63)",
        href: "/cpts/clermont-plus",
      });
    });

    test("nothing is found under what nothing is called, nor under signs", async () => {
      expect(await first("zzzz")).toEqual([]);
      expect(await first("%_'\"")).toEqual([]);
    });
  });

  describe("simulation", () => {
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
});
