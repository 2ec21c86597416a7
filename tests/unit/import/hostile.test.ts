import { constants, deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentOf } from "@/lib/import/sheets/zip";
import { readTableHere } from "@/lib/import/table-reader";
import { Unreadable } from "@/lib/import/unreadable";
import { cell, ods, odsRow, odsTable, odsText, sheet, text, xlsx } from "./workbooks";

const recognise = (texts: readonly string[]) =>
  Promise.resolve(new Set(texts.filter((one) => one === "CPTS" || one === "Commune")));

/** The sentence a file is refused with. Any other error fails the test. */
async function refused(bytes: Uint8Array): Promise<string> {
  try {
    const table = await readTableHere(bytes, recognise);
    return `read: ${table.rows.length} rows`;
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

const good = () =>
  xlsx({
    sheets: [{ name: "F", xml: sheet([text("A1", "CPTS") + text("B1", "Commune"), text("A2", "a")]) }],
  });
const withSheet = (xml: string) => xlsx({ sheets: [{ name: "F", xml }] });

/** The bytes with four of them changed, where the list of a zip says what it holds. */
function patched(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
  }
  return copy;
}

describe("a hostile file is refused with a sentence that says how to mend it", () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ["nothing", () => new Uint8Array(), /est vide/],
    [
      "a PDF, whatever its name",
      () => Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u0000", "latin1"),
      /est un PDF.*XLSX, en ODS ou en CSV/,
    ],
    ["a PDF that is text", () => Buffer.from("%PDF-1.7\n1 0 obj"), /est un PDF/],
    ["an image", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /est une image/],
    ["GeoJSON", () => Buffer.from('{"type":"FeatureCollection","features":[]}'), /import des polygones/],
    ["JSON", () => Buffer.from('[{"a":1}]'), /est du JSON/],
    [
      "a page that is named .xls",
      () => Buffer.from("<html><table><tr><td>CPTS</td></tr></table>"),
      /page ou un document XML/,
    ],
    [
      "an old workbook",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2_000)]),
      /\.xls\).*\.xlsx/,
    ],
    [
      "an encrypted workbook",
      () =>
        Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      /mot de passe/,
    ],
    [
      "an encrypted ODS",
      () => ods("", { "META-INF/manifest.xml": strToU8("<m><encryption-data/></m>") }),
      /mot de passe/,
    ],
    [
      "macros",
      () => xlsx({ sheets: [], contentType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }),
      /macros/,
    ],
    [
      "macros that are not said",
      () => xlsx({ sheets: [], more: { "xl/vbaProject.bin": strToU8("x") } }),
      /macros/,
    ],
    ["a binary workbook", () => xlsx({ sheets: [], more: { "xl/workbook.bin": strToU8("x") } }), /\.xlsb/],
    ["a zip of something else", () => zipSync({ "a.csv": strToU8("CPTS;Commune") }), /n’est pas un classeur/],
    ["a zip in a zip", () => zipSync({ "a.xlsx": good() }), /n’est pas un classeur/],
    ["a truncated workbook", () => good().slice(0, -200), /abîmé ou incomplet/],
    [
      "a damaged workbook",
      () => good().map((byte, i) => (i > 40 && i < 400 ? byte ^ 0x55 : byte)),
      /abîmé|n’est pas un classeur/,
    ],
    ["sizes that lie", () => patched(good(), 24, 10), /abîmé ou incomplet/],
    ["sizes beyond any sheet", () => patched(good(), 24, 0x7fffffff), /dépasse 400/],
    ["places that lie", () => patched(good(), 42, 0x7ffffff0), /abîmé/],
    [
      "names that lead out",
      () => xlsx({ sheets: [], more: { "../../etc/passwd": strToU8("x") } }),
      /tel qu’un tableur/,
    ],
    [
      "many entries",
      () =>
        zipSync(Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`x${i}`, new Uint8Array()])), {
          level: 0,
        }),
      /tel qu’un tableur/,
    ],
    [
      "entities that grow",
      () => withSheet(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${sheet([text("A1", "&b;")])}`),
      /DTD/,
    ],
    ["an entity of a file", () => withSheet(sheet([text("A1", "&secret;")])), /abîmé/],
    ["XML without end", () => withSheet("<worksheet><sheetData><row>"), /abîmé/],
    ["tags in tags", () => withSheet("<a>".repeat(50_000)), /abîmé/],
    ["no sheet that says anything", () => withSheet(sheet([])), /aucune feuille remplie/],
    ["headings without rows", () => withSheet(sheet([text("A1", "CPTS")])), /aucune ligne sous ses titres/],
    [
      "too many columns",
      () => withSheet(sheet([text("A1", "CPTS") + text("XFD1", "x")])),
      /plus de 200 colonnes/,
    ],
    [
      "columns past all there are",
      () => withSheet(sheet([text("A1", "CPTS") + text("ZZZZ1", "x")])),
      /plus de 200 colonnes/,
    ],
    [
      "too many rows",
      () =>
        withSheet(
          sheet(
            Array.from({ length: 40_100 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`),
          ),
        ),
      /plus de 40\u202f000 lignes/,
    ],
    [
      "one long text in every cell",
      () =>
        xlsx({
          sheets: [
            {
              name: "F",
              xml: sheet(Array.from({ length: 15_000 }, (_, i) => cell(`A${i + 1}`, "<v>0</v>", ' t="s"'))),
            },
          ],
          shared: `<sst><si><t>${"x".repeat(3_900)}</t></si></sst>`,
        }),
      /trop de texte/,
    ],
    [
      "a cell as long as a book",
      () => withSheet(sheet([text("A1", "CPTS"), text("A2", "x".repeat(5_000))])),
      /Ligne 2\u00a0: une cellule dépasse/,
    ],
    [
      "ten million cells in one tag",
      () =>
        ods(
          odsTable(
            "F",
            odsRow(["CPTS", "Commune"]) +
              odsRow(
                [odsText("x", ' table:number-columns-repeated="16384"')],
                ' table:number-rows-repeated="1000000"',
              ),
          ),
        ),
      /plus de 200 colonnes/,
    ],
    [
      "a million rows in one tag",
      () =>
        ods(
          odsTable("F", odsRow(["CPTS", "Commune"]) + odsRow(["x"], ' table:number-rows-repeated="1000000"')),
        ),
      /plus de 40\u202f000 lignes/,
    ],
    ["NUL bytes", () => Buffer.from("CPTS;Commune\na\u0000b;c\n"), /n’est pas du texte/],
    ["a file of quotes", () => Buffer.alloc(2_000_000, '"'), /n’est pas un CSV lisible|qu’une colonne/],
    [
      "a quote that does not close",
      () => Buffer.from(`CPTS;Commune\n"a;b\n${"c;d\n".repeat(2_000)}`),
      /guillemet/,
    ],
    [
      "a CSV on one line",
      () => Buffer.from(`CPTS;Commune;${"abcdefgh;".repeat(200_000)}`),
      /démesurée|colonnes/,
    ],
    ["more than it may weigh", () => Buffer.alloc(20 * 1024 * 1024 + 1, "a"), /dépasse 20\u00a0Mo/],
  ])("%s", async (_, bytes, sentence) => {
    const why = await refused(bytes());
    expect(why).toMatch(sentence);
    expect(why).toMatch(/[.]$/);
  });

  test("a zip bomb stops as soon as it is more than it says, having taken no more memory than a piece", async () => {
    const piece = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, "<c/>"), {
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const bomb = Buffer.concat([...Array.from({ length: 64 }, () => piece), deflateRawSync("")]);
    const said = { name: "x", checksum: 0, isDeflated: true, packed: bomb };
    const before = process.memoryUsage().arrayBuffers;
    let size = 0;
    const inflate = async (declared: number) => {
      size = 0;
      for await (const part of contentOf({ ...said, size: declared })) size += part.length;
    };
    await expect(inflate(1_000_000)).rejects.toThrow(/abîmé/);
    expect(size).toBeLessThanOrEqual(1_000_000);
    await expect(inflate(1024 ** 3)).rejects.toThrow(/dépasse 400\u00a0Mo/);
    expect(size).toBe(0);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("a workbook damaged anywhere is read or refused, never a fault of the program", async () => {
    const whole = good();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = whole.slice();
          bytes[at] = (bytes[at] ?? 0) ^ by;
          expect(await refused(bytes)).not.toBe("");
          expect(await refused(whole.slice(0, at))).not.toContain("read:");
        },
      ),
      { numRuns: 60 },
    );
  });

  test("any bytes are read or refused", async () => {
    const start = fc.constantFrom("PK\u0003\u0004", "PK\u0005\u0006", "", "<?xml", "{", "sep=;\n");
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (first, rest) => {
        expect(await refused(Buffer.concat([Buffer.from(first, "latin1"), rest]))).not.toBe("");
      }),
      { numRuns: 150 },
    );
  });
});
