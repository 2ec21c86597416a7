import { describe, expect, test, vi } from "vitest";
import { Health, SearchResults } from "@/lib/schemas/api";
import { describeEmbedded } from "../harness";
import { call, get, problem, serveApi } from "./client";

vi.mock("next/server", () => ({ connection: async () => undefined }));

const SIMULATE = "/api/v1/funding/simulate";

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
});
