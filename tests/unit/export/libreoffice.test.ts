import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exported, fileName } from "@/lib/export";
import { readTableHere } from "@/lib/import/table-reader";
import type { ExportFormat } from "@/lib/schemas/export-format";
import { ABOUT, AMBERIEU, bytesOf, NEGATIVE, SAMPLES, UNKNOWN } from "./sample";

const FOUND = ["soffice", "libreoffice"].find((command) => {
  try {
    return execFileSync("which", [command]).length > 0;
  } catch {
    return false;
  }
});

/** What its dialog proposes to a French reader for a CSV with semicolons: UTF-8, French, numbers recognised. */
const FRENCH = "CSV:59,34,76,1,,1036,false,true";
/** Commas, UTF-8, values rather than what is shown. */
const VALUES = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

/** Skipped without LibreOffice: nothing else opens a file as a spreadsheet does. */
describe.skipIf(FOUND === undefined)("LibreOffice opens", () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "maillage-office-"))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The cells as LibreOffice understands them. */
  async function opened(format: ExportFormat): Promise<string[][]> {
    const name = fileName({ id: SAMPLES.id, asOf: ABOUT.asOf }, format);
    const rows = [AMBERIEU, UNKNOWN, NEGATIVE];
    await writeFile(
      path.join(folder, name),
      await bytesOf(exported({ table: SAMPLES, about: ABOUT, rows }, format)),
    );
    const out = path.join(folder, format);
    await promisify(execFile)(FOUND ?? "soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      ...(format === "csv-fr" ? [`--infilter=${FRENCH}`] : []),
      "--convert-to",
      VALUES,
      "--outdir",
      out,
      path.join(folder, name),
    ]);
    const text = await readFile(path.join(out, name.replace(/\.[a-z]+$/, ".csv")), "utf8");
    return Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: true }).data;
  }

  test.each(["xlsx", "csv-fr"] as const)(
    "%s: accents, decimals, days, codes that keep their zero, words for what is absent",
    async (format) => {
      const [head, first, second, third] = await opened(format);
      expect(head).toEqual(SAMPLES.columns.map(({ label }) => label));
      expect(first?.slice(0, 5)).toEqual(["01004", "Ambérieu-en-Bugey", "15554", "0.5", "1234567.89"]);
      // A day that it understood is a date, which it writes in the order of its own language.
      expect(first?.[6]).toMatch(/^(02\/19|19\/02)\/2020$/);
      expect(second).toEqual([
        "2A004",
        'Aurillac ; dit "l’autre"\nici',
        "non communiqué",
        "",
        "à confirmer",
        "sans objet",
        "",
        "non",
      ]);
      expect(third?.slice(0, 5)).toEqual([
        "01001",
        format === "xlsx" ? "-12" : "'-12",
        "-12",
        "0.5",
        "-0.05",
      ]);
    },
    60_000,
  );

  test("and what it saves as a workbook of its own reads back by the imports", async () => {
    const name = "retour.csv";
    await writeFile(
      path.join(folder, name),
      await bytesOf(exported({ table: SAMPLES, about: ABOUT, rows: [AMBERIEU, UNKNOWN] }, "csv-fr")),
    );
    await promisify(execFile)(FOUND ?? "soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      `--infilter=${FRENCH}`,
      "--convert-to",
      "ods",
      "--outdir",
      folder,
      path.join(folder, name),
    ]);
    const bytes = await readFile(path.join(folder, "retour.ods"));
    const read = await readTableHere(bytes, (texts) => Promise.resolve(new Set(texts.slice(0, 3))));
    expect(read.headings).toEqual(SAMPLES.columns.map(({ label }) => label));
    expect(read.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ["01004", "Ambérieu-en-Bugey"],
      ["2A004", 'Aurillac ; dit "l’autre"\nici'],
    ]);
    expect(read.rows[0]?.cells.slice(2, 7)).toEqual([
      "15554",
      "0,5",
      "1234567,89",
      "0,669012345678901",
      "2020-02-19",
    ]);
  }, 60_000);
});
