import Papa from "papaparse";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { ABSENCE } from "@/lib/format/labels";
import { cptsList } from "@/lib/queries/cpts-list";
import { departmentPage } from "@/lib/queries/department-page";
import { simulate } from "@/lib/funding";
import { france } from "@/lib/queries/france";
import { publicExport } from "@/lib/queries/public-exports";
import type { Query } from "@/lib/schemas/address";
import { cptsListInAddress } from "@/lib/schemas/cpts-address";
import type { ExportFormat } from "@/lib/schemas/export-format";
import { bytesOf } from "../export/sample";
import { askOn, loadedDatabase, TODAY } from "./loaded";

loadedDatabase();

type Cells = Readonly<Record<string, string>>;
interface Json {
  readonly about: { readonly address: string; readonly asOf: string };
  readonly columns: readonly { readonly name: string; readonly label: string; readonly kind: string }[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

async function fileOf(path: string, format: ExportFormat, query: Query = {}, asOf = TODAY) {
  const found = await publicExport(askOn(asOf), "https://maillage.test", path.split("/"), query);
  if (!found) throw new Error(`no table at ${path}`);
  const { name, body } = found.file(format);
  return { name, bytes: await bytesOf(body) };
}

async function rowsOf(path: string, query: Query = {}, asOf = TODAY): Promise<Cells[]> {
  const { bytes } = await fileOf(path, "csv", query, asOf);
  return Papa.parse<Cells>(bytes.toString("utf8"), { header: true, skipEmptyLines: true }).data;
}

const jsonOf = async (path: string, query: Query = {}) =>
  JSON.parse((await fileOf(path, "json", query)).bytes.toString("utf8")) as Json;

describe("a file holds what its page shows", () => {
  test("the communes of a department, by stage, in the order of the address", async () => {
    const page = await departmentPage(askOn(), "63");
    const rows = await rowsOf("departements/63/communes", { tri: "nom" });
    expect(rows).toHaveLength(page?.coverage.communes.total ?? 0);
    const signed = rows.filter(({ stage }) => stage === "signed");
    const people = signed.reduce((sum, { population }) => sum + Number(population), 0);
    expect(people).toBe(page?.coverage.population.signed);
    expect(rows[0]?.name).toBe("Aigueperse");
    const blank = await rowsOf("departements/63/hors-perimetre");
    expect(blank.map(({ code }) => code)).toEqual(page?.coverage.blankCommunes.map(({ code }) => code));
    expect(blank[0]?.cpts).toBe("non_communique");
  });

  test("the CPTS of a department: unknown perimeters are not told, which is not zero", async () => {
    const page = await departmentPage(askOn(), "63");
    const rows = await rowsOf("departements/63/cpts");
    expect(rows.map(({ slug }) => slug)).toEqual(page?.cpts.map(({ slug }) => slug));
    const unlocated = page?.cpts.filter(({ here }) => here === null).length;
    expect(rows.filter(({ communes_here: communes }) => communes === "non_communique")).toHaveLength(
      unlocated ?? -1,
    );
    expect(rows.some(({ yearly_maximum_mark: mark }) => mark === "H")).toBe(true);
  });

  test("the list of CPTS, filtered and named after its filters", async () => {
    const query = { perimetre: "inconnu", tri: "-signature" };
    const list = await cptsList(askOn(), cptsListInAddress(query));
    const rows = await rowsOf("cpts", query);
    expect(rows.map(({ slug }) => slug)).toEqual(list.rows.map(({ slug }) => slug));
    expect((await fileOf("cpts", "xlsx", query)).name).toBe(
      "maillage_cpts_2026-11-23_perimetre-inconnu.xlsx",
    );
    const [row] = (await rowsOf("cpts")).filter(({ slug }) => slug === "porte-de-drome-ardeche");
    expect(row).toMatchObject({
      stage: "signed",
      since_earliest: "2024-10-14",
      since_latest: "2024-10-14",
      published_population: "47000",
      published_population_qualifier: "about",
      size_tier: "2",
      yearly_maximum: "382500.00",
      yearly_maximum_mark: "V",
    });
  });

  test("the departments of France, published and computed apart", async () => {
    const { departments } = await france(askOn());
    const rows = await rowsOf("departements");
    expect(rows).toHaveLength(departments.length);
    const drome = rows.find(({ code }) => code === "26");
    expect(drome?.published_signed_or_under_way_rate).toBe("0.96");
    const puyDeDome = rows.find(({ code }) => code === "63");
    const computed = departments.find(({ code }) => code === "63")?.computed;
    expect(Number(puyDeDome?.signed_population)).toBe(computed?.signed);
    expect(
      rows.filter(({ state }) => state === "none").every((row) => row.signed_rate === "sans_objet"),
    ).toBe(true);
    expect(rows[0]?.code).not.toBe("");
  });

  test("the communes of a CPTS; a CPTS without a known perimeter has no such file", async () => {
    const rows = await rowsOf("cpts/royans-vercors/communes", { tri: "-population" });
    expect(rows).toHaveLength(18);
    const people = rows.map(({ population }) => Number(population));
    expect(people).toEqual([...people].sort((a, b) => b - a));
    expect(await publicExport(askOn(), null, ["cpts", "bords-d-allier", "communes"], {})).toBeNull();
  });

  test("every amount of every schedule with its mark and its source", async () => {
    const rows = await rowsOf("baremes");
    const maxima = rows.filter(
      ({ kind, schedule }) => kind === "published_maximum" && schedule === "aci-avenant-2",
    );
    expect(maxima.map(({ amount, mark }) => `${amount} ${mark}`)).toEqual([
      "287500.00 V",
      "382500.00 V",
      "465000.00 D",
      "580000.00 V",
    ]);
    expect(rows.every(({ amount, source }) => amount === "non_communique" || source !== "")).toBe(true);
  });
});

test.each([
  "departements",
  "regions",
  "regions/84/departements",
  "departements/26/communes",
  "departements/26/cpts",
  "cpts",
  "baremes",
])("the four formats of %s say the same", async (path) => {
  const [csv, json, xlsx, french] = await Promise.all([
    rowsOf(path),
    jsonOf(path),
    fileOf(path, "xlsx"),
    fileOf(path, "csv-fr"),
  ]);
  const kinds = new Map(json.columns.map(({ name, kind }) => [name, kind]));
  expect(new Set(json.columns.map(({ label }) => label)).size).toBe(json.columns.length);
  const plain = json.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (value === null) return [name, ""];
        const cents = kinds.get(name) === "cents" && typeof value === "number";
        return [
          name,
          cents ? `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, "0")}` : String(value),
        ];
      }),
    ),
  );
  expect(csv).toEqual(plain);

  const [sheet] = await readXlsxFile(xlsx.bytes);
  const frenchRows = Papa.parse<string[]>(french.bytes.toString("utf8").slice(1), {
    delimiter: ";",
    skipEmptyLines: true,
  }).data;
  expect(sheet?.data).toHaveLength(csv.length + 1);
  expect(frenchRows).toHaveLength(csv.length + 1);
  const absent = new Set<string>(Object.values(ABSENCE));
  json.columns.forEach(({ name, kind }, i) => {
    json.rows.forEach((row, r) => {
      const cell = sheet?.data[r + 1]?.[i] ?? null;
      const value = row[name] ?? null;
      if (typeof cell === "string" && absent.has(cell)) expect(Object.keys(ABSENCE)).toContain(value);
      else if (kind === "cents") expect(Math.round(Number(cell) * 100)).toBe(value);
      else if (kind === "integer" || kind === "rate") expect(cell).toBe(value);
      else if (kind === "code") {
        expect(cell).toBe(value);
        expect(frenchRows[r + 1]?.[i]).toBe(`="${value}"`);
      }
    });
  });
});

