import { beforeAll, describe, expect, test, vi } from "vitest";
import { CommuneCoverage, CptsList, CptsRecord, DepartmentCoverage, DepartmentList } from "@/lib/schemas/api";
import { getDb } from "@/lib/db/client";
import { describeEmbedded } from "../harness";
import { call, get, serveApi, TODAY } from "./client";

vi.mock("next/server", () => ({ connection: async () => undefined }));

const FRANCE = 68_350_798;
const STAGES = ["signed", "validated", "intent", "none"] as const;

const coverageOf = (code: string, asOf = TODAY) =>
  get(`/api/v1/departments/${code}/coverage?asOf=${asOf}`, DepartmentCoverage);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describeEmbedded("coverage through the API", (engine) => {
  serveApi(engine);

  describe("Puy-de-Dôme on 23/11/2026", () => {
    let body: DepartmentCoverage;
    beforeAll(async () => {
      body = await coverageOf("63");
    });

    test("says what, when, and with which reference", () => {
      expect(body.department).toEqual({
        code: "63",
        name: "Puy-de-Dôme",
        region: "Auvergne-Rhône-Alpes",
        regionCode: "84",
      });
      expect(body.asOf).toBe(TODAY);
      expect(body.vintage).toEqual({ cog: 2026, population: 2023 });
    });

    test("exclusive stages sum exactly, over all 463 communes", () => {
      expect(body.population).toEqual({
        total: 664_453,
        signed: 444_708,
        validated: 0,
        intent: 0,
        none: 219_745,
      });
      expect(sum(STAGES.map((stage) => body.population[stage]))).toBe(body.population.total);
      expect(body.communes).toEqual({ total: 463, signed: 266, validated: 0, intent: 0, none: 197 });
      expect(body.rates.signed).toBeCloseTo(444_708 / 664_453, 12);
      expect(body.rates.signedOrUnderWay).toBe(body.rates.signed);
    });

    test("all of it rests on estimation, and is said so", () => {
      const whole = { population: 444_708, communes: 266 };
      expect(body.estimated).toEqual({ ...whole, signed: whole });
      expect(body.blankLabel).toBe("hors_perimetre_connu");
    });

    test("the blank communes are ranked and sum to the stage none", () => {
      expect(body.blank).toHaveLength(197);
      expect(sum(body.blank.map(({ population }) => population))).toBe(body.population.none);
      const ranked = [...body.blank].sort(
        (a, b) => b.population - a.population || (a.code < b.code ? -1 : 1),
      );
      expect(body.blank).toEqual(ranked);
    });

    test("twelve CPTS, of which six are located; unknown is null and never 0", () => {
      expect(body.cpts).toHaveLength(12);
      expect(body.cpts.every(({ stage }) => stage === "signed")).toBe(true);
      const located = body.cpts.filter(({ perimeter }) => perimeter === "estimated");
      expect(located).toHaveLength(6);
      expect(sum(located.map(({ population }) => population ?? Number.NaN))).toBe(body.population.signed);
      expect(sum(located.map(({ communes }) => communes ?? Number.NaN))).toBe(body.communes.signed);
      for (const cpts of body.cpts.filter(({ perimeter }) => perimeter === "unknown")) {
        expect(cpts).toMatchObject({
          population: null,
          communes: null,
          populationRange: null,
          sizeTier: null,
        });
        expect(cpts.sizeTierBasis).toBeNull();
      }
    });

    test("sizes say what they rest on", () => {
      const sizes = Object.fromEntries(body.cpts.map((c) => [c.slug, [c.sizeTier, c.sizeTierBasis]]));
      expect(sizes["haute-combraille-et-volcans"]).toEqual([1, "stated_population"]);
      expect(sizes["clermont-plus"]).toEqual([4, "estimated_perimeter"]);
    });

    test("the published figure stands beside the computed one, with its source and no more precise than it", () => {
      expect(body.published).toHaveLength(1);
      expect(body.published[0]).toMatchObject({
        asOf: "2025-01",
        signed: 0.998,
        signedOrUnderWay: null,
        signedCpts: 12,
        base: "du territoire",
      });
      expect(body.published[0]?.source.publisher).not.toBe("");
    });

    test("agrees with each of its communes", async () => {
      const db = await getDb();
      const codes = await db.prisma.commune.findMany({
        where: { departmentCode: "63" },
        select: { code: true },
      });
      const communes = await Promise.all(
        codes.map(({ code }) => get(`/api/v1/communes/${code}?asOf=${TODAY}`, CommuneCoverage)),
      );
      expect(communes).toHaveLength(463);
      for (const stage of [...STAGES, "total"] as const) {
        expect(sum(communes.map(({ population }) => population[stage]))).toBe(body.population[stage]);
      }
      for (const stage of STAGES) {
        expect(communes.filter((commune) => commune.stage === stage)).toHaveLength(body.communes[stage]);
      }
      const blank = communes.filter(({ blankLabel }) => blankLabel !== null);
      expect(new Set(blank.map(({ commune }) => commune.code))).toEqual(
        new Set(body.blank.map(({ code }) => code)),
      );
    });
  });

  test("nothing was signed before 2020, and uncertain days are only possible", async () => {
    const before = await coverageOf("63", "2019-12-31");
    expect(before.population).toMatchObject({ total: 664_453, signed: 0, none: 664_453 });
    expect(before.rates).toEqual({ signed: 0, signedOrUnderWay: 0 });

    const winter = await coverageOf("63", "2024-12-15");
    const uncertain = winter.cpts.filter(({ stage }) => stage === "none");
    expect(uncertain).toHaveLength(7);
    expect(uncertain.every(({ possibleStage }) => possibleStage === "signed")).toBe(true);
    expect(winter.signedCpts).toEqual({ min: 5, max: 12 });
    expect(winter.ranges.signed.min).toBe(winter.population.signed);
    expect(winter.ranges.signed.max).toBe(444_708);
    expect(winter.population.signed).toBeLessThan(444_708);
    expect((await coverageOf("63", "2025-01-31")).population.signed).toBe(444_708);
  });

  test("without a day, today; the code in any case", async () => {
    const today = await get("/api/v1/departments/2a/coverage", DepartmentCoverage);
    expect(today.asOf).toBe(TODAY);
    expect(today.department.code).toBe("2A");
    expect((await coverageOf("976")).vintage.population).toBe(2017);
  });

  test("the 101 departments answer, and sum to France", async () => {
    const { departments, asOf } = await get("/api/v1/departments", DepartmentList);
    expect(asOf).toBe(TODAY);
    expect(departments).toHaveLength(101);
    expect(sum(departments.map(({ population }) => population))).toBe(FRANCE);
    for (const department of departments) {
      const one = await coverageOf(department.code);
      expect(one.rates).toEqual(department.rates);
      expect(one.population).toEqual(department.populationByStage);
      expect(one.population.total).toBe(department.population);
      expect(sum(STAGES.map((stage) => one.population[stage]))).toBe(one.population.total);
      expect(sum(STAGES.map((stage) => one.communes[stage]))).toBe(one.communes.total);
    }
  });

  test("a rate of 0 says whether anything is known there", async () => {
    const { departments } = await get("/api/v1/departments", DepartmentList);
    const stateOf = new Map(departments.map(({ code, recordState }) => [code, recordState]));
    expect(stateOf.get("63")).toBe("computed");
    expect(stateOf.get("42")).toBe("unlocated");
    expect(stateOf.get("2A")).toBe("none");
  });

  test("a CPTS that spans two departments is in both, with its own communes in each", async () => {
    const [ardeche, drome] = await Promise.all([coverageOf("07"), coverageOf("26")]);
    const slug = "sud-ard-drom";
    const inArdeche = ardeche.cpts.find((cpts) => cpts.slug === slug);
    const inDrome = drome.cpts.find((cpts) => cpts.slug === slug);
    expect(inArdeche?.communes).toBe(9);
    expect(inDrome?.communes).toBe(14);
    expect(inArdeche?.whole).toEqual(inDrome?.whole);
    expect(inDrome?.whole.communes).toBe(23);
    expect((inArdeche?.population ?? 0) + (inDrome?.population ?? 0)).toBe(inDrome?.whole.population);
  });

  test("CPTS by department and by stage, each with its whole perimeter", async () => {
    const { cpts } = await get("/api/v1/cpts", CptsList);
    expect(cpts).toHaveLength(17);
    expect(cpts.map(({ slug }) => slug)).toEqual(cpts.map(({ slug }) => slug).toSorted());
    expect((await get("/api/v1/cpts?department=63", CptsList)).cpts).toHaveLength(12);
    expect((await get("/api/v1/cpts?stage=signed", CptsList)).cpts).toHaveLength(17);
    expect((await get("/api/v1/cpts?stage=intent", CptsList)).cpts).toEqual([]);
    const winter = await get("/api/v1/cpts?department=63&stage=none&asOf=2024-12-15", CptsList);
    expect(winter.cpts).toHaveLength(7);
    const dromardeche = cpts.find(({ slug }) => slug === "porte-de-drome-ardeche");
    expect(dromardeche).toMatchObject({
      departments: ["26", "07"],
      sizeTier: 2,
      sizeTierBasis: "stated",
      perimeter: "estimated",
      communes: 34,
    });
  });

  test("the record of a CPTS gives a source to each of its figures", async () => {
    const { cpts } = await get("/api/v1/cpts", CptsList);
    for (const { slug, stage, pastTerm } of cpts) {
      const record = await get(`/api/v1/cpts/${slug}`, CptsRecord);
      expect(record).toMatchObject({ slug, stage, pastTerm, page: `/cpts/${slug}` });
      const cited = JSON.stringify(record).matchAll(/"citation":"([^"]+)"/g);
      const known = new Set(record.citations.map(({ id }) => id));
      for (const [, id] of cited) expect(known).toContain(id);
      const sources = new Set(record.sources.map(({ id }) => id));
      expect(record.citations.every(({ sourceId }) => sources.has(sourceId))).toBe(true);
    }
  });

  test("the record keeps its dated history, and stands where it stood on the day asked for", async () => {
    const now = await get("/api/v1/cpts/haute-combraille-et-volcans", CptsRecord);
    expect(now.history).toEqual([{ from: "2020-02-19", stage: "signed", possibleStage: null }]);
    expect(now).toMatchObject({ stage: "signed", pastTerm: "yes", term: { earliest: "2025-02-19" } });
    expect(now.figures).toContainEqual(expect.objectContaining({ measure: "population", value: 18_750 }));
    expect(now.funding).toContainEqual(expect.objectContaining({ payer: "cpam", amountCents: 220_000_00 }));
    const before = await get("/api/v1/cpts/haute-combraille-et-volcans?asOf=2020-02-18", CptsRecord);
    expect(before).toMatchObject({ stage: "none", since: null, population: null, sizeTier: null });
    expect(before.figures).toEqual(now.figures);
    const uncertain = await get("/api/v1/cpts/clermont-plus", CptsRecord);
    expect(uncertain.history).toEqual([
      { from: "2024-12-01", stage: "none", possibleStage: "signed" },
      { from: "2025-01-31", stage: "signed", possibleStage: null },
    ]);
  });

  test("a commune names the CPTS that cover it", async () => {
    const clermont = await get("/api/v1/communes/63113", CommuneCoverage);
    expect(clermont).toMatchObject({ stage: "signed", estimated: true, blankLabel: null });
    expect(clermont.commune).toMatchObject({ name: "Clermont-Ferrand", department: { code: "63" } });
    expect(clermont.cpts).toMatchObject([{ slug: "clermont-plus", stage: "signed", basis: "estimated" }]);
    const before = await get("/api/v1/communes/63113?asOf=2020-01-01", CommuneCoverage);
    expect(before).toMatchObject({ stage: "none", cpts: [] });
  });

  test("a former commune is named with its successor, never answered by it", async () => {
    const db = await getDb();
    const [former] = await db.prisma.formerCommuneCode.findMany({ take: 1, orderBy: { code: "asc" } });
    const response = await call(`/api/v1/communes/${former?.code}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining("ancienne commune") as string,
      successors: [{ code: former?.communeCode, href: `/api/v1/communes/${former?.communeCode}` }],
    });
  });
});
