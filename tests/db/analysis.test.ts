import fc from "fast-check";
import Papa from "papaparse";
import readXlsxFile from "read-excel-file/node";
import { createElement } from "react";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SummaryTable } from "@/components/analysis/SummaryTable";
import { Forbidden } from "@/lib/auth/can";
import type { Database } from "@/lib/db/database";
import { LINES, SCHEDULES } from "@/lib/funding";
import { summary, type SummaryRow } from "@/lib/queries/analysis";
import { analysisFile } from "@/lib/queries/analysis-exports";
import { analysisAnswer } from "@/lib/queries/api/analysis";
import { analysisInAddress, DIMENSIONS, MEASURES } from "@/lib/schemas/analysis-address";
import { Analysis } from "@/lib/schemas/api/analysis";
import { addressOfApi, analysisApiQuery, AnalysisQuery } from "@/lib/schemas/api/analysis-parameters";
import type { ExportFormat } from "@/lib/schemas/export-format";
import { CASE_SLUG, loadReferenceCase } from "../fixtures/load-reference-case";
import { html } from "../unit/components/render";
import { bytesOf } from "../unit/export/sample";
import {
  absentAsNull,
  camel,
  cellsOf,
  figuresOf,
  inFrench,
  titlesOf,
  wordOf,
  type Row,
  type Value,
} from "./analysis-words";
import { describeEmbedded, useDatabase } from "./harness";
import { acting, agentOf, coordinatorOf, TODAY } from "./viewers";

type View = Readonly<Record<string, string>>;

const one = (values: readonly (string | number)[]) => fc.constantFrom(...values.map(String));
const maybe = (values: readonly (string | number)[]) => fc.option(one(values), { nil: "", freq: 4 });

/** Any view of the page: groupings, filters, order. */
const VIEWS = fc.record({
  par: one(DIMENSIONS),
  puis: fc.option(one(DIMENSIONS), { nil: "" }),
  region: maybe(["84", "94"]),
  departement: maybe(["63", "26", "03"]),
  cpts: maybe([CASE_SLUG, "autre-histoire", "sud-allier"]),
  taille: maybe([1, 2, 3]),
  accord: maybe(SCHEDULES.map(({ id }) => id)),
  annee: maybe([1, 2, 3, 4, 5]),
  exercice: maybe([2020, 2021, 2022, 2023, 2024]),
  ligne: maybe(LINES),
  tri: fc.tuple(fc.constantFrom("", "-"), one(MEASURES)).map(([sign, by]) => sign + by),
});

/** Another run replays what failed: `VIEWS_SEED=… npx vitest run --project db tests/db/analysis.test.ts`. */
const SEED = Number(process.env.VIEWS_SEED ?? Date.now() % 2 ** 31);

