import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exported } from "@/lib/export";
import { headingOf, FIELDS_OF } from "@/lib/import/columns";
import { readDay } from "@/lib/import/days";
import { readTableHere } from "@/lib/import/table-reader";
import { ABOUT, bytesOf } from "../export/sample";
import { cell, ods, odsCell, odsRow, odsTable, odsText, sheet, text, xlsx } from "./workbooks";

const isHeading = headingOf(FIELDS_OF.territory);
const recognise = (texts: readonly string[]) => Promise.resolve(new Set(texts.filter(isHeading)));
const read = (bytes: Uint8Array) => readTableHere(bytes, recognise);
const HEAD = ["CPTS", "Code INSEE", "Commune"];
const head = HEAD.map((heading, i) => text(`${"ABC"[i]}1`, heading)).join("");

describe("a CSV", () => {
  const rows = "CPTS;Code INSEE;Commune\nForêt d’été;01004;Ambérieu-en-Bugey, où çà\n";
  const mac = new Map(Object.entries({ ê: 0x90, "’": 0xd5, é: 0x8e, ù: 0x9d, ç: 0x8d, à: 0x88 }));
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", Buffer.from(rows), "UTF-8"],
    ["UTF-16", Buffer.from(`\ufeff${rows}`, "utf16le"), "UTF-16"],
    ["Windows-1252", Buffer.from(rows.replace("’", "\u0092"), "latin1"), "Windows-1252"],
    ["MacRoman", Buffer.from([...rows].map((char) => mac.get(char) ?? char.charCodeAt(0))), "MacRoman"],
  ])("in %s is read, and says so", async (_, bytes, encoding) => {
    const table = await read(bytes);
    expect(table).toMatchObject({ format: "csv", sheet: null, headings: HEAD });
    expect(table.rows).toEqual([{ row: 2, cells: ["Forêt d’été", "01004", "Ambérieu-en-Bugey, où çà"] }]);
    expect(table.notes[0]).toContain(encoding);
  });

  test("is read by its rows under its headings, wherever they are, each with its own number", async () => {
    const table = await read(Buffer.from(`Liste des CPTS;;\nau 1er janvier;;\n\n${rows}`));
    expect(table.headings).toEqual(HEAD);
    expect(table.rows.map(({ row }) => row)).toEqual([5]);
    expect(table.notes).toContain("Titres de colonnes lus à la ligne 4.");
  });

  test("keeps as data what a spreadsheet would run", async () => {
    const table = await read(Buffer.from(`${rows}=1+1;+33;@SUM(A1)\n'=2;="01001";-5\n`));
    expect(table.rows.slice(1).map(({ cells }) => cells)).toEqual([
      ["=1+1", "+33", "@SUM(A1)"],
      ["=2", "01001", "-5"],
    ]);
  });
});

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="00000"/><numFmt numFmtId="172" formatCode="#,##0.00\\ &quot;€&quot;"/><numFmt numFmtId="173" formatCode="[$-40C]d mmmm yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="10"/><xf numFmtId="173"/></cellXfs></styleSheet>`;

