import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/database";
import { loadDatasets } from "@/lib/db/load";
import { listAudit } from "@/lib/db/repositories/audit";
import { findCpts } from "@/lib/db/repositories/cpts";
import { listOutlines } from "@/lib/db/repositories/outlines";
import { SEED, type RecordSeed } from "@/prisma/seed";
import { type Engine, ROOT, failure } from "./harness";

/** The seed with one CPTS renamed. */
function renamed(slug: string, name: string): RecordSeed {
  return { ...SEED, cpts: SEED.cpts.map((cpts) => (cpts.slug === slug ? { ...cpts, name } : cpts)) };
}

export function load(engine: Engine): void {
  describe("the load of what the repository ships", () => {
    let loaded: Database;
    beforeAll(async () => {
      loaded = await engine.copy();
    });
    afterAll(() => loaded.close());

    test("brings the whole reference and every public record", async () => {
      const { prisma } = loaded;
      expect({
        communes: await prisma.commune.count(),
        epci: await prisma.epci.count(),
        departments: await prisma.department.count(),
        regions: await prisma.region.count(),
        cpts: await prisma.cpts.count({ where: { origin: "public_documents", version: 1 } }),
        withoutContour: await prisma.commune.count({ where: { areaHectares: null } }),
        withoutEpci: await prisma.commune.count({ where: { epciCode: null } }),
      }).toEqual({
        communes: 34_875,
        epci: 1_255,
        departments: 101,
        regions: 18,
        cpts: 17,
        withoutContour: 7,
        withoutEpci: 4,
      });
      expect(await prisma.source.count()).toBe(SEED.sources.length);
      expect(await prisma.citation.count()).toBe(SEED.citations.length);
      expect(await prisma.publishedCoverage.count()).toBe(SEED.publishedCoverage.length);
      expect(await prisma.publishedFigure.count()).toBe(SEED.publishedFigures.length);
    });

    test("a commune keeps everything its row says", async () => {
      const communes = await loaded.query(
        `SELECT name, search_name, department_code, epci_code, postal_codes, population, population_vintage,
         area_hectares, contour_held_by FROM commune WHERE code IN ('63338', '14666') ORDER BY code DESC`,
      );
      expect(communes).toEqual([
        expect.objectContaining({
          name: "Saint-Éloy-les-Mines",
          search_name: "saint eloy les mines",
        }) as unknown,
        {
          name: "Sannerville",
          search_name: "sannerville",
          department_code: "14",
          epci_code: "200065597",
          postal_codes: ["14940"],
          population: 1905,
          population_vintage: 2023,
          area_hectares: null,
          contour_held_by: "14712",
        },
      ]);
    });

    test("a record comes back as the public documents state it", async () => {
      for (const { estimatedPerimeter, ...stated } of SEED.cpts) {
        const found = await findCpts(loaded.prisma, stated.slug);
        const { memberships, ...record } = found?.record ?? { memberships: [] };
        expect(sorted(record)).toEqual(sorted(stated));
        expect(memberships.length > 0).toBe(estimatedPerimeter !== null);
      }
    });

    test("an estimated perimeter is the communes of the EPCI from the first day of the signature", async () => {
      const counts = await loaded.query<{ slug: string; communes: number; from: string }>(
        `SELECT c.slug, count(*)::int AS communes, min(m.valid_from)::text AS from
       FROM perimeter_membership m JOIN cpts c ON c.id = m.cpts_id
       WHERE m.basis = 'estimated' AND NOT m.partial AND m.valid_to IS NULL GROUP BY c.slug ORDER BY c.slug`,
      );
      expect(counts.map(({ slug, communes, from }) => [slug, communes, from])).toEqual([
        ["clermont-plus", 21, "2024-12-01"],
        ["haute-combraille-et-volcans", 36, "2020-02-19"],
        ["livradois-forez", 58, "2024-12-01"],
        ["nord-combrailles", 34, "2024-12-01"],
        ["porte-de-drome-ardeche", 34, "2024-10-14"],
        ["royans-vercors", 18, "2024-01-12"],
        ["sud-63", 87, "2024-12-01"],
        ["sud-allier", 60, "2020-06-17"],
        ["sud-ard-drom", 23, "2023-12-01"],
        ["thiers-dore-et-montagne", 30, "2020-01-01"],
      ]);
    });

    test("each known perimeter has an outline, from its first day", async () => {
      const before = await listOutlines(loaded.prisma, "2020-02-18");
      expect(before.map(({ slug }) => slug)).toEqual(["thiers-dore-et-montagne"]);
      const after = await listOutlines(loaded.prisma, "2026-01-01");
      expect(after).toHaveLength(10);
      for (const { geometry } of after) {
        expect(geometry.type).toBe("MultiPolygon");
        expect(geometry.coordinates[0]?.[0]?.length).toBeGreaterThan(20);
      }
    });

    test("a second load does nothing", async () => {
      const revision = await loaded.revision();
      expect(revision).toBe(3);
      expect(await loadDatasets(loaded.prisma, ROOT)).toEqual([]);
      expect(await loaded.revision()).toBe(revision);
      expect(await loaded.prisma.auditEntry.count()).toBe(3);
      const [entry] = await listAudit(loaded.prisma, "dataset:public_records");
      expect(entry).toMatchObject({ actor: "system", action: "load", before: null });
    });

    test("a new seed replaces what nobody touched and keeps what people edited", async () => {
      const database = await engine.copy();
      const { prisma } = database;
      await prisma.cpts.update({
        where: { slug: "sud-allier" },
        data: { name: "Notre Sud Allier", version: 2 },
      });
      await prisma.cpts.create({ data: { slug: "la-notre", name: "La nôtre", origin: "entered" } });
      const before = await findCpts(prisma, "sud-63");
      const both = renamed("sud-allier", "Écrasée").cpts.map((cpts) =>
        cpts.slug === "sud-63" ? { ...cpts, name: "Sud 63, corrigée" } : cpts,
      );
      const seed = { ...SEED, cpts: both.filter(({ slug }) => slug !== "pilat") };

      expect(await loadDatasets(prisma, ROOT, seed)).toEqual(["public_records", "outlines"]);
      expect((await findCpts(prisma, "sud-allier"))?.record.name).toBe("Notre Sud Allier");
      expect((await findCpts(prisma, "sud-63"))?.record.name).toBe("Sud 63, corrigée");
      expect((await findCpts(prisma, "sud-63"))?.id).toBe(before?.id);
      expect(await findCpts(prisma, "la-notre")).not.toBeNull();
      expect(await findCpts(prisma, "pilat")).toBeNull();
      expect(await listOutlines(prisma, "2026-01-01")).toHaveLength(10);
      const [entry] = await listAudit(prisma, "dataset:public_records");
      expect(entry?.after).toMatchObject({ kept: ["sud-allier"], added: [], removed: ["pilat"] });
      expect(await loadDatasets(prisma, ROOT, seed)).toEqual([]);
    });

    test("a load that fails leaves everything as it was", async () => {
      const { prisma } = loaded;
      const broken = { ...renamed("sud-63", "Autre"), publishedFigures: [...SEED.publishedFigures] };
      const [figure] = broken.publishedFigures;
      if (figure) broken.publishedFigures.push({ ...figure, territory: "X" });
      await expect(loadDatasets(prisma, ROOT, broken)).rejects.toThrow();
      expect((await findCpts(prisma, "sud-63"))?.record.name).toBe("Sud 63");
      expect(await loadDatasets(prisma, ROOT)).toEqual([]);
    });

    test("a seed that names an unknown EPCI is refused by name", async () => {
      const cpts = SEED.cpts.map((record) =>
        record.estimatedPerimeter === null
          ? record
          : { ...record, estimatedPerimeter: { ...record.estimatedPerimeter, epci: ["999999999"] } },
      );
      const fault = await failure(() => loadDatasets(loaded.prisma, ROOT, { ...SEED, cpts }));
      expect(fault).toMatchObject({ name: "StartupFault", code: "data_refused" });
      expect(String(fault)).toContain("aucune commune pour l’EPCI 999999999");
    });

    describe("a new reference", () => {
      /** In the estimated perimeter of Haute-Combraille et Volcans. */
      const GONE = { code: "63048", name: "Bourg-Lastic" };
      let database: Database;
      let root: string;

      beforeEach(async () => {
        database = await engine.copy();
        root = fs.mkdtempSync(path.join(os.tmpdir(), "maillage-reference-"));
        fs.cpSync(path.join(ROOT, "prisma/reference"), path.join(root, "prisma/reference"), {
          recursive: true,
        });
        fs.symlinkSync(path.join(ROOT, "public"), path.join(root, "public"));
        const file = path.join(root, "prisma/reference/communes.json");
        const { columns, rows } = JSON.parse(fs.readFileSync(file, "utf8")) as {
          columns: string[];
          rows: string[][];
        };
        const left = rows.filter(([code]) => code !== GONE.code);
        fs.writeFileSync(file, JSON.stringify({ columns, rows: left }));
        return () => fs.rmSync(root, { recursive: true, force: true });
      });

      test("drops a commune that only an estimate held, and makes the estimate again", async () => {
        expect(await loadDatasets(database.prisma, root)).toEqual([
          "reference",
          "public_records",
          "outlines",
        ]);
        expect(await database.prisma.commune.findUnique({ where: { code: GONE.code } })).toBeNull();
        const found = await findCpts(database.prisma, "haute-combraille-et-volcans");
        expect(found?.record.memberships).toHaveLength(35);
      });

      test("refuses to drop a commune of somebody's territory", async () => {
        await database.prisma.cpts.update({
          where: { slug: "haute-combraille-et-volcans" },
          data: { version: 2 },
        });
        const fault = await failure(() => loadDatasets(database.prisma, root));
        expect(fault).toMatchObject({ code: "data_refused" });
        expect(String(fault)).toContain(GONE.name);
        expect(await database.prisma.commune.count()).toBe(34_875);
      });
    });
  });
}

/** The same record with its lists in one order: storage keeps no order where the documents give none. */
function sorted(record: object): object {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? value.map((item) => JSON.stringify(item, ordered)).sort() : value,
    ]),
  );
}

function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
