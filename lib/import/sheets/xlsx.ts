import type { MostOfLines } from "../lines";
import { Unreadable } from "../unreadable";
import { numberText, type NumberKind } from "./numbers";
import { Sheet, WITHOUT_RESULT, type Recognise } from "./sheet";
import { isTrue, readBook, type XlsxBook } from "./xlsx-book";
import { readXml, type Attributes, type XmlHandlers } from "./xml";
import type { ZipEntry } from "./zip";

const MOST_TEXTS_CHARACTERS = 60_000_000;
const NUMBER: NumberKind = { is: "number" };

/**
 * The sheet of a workbook that has the headings: the first visible one with several of them, else the one
 * that has the most, else the first that says something. Formulas are never computed.
 *
 * @throws Unreadable where none can be read.
 */
export async function readXlsx(
  entries: ReadonlyMap<string, ZipEntry>,
  recognise: Recognise,
  most: MostOfLines,
): Promise<Sheet> {
  const book = await readBook(entries);
  const texts = book.texts ? await sharedTexts(book.texts) : [];
  let best: { readonly sheet: XlsxBook["sheets"][number]; readonly score: number } | null = null;
  for (const one of book.sheets) {
    const sheet = new Sheet(one.name, one.isHidden, most);
    let isKnown = false;
    let isWanted = true;
    await readXml(one.entry, rowsOf(sheet, book, texts), async () => {
      if (!isKnown && sheet.lines.kept.length >= 20) {
        isKnown = true;
        isWanted = await sheet.isTheOne(recognise);
      }
      return isWanted;
    });
    if (isWanted && (isKnown || (await sheet.isTheOne(recognise)))) return sheet;
    const headings = await sheet.headings(recognise);
    const filled = sheet.lines.kept.length > 0 ? 1 : 0;
    const score = headings * 4 + filled * 2 + (one.isHidden ? 0 : 1);
    if (filled > 0 && score > (best?.score ?? 0)) best = { sheet: one, score };
  }
  if (!best)
    throw new Unreadable(
      "Ce classeur n’a aucune feuille remplie\u00a0: vérifiez que c’est bien le bon fichier.",
    );
  const sheet = new Sheet(best.sheet.name, best.sheet.isHidden, most);
  await readXml(best.sheet.entry, rowsOf(sheet, book, texts));
  return sheet;
}

/** Texts that cells name by their number. Pronunciations are no text. */
async function sharedTexts(entry: ZipEntry): Promise<string[]> {
  const texts: string[] = [];
  let characters = 0;
  let text = "";
  let isText = false;
  let isSpoken = false;
  await readXml(entry, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isSpoken = true;
      else if (name === "t") isText = !isSpoken;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "rPh") isSpoken = false;
      else if (name === "si") {
        characters += text.length + 16;
        if (characters > MOST_TEXTS_CHARACTERS) {
          throw new Unreadable("Ce classeur contient trop de texte\u00a0: partagez-le en plusieurs.");
        }
        texts.push(unescaped(text).trim());
      }
    },
  });
  return texts;
}

/** Spreadsheets write what XML cannot hold as « _x000D_ ». */
const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

function rowsOf(sheet: Sheet, { kinds, from1904 }: XlsxBook, texts: readonly string[]): XmlHandlers {
  let row = 0;
  let isRowHidden = false;
  let column = -1;
  let cells: string[] = [];
  let cell: Attributes = {};
  let isValue = false;
  let value: string | null = null;
  let hasFormula = false;
  let isSpoken = false;

  const read = (): string => {
    const type = cell["t"] ?? "n";
    if (value === null) return hasFormula ? WITHOUT_RESULT : "";
    switch (type) {
      case "s":
        return texts[Number(value)] ?? "";
      case "b":
        return isTrue(value.trim()) ? "VRAI" : "FAUX";
      case "d":
        return value.trim().replace("T00:00:00", "");
      case "n":
        return numberText(value, kinds[Number(cell["s"] ?? 0)] ?? NUMBER, from1904);
      default:
        return unescaped(value).trim();
    }
  };

  return {
    open(name, attributes) {
      switch (name) {
        case "row":
          row = rowOf(attributes["r"] ?? "") || row + 1;
          isRowHidden = isTrue(attributes["hidden"]);
          column = -1;
          cells = [];
          break;
        case "c":
          column = columnOf(attributes["r"]) ?? column + 1;
          cell = attributes;
          value = null;
          hasFormula = false;
          break;
        case "f":
          hasFormula = true;
          break;
        case "rPh":
          isSpoken = true;
          break;
        case "v":
        case "t":
          isValue = !isSpoken;
          value ??= "";
          break;
        case "mergeCell":
          mergeOf(sheet, attributes["ref"] ?? "");
          break;
      }
    },
    text(piece) {
      if (isValue) value += piece;
    },
    close(name) {
      switch (name) {
        case "v":
        case "t":
          isValue = false;
          break;
        case "rPh":
          isSpoken = false;
          break;
        case "c": {
          if (hasFormula) sheet.formula(value !== null);
          const text = read();
          // Past what any table has: the line says it is too wide, without a million cells to show it.
          const at = Math.min(column, sheet.lines.most.columns);
          if (text !== "") {
            while (cells.length < at) cells.push("");
            cells[at] = text;
          }
          break;
        }
        case "row":
          if (cells.length > 0) sheet.add(row, cells, isRowHidden);
          break;
      }
    },
  };
}

function mergeOf(sheet: Sheet, reference: string): void {
  const [from = "", to = ""] = reference.split(":");
  const column = columnOf(from);
  if (column !== null) sheet.merged(column, rowOf(from), rowOf(to));
}

const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? 0);

/** « C5 » is 2. */
function columnOf(reference: string | undefined): number | null {
  if (!reference) return null;
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return at === 0 ? null : column - 1;
}
