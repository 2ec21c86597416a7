import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/database";
import { findCommune, findSuccessors, listCommunes } from "@/lib/db/repositories/communes";
import { findCpts, listCpts, listDepartmentFunding, listMemberships } from "@/lib/db/repositories/cpts";
import { listPublishedCoverage, listPublishedFigures } from "@/lib/db/repositories/published";
import { searchCommunes, searchCpts, searchDepartments } from "@/lib/db/repositories/search";
import { findEvidence } from "@/lib/db/repositories/sources";
import { listDepartments, listRegions } from "@/lib/db/repositories/territories";
import { type Engine } from "./harness";

export function repositories(engine: Engine): void {
  describe("repositories", () => {
    let database: Database;
    beforeAll(async () => {
      database = await engine.copy();
    });
    afterAll(() => database.close());

    test("departments and regions with the population of their communes", async () => {
      const departments = await listDepartments(database.prisma);
      const population = new Map(departments.map(({ code, population: inhabitants }) => [code, inhabitants]));
      expect(departments).toHaveLength(101);
      // INSEE, populations légales 2023, summed from its own file.
      expect(["03", "07", "26", "63"].map((code) => population.get(code))).toEqual([
        333_298, 334_231, 524_207, 664_453,
      ]);
      expect(departments.find(({ code }) => code === "63")).toMatchObject({
        name: "Puy-de-Dôme",
        regionCode: "84",
        regionName: "Auvergne-Rhône-Alpes",
      });
      const regions = await listRegions(database.prisma);
      expect(regions).toHaveLength(18);
      expect(regions.reduce((sum, region) => sum + region.population, 0)).toBe(68_350_798);
    });

    test("communes: of a department, one in full, from a former code", async () => {
      const communes = await listCommunes(database.prisma, ["63"]);
      expect(communes).toHaveLength(463);
      expect(communes.every(({ departmentCode }) => departmentCode === "63")).toBe(true);
      expect(await findCommune(database.prisma, "63113")).toMatchObject({
        name: "Clermont-Ferrand",
        population: 146_351,
        populationVintage: 2023,
        postalCodes: ["63000", "63100"],
        department: { code: "63", name: "Puy-de-Dôme" },
        region: { code: "84", name: "Auvergne-Rhône-Alpes" },
        epci: { code: "246300701", name: "Clermont Auvergne Métropole" },
        contourHeldBy: null,
      });
      expect((await findCommune(database.prisma, "01033"))?.formerCodes).toContainEqual({
        code: "01091",
        name: "Châtillon-en-Michaille",
      });
      expect(await findCommune(database.prisma, "01091")).toBeNull();
      expect(await findSuccessors(database.prisma, "01091")).toEqual([{ code: "01033", name: "Valserhône" }]);
      expect(await findSuccessors(database.prisma, "99999")).toEqual([]);
    });

    describe("search", () => {
      test.each([
        ["clermont", "Clermont-Ferrand", "name"],
        ["CLERMONT FERRAND", "Clermont-Ferrand", "name"],
        ["63000", "Clermont-Ferrand", "postal_code"],
        ["63113", "Clermont-Ferrand", "code"],
        ["01091", "Valserhône", "former_code"],
        ["st eloy", "Saint-Éloy-les-Mines", "name"],
        ["saint-éloy-les", "Saint-Éloy-les-Mines", "name"],
        ["hay les roses", "L'Haÿ-les-Roses", "name"],
        ["2a004", "Ajaccio", "code"],
        ["y", "Y", "name"],
      ])("« %s » finds %s first", async (text, name, matched) => {
        const [first] = await searchCommunes(database.prisma, text, 5);
        expect(first).toMatchObject({ name, matched });
      });

      test("prefixes come before what is inside a name, the most populated first", async () => {
        const names = (await searchCommunes(database.prisma, "combraille", 9)).map((hit) => hit.name);
        expect(names).toContain("Condat-en-Combraille");
        const eloys = (await searchCommunes(database.prisma, "eloy", 9)).map((hit) => hit.name);
        expect(eloys.indexOf("Éloyes")).toBe(0);
        expect(eloys).toContain("Saint-Éloy-les-Mines");
        const clermonts = await searchCommunes(database.prisma, "clermont", 4);
        const populations = clermonts.map(({ population }) => population);
        expect(populations).toEqual([...populations].sort((a, b) => b - a));
        expect(clermonts.every((hit) => hit.name.startsWith("Clermont"))).toBe(true);
      });

      test("nothing to compare finds nothing; SQL and wildcards are only text", async () => {
        for (const text of ["", " - ", "%", "_", "'; DROP TABLE commune; --"]) {
          expect(await searchCommunes(database.prisma, text, 5)).toEqual([]);
        }
      });

      test("departments by name or number, CPTS by name with or without the word", async () => {
        expect(await searchDepartments(database.prisma, "puy de", 5)).toEqual([
          { code: "63", name: "Puy-de-Dôme" },
        ]);
        expect(await searchDepartments(database.prisma, "2a", 5)).toEqual([
          { code: "2A", name: "Corse-du-Sud" },
        ]);
        expect((await searchDepartments(database.prisma, "herault", 5)).map(({ code }) => code)).toEqual([
          "34",
        ]);
        for (const text of ["CPTS Sud Al", "sud al"]) {
          expect(await searchCpts(database.prisma, text, 5)).toMatchObject([{ slug: "sud-allier" }]);
        }
        expect((await searchCpts(database.prisma, "sud", 9)).map(({ slug }) => slug)).toEqual([
          "sud-63",
          "sud-allier",
          "sud-ard-drom",
          "val-d-allier-sud",
        ]);
      });
    });

    test("CPTS of a department: by territory or by source", async () => {
      const slugs = async (department?: string) =>
        (await listCpts(database.prisma, department === undefined ? {} : { department })).map(
          ({ slug }) => slug,
        );
      expect(await slugs()).toHaveLength(17);
      expect(await slugs("63")).toHaveLength(12);
      expect(await slugs("07")).toEqual(["pilat", "porte-de-drome-ardeche", "sud-ard-drom"]);
      expect(await slugs("2A")).toEqual([]);
      const [first] = await listCpts(database.prisma, { department: "03" });
      expect(first).toMatchObject({
        slug: "sud-allier",
        events: [{ kind: "signature", when: { earliest: "2020-06-17", latest: "2020-06-17" } }],
        contracts: [{ signed: { earliest: "2020-06-17", latest: "2020-06-17" }, termMonths: 60 }],
      });
      expect(first?.memberships).toHaveLength(60);
    });

    test("one record with all its citations and their sources", async () => {
      const found = await findCpts(database.prisma, "porte-de-drome-ardeche");
      expect(found?.record.memberships).toHaveLength(34);
      const cited = JSON.stringify(found?.record).matchAll(/"citation":"([^"]+)"/g);
      expect(new Set(found?.citations.map(({ id }) => id))).toEqual(new Set([...cited].map(([, id]) => id)));
      expect(found?.sources.map(({ id }) => id)).toContain("seed-000");
      expect(await findCpts(database.prisma, "inconnue")).toBeNull();
    });

    test("published figures, money of a department, what holds a commune", async () => {
      const [puyDeDome] = await listPublishedCoverage(database.prisma, "63");
      expect(puyDeDome).toMatchObject({ signedCpts: 12, signedRate: 9_980 });
      expect(await listPublishedCoverage(database.prisma)).toHaveLength(3);
      const figures = await listPublishedFigures(database.prisma, "FR");
      expect(figures.length).toBeGreaterThan(5);
      const { citations, sources } = await findEvidence(database.prisma, [
        ...figures.map(({ citation }) => citation),
        "unknown",
      ]);
      expect(citations.length).toBeGreaterThan(0);
      expect(sources.length).toBeGreaterThan(0);
      expect(await listDepartmentFunding(database.prisma, "63")).toHaveLength(1);
      expect(await listMemberships(database.prisma, "63113")).toMatchObject([
        { slug: "clermont-plus", from: "2024-12-01", to: null, share: "whole", basis: "estimated" },
      ]);
    });
  });
}