describe("an XLSX", () => {
  const one = async (content: string, attributes = "", date1904 = false) => {
    const xml = sheet([head, cell("A2", content, attributes) + text("B2", "x")]);
    return (await read(xlsx({ sheets: [{ name: "F", xml }], styles: STYLES, date1904 }))).rows[0]?.cells[0];
  };

  test.each([
    ["a number as it is", "<v>1004</v>", "", "1004"],
    ["a decimal with fifteen digits", "<v>0.30000000000000004</v>", "", "0,3"],
    ["a number in scientific notation", "<v>1.2345E5</v>", "", "123450"],
    ["a date of the usual format", "<v>45658</v>", ' s="1"', "2025-01-01"],
    ["a date of a format of its own", "<v>45658</v>", ' s="2"', "2025-01-01"],
    ["a date in words", "<v>45658</v>", ' s="6"', "2025-01-01"],
    ["the day before one that never was", "<v>59</v>", ' s="1"', "1900-02-28"],
    ["a date with its time", "<v>45658.5</v>", ' s="1"', "2025-01-01 12:00:00"],
    ["a code shown with its zeros", "<v>1004</v>", ' s="3"', "01004"],
    ["an amount", "<v>1234.5</v>", ' s="4"', "1234,5"],
    ["a share", "<v>0.125</v>", ' s="5"', "12,5\u00a0%"],
    ["yes", "<v>1</v>", ' t="b"', "VRAI"],
    ["an error", "<v>#N/A</v>", ' t="e"', "#N/A"],
    [
      "a text in pieces, its pronunciation aside",
      "<is><r><t>Ri</t></r><r><t>om</t></r><rPh><t>no</t></rPh></is>",
      ' t="inlineStr"',
      "Riom",
    ],
    ["a text with an escaped character", "<is><t>a_x000A_b &lt;&amp;</t></is>", ' t="inlineStr"', "a\nb <&"],
    ["a date said as text", "<v>2025-01-01T00:00:00</v>", ' t="d"', "2025-01-01"],
    ["the last result of a formula", "<f>1+1</f><v>2</v>", "", "2"],
    ["a formula without result", "<f>1+1</f>", "", "formule sans résultat"],
  ])("gives %s", async (_, content, attributes, expected) => {
    expect(await one(content, attributes)).toBe(expected);
  });

  test("of the calendar of 1904 gives its days", async () => {
    expect(await one("<v>44196</v>", ' s="1"', true)).toBe("2025-01-01");
    expect(readDay((await one("<v>44196.25</v>", ' s="1"', true)) ?? "", "jour-mois")).toBe("2025-01-01");
  });

  test("is read on the sheet that has the headings, hidden ones last, and says which, and what else it did", async () => {
    const about = sheet([text("A1", "À lire"), text("A2", "Commune")]);
    const rows = [
      head,
      text("A2", "Sud Allier") + text("B2", "03001"),
      `<row r="4" hidden="1">${text("B4", "03002")}${cell("C4", "<f>A1</f><v>x</v>", ' t="str"')}</row>`,
      `<row r="5">${text("B5", "03003")}</row>`,
    ];
    const merged = sheet(rows, '<mergeCells><mergeCell ref="A2:A4"/></mergeCells>');
    const table = await read(
      xlsx({
        sheets: [
          { name: "Caché", xml: merged, state: "hidden" },
          { name: "Lisez-moi", xml: about },
          { name: "Communes", xml: merged },
        ],
      }),
    );
    expect(table).toMatchObject({ format: "xlsx", sheet: "Communes", headings: HEAD });
    expect(table.rows).toEqual([
      { row: 2, cells: ["Sud Allier", "03001"] },
      { row: 4, cells: ["Sud Allier", "03002", "x"] },
      { row: 5, cells: ["", "03003"] },
    ]);
    expect(table.notes).toEqual([
      "Feuille lue\u00a0: «\u00a0Communes\u00a0».",
      "1 formule\u00a0: le dernier résultat enregistré est lu, rien n’est recalculé.",
      "1 cellule sous une cellule fusionnée\u00a0: la valeur de la première y est reprise.",
      "1 ligne masquée ou filtrée\u00a0: lue comme les autres.",
    ]);
    const hidden = await read(
      xlsx({
        sheets: [
          { name: "Vide", xml: sheet([]) },
          { name: "Caché", xml: merged, state: "veryHidden" },
        ],
      }),
    );
    expect(hidden.notes[0]).toBe("Feuille lue\u00a0: «\u00a0Caché\u00a0», qui est masquée.");
  });

  test("shares its texts, and leaves gaps empty", async () => {
    const shared =
      "<sst><si><t>CPTS</t></si><si><t>Code INSEE</t></si><si><r><t xml:space='preserve'>Rio</t></r><r><t>m</t></r></si></sst>";
    const s = (reference: string, index: number) => cell(reference, `<v>${index}</v>`, ' t="s"');
    const xml = sheet([s("A1", 0) + s("D1", 1), s("A2", 2) + s("D2", 99)]);
    const table = await read(xlsx({ sheets: [{ name: "F", xml }], shared }));
    expect(table.headings).toEqual(["CPTS", "", "", "Code INSEE"]);
    expect(table.rows).toEqual([{ row: 2, cells: ["Riom"] }]);
  });
});

