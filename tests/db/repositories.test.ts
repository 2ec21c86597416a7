import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/database";
import { appendAudit, listAudit } from "@/lib/db/repositories/audit";
import { findCommune, findSuccessors, listCommunes } from "@/lib/db/repositories/communes";
import { findCpts, listCpts, listDepartmentFunding, listMemberships } from "@/lib/db/repositories/cpts";
import { insertCpts, replaceCpts } from "@/lib/db/repositories/cpts-write";
import { listPublishedCoverage, listPublishedFigures } from "@/lib/db/repositories/published";
import { searchCommunes, searchCpts, searchDepartments } from "@/lib/db/repositories/search";
import { findEvidence } from "@/lib/db/repositories/sources";
import { listDepartments, listRegions } from "@/lib/db/repositories/territories";
import type { CptsRecord } from "@/lib/record/cpts";
import { describeOnEach } from "./harness";

const CITATION = "seed-003-signataires-2020";

/** A record with something in every list, and the cases that columns tell apart. */
const RECORD: CptsRecord = {
  slug: "essai",
  name: "Essai",
  summary: null,
  departments: [{ code: "63", rank: 1, citation: CITATION }],
  figures: [
    {
      measure: "population",
      value: 0,
      qualifier: "about",
      asOf: { earliest: "2024-01-01", latest: "2024-12-31" },
      citation: CITATION,
    },
  ],
  events: [
    {
      kind: "signature",
      when: { earliest: "2024-02-29", latest: "2024-02-29" },
      note: null,
      citation: CITATION,
    },
  ],
  memberships: [
    {
      commune: "63001",
      from: "2024-02-29",
      to: "2025-01-01",
      share: "whole",
      basis: "declared",
      citation: CITATION,
    },
    {
      commune: "63002",
      from: "2024-02-29",
      to: null,
      share: "unknown",
      basis: "declared",
      citation: CITATION,
    },
    {
      commune: "63003",
      from: "2024-02-29",
      to: null,
      share: { numerator: 1, denominator: 3 },
      basis: "estimated",
      citation: CITATION,
    },
  ],
  professionals: [],
  partners: [],
  missions: [
    { mission: "parcours", startedOn: "2024-03-01", endedOn: null, citation: CITATION, objectives: [] },
  ],
  contracts: [
    {
      signed: { earliest: "2024-02-29", latest: "2024-02-29" },
      termMonths: 60,
      endedOn: null,
      scheduleId: null,
      citation: CITATION,
      parties: [{ kind: "cpts", name: "Essai" }],
      amounts: [
        {
          line: "non_ventile",
          part: "fixed",
          year: null,
          amountCents: 9_007_199_254_740_991,
          citation: CITATION,
        },
      ],
    },
  ],
  funding: [
    {
      payer: "ars",
      purpose: "start_up",
      status: "paid",
      period: "once",
      amountCents: 1,
      amountToCents: 10_000_000_001,
      asOf: { earliest: "2024-01-01", latest: "2024-01-31" },
      note: null,
      citation: CITATION,
    },
  ],
};

describeOnEach("repositories", (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await engine.copy();
  });

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
      const names = (await searchCommunes(database.prisma, "issoire", 10)).map((hit) => hit.name);
      expect(names.slice(0, 3)).toEqual(
        ["Issoire", "Saint-Germain-d'Issoire", "x"].slice(0, 1).concat(names.slice(1, 3)),
      );
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
      (await listCpts(database.prisma, department)).map(({ slug }) => slug);
    expect(await slugs()).toHaveLength(17);
    expect(await slugs("63")).toHaveLength(12);
    expect(await slugs("07")).toEqual(["pilat", "porte-de-drome-ardeche", "sud-ard-drom"]);
    expect(await slugs("2A")).toEqual([]);
    const [first] = await listCpts(database.prisma, "03");
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

  describe("writes", () => {
    test("a record comes back as it was written, to the last cent", async () => {
      const id = await database.write((tx) => insertCpts(tx, RECORD, "entered"));
      expect(await findCpts(database.prisma, "essai")).toMatchObject({
        id,
        version: 1,
        origin: "entered",
        record: RECORD,
      });
      const changed = {
        ...RECORD,
        name: "Essai, bis",
        funding: [],
        memberships: RECORD.memberships.slice(1),
      };
      await database.write((tx) => replaceCpts(tx, id, changed));
      expect((await findCpts(database.prisma, "essai"))?.record).toEqual(changed);
    });

    test("an amount that no safe integer holds is refused, not rounded", async () => {
      await database.query("UPDATE contract_amount SET amount_cents = 9007199254740993");
      await expect(findCpts(database.prisma, "essai")).rejects.toThrow(RangeError);
      await database.query("UPDATE contract_amount SET amount_cents = 1");
    });

    test("an instant comes back as it went, in UTC", async () => {
      const at = new Date("2026-07-14T23:59:59.123Z");
      await database.prisma.datasetLoad.create({ data: { dataset: "instant", checksum: "", loadedAt: at } });
      const row = await database.prisma.datasetLoad.findUniqueOrThrow({ where: { dataset: "instant" } });
      expect(row.loadedAt.toISOString()).toBe("2026-07-14T23:59:59.123Z");
      const [written] = await database.query<{ text: string }>(
        "SELECT loaded_at::text AS text FROM dataset_load WHERE dataset = 'instant'",
      );
      expect(written?.text).toBe("2026-07-14 23:59:59.123+00");
    });

    test("each write takes the next revision; a failed one takes nothing", async () => {
      const before = await database.revision();
      const entry = { actor: "essai", action: "essai", subject: "essai", before: null, after: { n: 1 } };
      await Promise.all([1, 2, 3].map(() => database.write((tx) => appendAudit(tx, entry))));
      expect(await database.revision()).toBe(before + 3);
      await expect(
        database.write(async (tx) => {
          await appendAudit(tx, entry);
          throw new Error("changed my mind");
        }),
      ).rejects.toThrow("changed my mind");
      expect(await database.revision()).toBe(before + 3);
      expect(await listAudit(database.prisma, "essai")).toHaveLength(3);
    });

    test("a refused statement leaves the connection usable, also inside a transaction", async () => {
      for (let i = 0; i < 5; i += 1) {
        await expect(database.query("SELECT 1/0")).rejects.toThrow(/division by zero/);
        await expect(
          database.write((tx) => tx.$executeRaw`UPDATE cpts SET slug = 'Pas Un Slug' WHERE slug = 'essai'`),
        ).rejects.toThrow();
      }
      expect(await database.prisma.cpts.count()).toBe(18);
    });
  });
});