describeEmbedded("the analyst's views", (engine) => {
  let database: Database;
  const { viewer } = acting("analyst");
  beforeAll(async () => {
    database = await engine.copy();
    useDatabase(database);
    await loadReferenceCase(database);
    await loadReferenceCase(database, { slug: "autre-histoire", department: "26" });
  });
  afterAll(() => database.close());

  const read = async (view: View, format: ExportFormat): Promise<Buffer> => {
    const found = await analysisFile(viewer, TODAY, null, "synthese", view);
    if (!found) throw new Error("no such table");
    expect(found.ignored).toEqual([]);
    return bytesOf(found.file(format).body);
  };

  test(`ten views at random say the same on the page, in the four formats and through the API (seed ${SEED})`, async () => {
    for (const [i, view] of fc.sample(VIEWS, { numRuns: 10, seed: SEED }).entries()) {
      const where = `view ${i} of seed ${SEED}: ${JSON.stringify(view)}`;
      const { columns, rows } = JSON.parse((await read(view, "json")).toString("utf8")) as {
        columns: { name: string; label: string; kind: string; words?: Record<string, string> }[];
        rows: Row[];
      };

      const csv = Papa.parse<Record<string, string>>((await read(view, "csv")).toString("utf8"), {
        header: true,
        skipEmptyLines: true,
      }).data;
      const plain = (name: string, value: Value): string => {
        const kind = columns.find((column) => column.name === name)?.kind;
        if (value === null) return "";
        return kind === "cents" && typeof value === "number" ? (value / 100).toFixed(2) : String(value);
      };
      const asCsv = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(name, value)])),
      );
      expect(csv, where).toEqual(asCsv);

      const french = Papa.parse<string[]>((await read(view, "csv-fr")).toString("utf8").slice(1), {
        delimiter: ";",
        skipEmptyLines: true,
      }).data;
      const [sheet] = await readXlsxFile(await read(view, "xlsx"));
      expect(french[0], where).toEqual(columns.map(({ label }) => label));
      expect(sheet?.data[0], where).toEqual(columns.map(({ label }) => label));
      rows.forEach((row, r) =>
        columns.forEach(({ name, kind, words }, c) => {
          const value = row[name] ?? null;
          const at = `${where}, ${name} of row ${r}`;
          expect(french[r + 1]?.[c], at).toBe(inFrench(kind, value, words));
          const cell = sheet?.data[r + 1]?.[c] ?? null;
          if (typeof value === "number" && kind === "cents") {
            expect(Math.round(Number(cell) * 100), at).toBe(value);
          } else if (typeof value === "boolean") expect(cell, at).toBe(value ? "oui" : "non");
          else expect(cell, at).toBe(typeof value === "string" ? wordOf(value, words) : value);
        }),
      );

      const asked = AnalysisQuery.parse({ ...analysisApiQuery(analysisInAddress(view)), perPage: "500" });
      const answer = Analysis.parse(
        await analysisAnswer(viewer, TODAY, addressOfApi(asked), Number(asked.perPage)),
      );
      expect(answer.pages).toBe(1);
      const named = rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [camel(k), v])));
      [...answer.rows, { group: [], ...answer.total }].forEach(({ group, ...sums }, r) => {
        const row = named[r] ?? {};
        for (const [name, value] of Object.entries(sums)) {
          const file = row[name] ?? row[name.replace(/Cents$/, "")] ?? null;
          // A mark of nothing is without object in a file; the API gives it with its null amount.
          if (name.endsWith("Mark") && file === "sans_objet") continue;
          expect(absentAsNull(file), `${where}, ${name} of row ${r}`).toBe(value);
        }
        for (const { dimension, code } of group) {
          expect(absentAsNull(row[`${dimension}Code`] ?? null), where).toBe(code);
        }
      });

      const shown: string[][] = [];
      for (let page = 1; ; page += 1) {
        const model = await summary(viewer, TODAY, analysisInAddress({ ...view, page: String(page) }));
        const cells = cellsOf(html(createElement(SummaryTable, { model })));
        shown.push(...(model.all.length === 0 ? [] : cells.slice(0, -1)));
        if (page === model.pages) {
          if (model.all.length > 0) shown.push(cells.at(-1) ?? []);
          break;
        }
      }
      const grouped = answer.thenBy === null ? 1 : 2;
      const expected = rows.map((row) => [...titlesOf(row, columns, grouped), ...figuresOf(row)]);
      expect(shown, where).toEqual(rows.length === 1 && answer.groups === 0 ? [] : expected);
    }
  });

  describe("the file of the spending entries", () => {
    type Table = { readonly columns: readonly { readonly name: string }[]; readonly rows: readonly Row[] };
    const file = async (view: View, format: ExportFormat = "json", of = viewer): Promise<Buffer> => {
      const found = await analysisFile(of, TODAY, null, "depenses", view);
      if (!found) throw new Error("no such table");
      expect(found.ignored).toEqual([]);
      return bytesOf(found.file(format).body);
    };
    const table = async (view: View, of = viewer) =>
      JSON.parse((await file(view, "json", of)).toString("utf8")) as Table;
    const keyOf = (row: Row) =>
      [row.cpts_slug, row.contract_no, row.contract_year, row.line, row.nature].join();

    test("has each entry once with its amounts, as the sheets do, and nothing of a person", async () => {
      const cptsId = (await database.prisma.cpts.findUniqueOrThrow({ where: { slug: CASE_SLUG } })).id;
      await database.keep(async (tx) => {
        await tx.indemnityTotals.create({
          data: { cptsId, year: 2023, totals: [4_321_987n], updatedBy: "system" },
        });
        await tx.spendingSheet.updateMany({ where: { cptsId }, data: { comment: "Vu avec Camille Durand" } });
      });
      const sheets = await database.prisma.spendingSheet.findMany({ include: { entries: true, cpts: true } });
      const expected = sheets.flatMap(({ entries, cpts, contractNo, year, complete }) =>
        entries.map(({ line, nature, budget, spent }) => ({
          cpts_slug: cpts.slug,
          cpts_name: cpts.name,
          department: cpts.slug === CASE_SLUG ? "63" : "26",
          contract_no: contractNo,
          contract_year: year,
          line,
          nature,
          budget: budget === null ? "non_communique" : Number(budget),
          spent: spent === null ? (complete ? 0 : "non_communique") : Number(spent),
          complete,
        })),
      );
      const { rows } = await table({});
      const byKey = (a: Row, b: Row) => (keyOf(a) < keyOf(b) ? -1 : 1);
      expect(expected.length).toBeGreaterThan(20);
      expect([...rows].sort(byKey)).toEqual(expected.sort(byKey));
      const whole = (await file({})).toString("utf8");
      expect(whole).not.toContain("Durand");
      expect(whole).not.toContain("4321987");
    });

    test("sums to what the summary says is spent", async () => {
      for (const view of [
        { cpts: CASE_SLUG },
        { departement: "26", ligne: "parcours" },
        { annee: "2" },
      ] as View[]) {
        const { rows } = await table(view);
        const spent = rows.reduce((sum, row) => sum + (typeof row.spent === "number" ? row.spent : 0), 0);
        expect(spent).toBeGreaterThan(0);
        expect((await summary(viewer, TODAY, analysisInAddress(view))).total.spentCents).toBe(spent);
      }
    });

    test("says the same in the four formats", async () => {
      const { rows, columns } = await table({});
      const csv = Papa.parse<Record<string, string>>((await file({}, "csv")).toString("utf8"), {
        header: true,
        skipEmptyLines: true,
      }).data;
      const french = Papa.parse<string[]>((await file({}, "csv-fr")).toString("utf8").slice(1), {
        delimiter: ";",
        skipEmptyLines: true,
      }).data;
      const [sheet] = await readXlsxFile(await file({}, "xlsx"));
      const at = columns.findIndex(({ name }) => name === "spent");
      const euros = (value: Value | undefined) => (Number(value) / 100).toFixed(2);
      expect(csv.map(({ spent }) => spent)).toEqual(rows.map(({ spent }) => euros(spent)));
      expect(french.slice(1).map((cells) => cells[at])).toEqual(
        rows.map(({ spent }) => euros(spent).replace(".", ",")),
      );
      expect(sheet?.data.slice(1).map((cells) => euros(Number(cells[at]) * 100))).toEqual(
        rows.map(({ spent }) => euros(spent)),
      );
    });

    test("is of the reader's territory, and refuses the filters that an entry does not have", async () => {
      const { rows } = await table({}, agentOf("26").viewer);
      expect(new Set(rows.map((row) => row.cpts_slug))).toEqual(new Set(["autre-histoire"]));
      const coordinator = coordinatorOf("anything").viewer;
      await expect(analysisFile(coordinator, TODAY, null, "depenses", {})).rejects.toBeInstanceOf(Forbidden);
      const refused = await analysisFile(viewer, TODAY, null, "depenses", { taille: "2", annee: "1" });
      expect(refused?.ignored).toEqual([
        { parameter: "taille", value: "2", reason: "ne s’applique pas aux dépenses : retirez ce filtre" },
      ]);
    });
  });

  test("with a second grouping a measure sorts the groups, then the rows within each", async () => {
    const view = { par: "departement", puis: "annee" };
    const rowsOf = async (query: Record<string, string>) =>
      (await summary(viewer, TODAY, analysisInAddress(query), 500)).all;
    for (const descending of [true, false]) {
      const tri = `${descending ? "-" : ""}du`;
      const groups = (await rowsOf({ par: view.par, tri })).map(({ codes: [code] }) => code);
      const rows = await rowsOf({ ...view, tri });
      expect([...new Set(rows.map(({ codes: [code] }) => code))]).toEqual(groups);
      for (const group of groups) {
        const places = rows.flatMap(({ codes: [code] }, place) => (code === group ? [place] : []));
        expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBe(places.length - 1);
        const dues = places.flatMap((place) => rows[place]?.dueCents ?? []);
        expect(dues).toEqual([...dues].sort((a, b) => (descending ? b - a : a - b)));
      }
      expect(await rowsOf({ ...view, tri })).toEqual(rows);
    }
    expect(groupsOf(await rowsOf({ ...view, tri: "-du" }))).toBeGreaterThan(2);
  });

  test("the view of the API is the page's, whichever way it is asked for", () => {
    fc.assert(
      fc.property(VIEWS, (view) => {
        const address = analysisInAddress(view);
        expect(addressOfApi(AnalysisQuery.parse(analysisApiQuery(address)))).toEqual({ ...address, page: 1 });
      }),
      { numRuns: 100 },
    );
  });
});

const groupsOf = (rows: readonly SummaryRow[]): number => new Set(rows.map(({ codes: [code] }) => code)).size;