describe("an ODS", () => {
  test("gives its cells by their type, repeated ones as many times", async () => {
    const content =
      odsTable("Notes", odsRow(["À lire"])) +
      odsTable(
        "Communes",
        odsRow([...HEAD, "d", "e", "f", "g", "h"]) +
          `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>` +
          odsRow(
            [
              odsText("Sud<text:s text:c='2'/>Allier"),
              odsCell('office:value-type="float" office:value="1004"', "01004"),
              odsCell('office:value-type="date" office:date-value="2025-01-31"', "31/01/25"),
              odsCell('office:value-type="percentage" office:value="0.5"', "50 %"),
              odsCell('office:value-type="boolean" office:boolean-value="true"', "VRAI"),
              odsCell('office:value-type="currency" office:value="1234.5"', "1 234,50 €"),
              odsCell('table:formula="of:=1" office:value-type="float" office:value="2"', "2"),
              `<table:table-cell table:formula="of:=1"/>`,
            ],
            ' table:number-rows-repeated="2"',
          ) +
          odsRow([odsText("x", ' table:number-columns-repeated="3"')], ' table:visibility="filter"') +
          `<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
      );
    const table = await read(ods(content));
    expect(table).toMatchObject({ format: "ods", sheet: "Communes" });
    const cells = [
      "Sud  Allier",
      "01004",
      "2025-01-31",
      "50\u00a0%",
      "VRAI",
      "1234,5",
      "2",
      "formule sans résultat",
    ];
    expect(table.rows).toEqual([
      { row: 5, cells },
      { row: 6, cells },
      { row: 7, cells: ["x", "x", "x"] },
    ]);
    expect(table.notes.join(" ")).toContain("1 ligne masquée");
  });

  test("is read on its second sheet where the first is long and another thing, hidden sheets last", async () => {
    const long = odsTable("Autre", odsRow(["a", "b"]).repeat(3_000));
    const style =
      '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>';
    const data = odsRow(HEAD) + odsRow(["A", "63300", "Riom"]);
    const table = await read(
      ods(
        odsTable("Caché", data, ' table:style-name="ta1"') + long + odsTable("Bon", data) + long,
        {},
        style,
      ),
    );
    expect(table.sheet).toBe("Bon");
    expect(table.rows).toEqual([{ row: 2, cells: ["A", "63300", "Riom"] }]);
  });
});

test("what the product exports reads back as it was, in every format a spreadsheet opens", async () => {
  const words = fc.constantFrom(
    "Riom",
    "L’Été ; à",
    'dit "x"',
    "=1+1",
    "-3",
    "01004",
    "a|b\tc",
    "",
    "@x",
    "ligne\nautre",
  );
  const row = fc.record({
    cpts: words.filter((word) => word !== ""),
    code: fc.constantFrom("01004", "2A004", "63300"),
    name: words,
  });
  type Row = { readonly cpts: string; readonly code: string; readonly name: string };
  const table = {
    id: "essai",
    title: "Essai",
    description: "Essai",
    columns: [
      { name: "cpts", label: "CPTS", kind: "text", description: "x", of: ({ cpts }: Row) => cpts },
      { name: "code", label: "Code INSEE", kind: "code", description: "x", of: ({ code }: Row) => code },
      { name: "name", label: "Commune", kind: "text", description: "x", of: ({ name }: Row) => name },
    ],
  } as const;
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom("csv-fr", "csv", "xlsx"),
      async (rows, format) => {
        const bytes = await bytesOf(exported({ table: table as never, about: ABOUT, rows }, format as "csv"));
        const found = await readTableHere(bytes, (texts) =>
          Promise.resolve(new Set(texts.filter((one) => isHeading(one) || one === "cpts" || one === "code"))),
        );
        // A tab within a text, or a space around it, is no part of what it says.
        const said = rows.map(({ cpts, code, name }) => [cpts, code, name].map((one) => one.trim()));
        expect(found.rows.map(({ cells }) => [0, 1, 2].map((i) => cells[i] ?? ""))).toEqual(said);
      },
    ),
    { numRuns: 60 },
  );
});