test("a file says the day and the page of its figures; the past stays as it was", async () => {
  const found = await publicExport(askOn("2024-06-30"), "https://maillage.test", ["cpts"], {
    date: "2024-06-30",
    format: "json",
  });
  const read = JSON.parse((await bytesOf(found!.file("json").body)).toString("utf8")) as Json;
  expect(read.about).toMatchObject({
    asOf: "2024-06-30",
    address: "https://maillage.test/cpts?date=2024-06-30",
  });
  const before = read.rows.find(({ slug }) => slug === "porte-de-drome-ardeche");
  expect(before?.stage).toBe("none");
});

test("an address that asks for what is not there says so instead of giving something else", async () => {
  expect(await publicExport(askOn(), null, ["departements", "99", "communes"], {})).toBeNull();
  expect(await publicExport(askOn(), null, ["journal"], {})).toBeNull();
  const found = await publicExport(askOn(), null, ["departements", "63", "communes"], { tri: "couleur" });
  expect(found?.ignored.map(({ parameter }) => parameter)).toEqual(["tri"]);
});

test("a simulation’s files hold what its page computes: the API’s dues, and a calendar that sums to them", async () => {
  const query = { population: "62000", signature: "2024-10-14" };
  const lines = await jsonOf("simulateur/lignes", query);
  const dues = await jsonOf("simulateur/echeancier", query);
  const sum = (rows: Json["rows"], name: string) =>
    rows.reduce((total, row) => total + (typeof row[name] === "number" ? row[name] : 0), 0);
  const { population, signedOn } = { population: 62_000, signedOn: "2024-10-14" };
  const years = [1, 2, 3, 4, 5].map((contractYear) => simulate({ population, signedOn, contractYear }));
  expect(lines.about.address).toBe("https://maillage.test/simulateur?population=62000&signature=2024-10-14");
  expect(sum(lines.rows, "due")).toBe(sum(dues.rows, "amount"));
  expect(sum(lines.rows, "due")).toBeGreaterThan(0);
  expect(sum(lines.rows, "due")).toBeLessThanOrEqual(
    years.reduce((total, { totals }) => total + totals.maximumCents, 0),
  );
});
