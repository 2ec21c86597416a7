import { strFromU8, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { exported, type Table } from "@/lib/export";
import { columnLetters } from "@/lib/export/xlsx/sheet";
import { ABOUT, AMBERIEU, bytesOf, NEGATIVE, RISKY, SAMPLES, UNKNOWN, type Sample } from "./sample";

const workbook = <Row>(table: Table<Row>, rows: Iterable<Row>) =>
  bytesOf(exported({ table, about: ABOUT, rows }, "xlsx"));

const NAMES: Table<string> = {
  ...SAMPLES,
  columns: [{ name: "said", label: "Dit", kind: "text", description: "Texte", of: (text) => text }],
};

describe("a workbook", () => {
  let file: Buffer;
  let parts: Readonly<Record<string, string>>;
  beforeAll(async () => {
    file = await workbook<Sample>(SAMPLES, [AMBERIEU, UNKNOWN, NEGATIVE]);
    parts = Object.fromEntries(
      Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]),
    );
  });

  test("is read back by another library, each cell by its type, INSEE codes as text", async () => {
    const [data, about] = await readXlsxFile(file);
    expect(data?.sheet).toBe("Communes   essai  Ain");
    expect(data?.data[0]).toEqual(SAMPLES.columns.map(({ label }) => label));
    expect(data?.data[1]).toEqual([
      "01004",
      "Ambérieu-en-Bugey",
      15_554,
      0.5,
      1_234_567.89,
      0.6690123456789012,
      new Date("2020-02-19T00:00:00Z"),
      "oui",
    ]);
    expect(data?.data[2]).toEqual([
      "2A004",
      'Aurillac ; dit "l’autre"\nici',
      "non communiqué",
      null,
      "à confirmer",
      "sans objet",
      null,
      "non",
    ]);
    expect(data?.data[3]?.slice(0, 5)).toEqual(["01001", "-12", -12, 0.5, -0.05]);
    expect(about?.sheet).toBe("À lire");
    const read = new Map(about?.data.map(([label, text]) => [label, text]));
    expect(read.get("Chiffres au")).toBe("31/01/2025");
    expect(read.get("Fichier fait le")).toBe("23/11/2026");
    expect(read.get("Mêmes chiffres à l’adresse")).toBe(ABOUT.address);
    expect(read.get("Licence")).toBe(ABOUT.licence);
    expect(read.get("Filtres")).toBe("aucun");
    expect(read.get("Taux")).toBe("De 0 à 1");
  });

  test("keeps its heading in sight, filters its columns, writes amounts by their digits", () => {
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:H4"/>');
    expect(sheet).toContain('<c r="E2" s="4"><v>1234567.89</v></c>');
    expect(parts["xl/styles.xml"]).toContain('formatCode="#,##0.00\\ &quot;€&quot;"');
  });

  test("is the same bytes for the same rows", async () => {
    expect(file.equals(await workbook<Sample>(SAMPLES, [AMBERIEU, UNKNOWN, NEGATIVE]))).toBe(true);
  });
});

test("a text that might run is marked as typed after an apostrophe, and is itself unchanged", async () => {
  const file = await workbook(NAMES, RISKY);
  const sheet = strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet.match(/<c r="A\d+" s="8" t="inlineStr">/g)).toHaveLength(RISKY.length);
  expect(sheet).not.toContain("<f>");
  expect(sheet).toContain(">=1+1</t>");
});

test("what XML cannot hold is written as spreadsheets do; a text too long for a cell says where it goes on", async () => {
  const long = "é".repeat(40_000);
  const file = await workbook(NAMES, ["a\u0007b\ud800c", "_x0041_", "<&>\"'", long]);
  const [data] = await readXlsxFile(file);
  const cut = String(data?.data[4]?.[0]);
  expect(data?.data[3]?.[0]).toBe("<&>\"'");
  expect(cut).toHaveLength(32_767);
  expect(cut).toContain("le texte entier est dans le CSV");
  const sheet = strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain("a_x0007_b_xD800_c");
  expect(sheet).toContain("_x005F_x0041_");
});

test("columns are named past Z", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
