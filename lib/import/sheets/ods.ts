import type { MostOfLines } from "../lines";
import { Unreadable } from "../unreadable";
import { decimalText } from "./numbers";
import { Sheet, WITHOUT_RESULT, type Recognise } from "./sheet";
import { readXml, type Attributes, type XmlHandlers } from "./xml";
import { DAMAGED, type ZipEntry } from "./zip";

const LOCKED =
  "Ce classeur est protégé par un mot de passe\u00a0: retirez le mot de passe dans votre tableur, enregistrez-le, puis renvoyez-le.";

/**
 * The sheet of an OpenDocument workbook that has the headings, chosen as in an XLSX. All its sheets are in one
 * entry, read in one pass where the first sheets say enough.
 *
 * @throws Unreadable where none can be read.
 */
export async function readOds(
  entries: ReadonlyMap<string, ZipEntry>,
  recognise: Recognise,
  most: MostOfLines,
): Promise<Sheet> {
  await refuseLocked(entries);
  const content = entries.get("content.xml");
  if (!content) throw new Unreadable(DAMAGED);

  const seen: Sheet[] = [];
  let chosen: Sheet | null = null;
  const judged = new Set<Sheet>();
  const choose = async () => {
    for (const sheet of seen) {
      const isReady = sheet !== seen.at(-1) || sheet.lines.kept.length >= 20;
      if (chosen || judged.has(sheet) || !isReady) continue;
      judged.add(sheet);
      if (await sheet.isTheOne(recognise)) chosen = sheet;
    }
  };
  // Until a sheet is known to be the one, each is kept whole only while it may be.
  const reader = tablesOf(most, {
    begin: (sheet) => seen.push(sheet),
    wants: (sheet) => chosen === sheet || (chosen === null && !judged.has(sheet)),
  });
  await readXml(content, reader, async () => {
    await choose();
    return chosen === null || chosen === seen.at(-1);
  });
  for (const sheet of seen) {
    if (chosen || judged.has(sheet)) continue;
    if (await sheet.isTheOne(recognise)) chosen = sheet;
  }
  if (chosen) return chosen;

  let best: { readonly index: number; readonly score: number } | null = null;
  for (const [index, sheet] of seen.entries()) {
    if (sheet.lines.kept.length === 0) continue;
    const score = (await sheet.headings(recognise)) * 4 + (sheet.isHidden ? 1 : 2);
    if (score > (best?.score ?? 0)) best = { index, score };
  }
  if (!best)
    throw new Unreadable(
      "Ce classeur n’a aucune feuille remplie\u00a0: vérifiez que c’est bien le bon fichier.",
    );
  const again: Sheet[] = [];
  const wanted = best.index;
  await readXml(
    content,
    tablesOf(most, {
      begin: (sheet) => again.push(sheet),
      wants: (sheet) => again.indexOf(sheet) === wanted,
    }),
    () => again.length <= wanted + 1,
  );
  const found = again[wanted];
  if (!found) throw new Unreadable(DAMAGED);
  return found;
}

async function refuseLocked(entries: ReadonlyMap<string, ZipEntry>): Promise<void> {
  if (entries.has("encrypted-package")) throw new Unreadable(LOCKED);
  const manifest = entries.get("META-INF/manifest.xml");
  if (!manifest) return;
  await readXml(manifest, {
    open(name) {
      if (name === "encryption-data") throw new Unreadable(LOCKED);
    },
  });
}

interface Tables {
  readonly begin: (sheet: Sheet) => void;
  readonly wants: (sheet: Sheet) => boolean;
}

function tablesOf(most: MostOfLines, { begin, wants }: Tables): XmlHandlers {
  const hiddenStyles = new Set<string>();
  let style = "";
  let sheet: Sheet | null = null;
  let row = 0;
  let rowAttributes: Attributes = {};
  let cells: string[] = [];
  let column = 0;
  let cell: Attributes = {};
  let text = "";
  let depth = 0;
  let isSkipped = 0;

  const endCell = () => {
    if (!sheet || !wants(sheet)) return;
    const repeated = countOf(cell["table:number-columns-repeated"]);
    const value = valueOf(cell, text.trim());
    const formula = cell["table:formula"] !== undefined;
    if (formula) sheet.formula(value !== WITHOUT_RESULT);
    if (value !== "") {
      while (cells.length < Math.min(column, most.columns)) cells.push("");
      for (let i = 0; i < repeated && cells.length <= most.columns; i++) cells.push(value);
    }
    const spanned = countOf(cell["table:number-rows-spanned"]);
    if (spanned > 1) sheet.merged(column, row, row + spanned - 1);
    column += repeated;
  };

  const endRow = () => {
    const repeated = countOf(rowAttributes["table:number-rows-repeated"]);
    if (sheet && cells.length > 0 && wants(sheet)) {
      const visibility = rowAttributes["table:visibility"] ?? "visible";
      // A limit of the lines ends it: ten million rows in one tag are refused at the first too many.
      for (let i = 0; i < repeated; i++) sheet.add(row + i, cells, visibility !== "visible");
    }
    row += repeated;
  };

  return {
    open(name, attributes) {
      // Notes and drawings beside the cells have texts, even tables, of their own.
      if (isSkipped > 0 || (depth > 0 && (name === "annotation" || name === "shapes" || name === "frame"))) {
        isSkipped += 1;
        return;
      }
      switch (name) {
        case "style":
          style = attributes["style:name"] ?? "";
          break;
        case "table-properties":
          if (attributes["table:display"] === "false") hiddenStyles.add(style);
          break;
        case "table":
          depth += 1;
          sheet = new Sheet(
            (attributes["table:name"] ?? "").slice(0, 100),
            hiddenStyles.has(attributes["table:style-name"] ?? ""),
            most,
          );
          row = 1;
          begin(sheet);
          break;
        case "table-row":
          rowAttributes = attributes;
          cells = [];
          column = 0;
          break;
        case "table-cell":
        case "covered-table-cell":
          cell = attributes;
          text = "";
          break;
        case "p":
          if (text !== "") text += "\n";
          break;
        case "s":
          text += " ".repeat(Math.min(countOf(attributes["text:c"]), 1_000));
          break;
        case "tab":
          text += "\t";
          break;
        case "line-break":
          text += "\n";
          break;
      }
    },
    text(piece) {
      if (isSkipped === 0 && depth > 0) text += piece;
    },
    close(name) {
      if (isSkipped > 0) {
        isSkipped -= 1;
        return;
      }
      if (name === "table-cell" || name === "covered-table-cell") endCell();
      else if (name === "table-row") endRow();
      else if (name === "table") depth -= 1;
    },
  };
}

/** A cell by its type; what is shown where it says no more, or keeps the zeros of a code. */
function valueOf(cell: Attributes, shown: string): string {
  const type = cell["office:value-type"] ?? cell["calcext:value-type"];
  const value = cell["office:value"];
  switch (type) {
    case "float":
    case "currency":
      if (value === undefined || !Number.isFinite(Number(value))) return shown;
      return /^0\d+$/.test(shown) && Number(shown) === Number(value) ? shown : decimalText(Number(value));
    case "percentage":
      return value === undefined ? shown : `${decimalText(Number(value) * 100)}\u00a0%`;
    case "date":
      return (cell["office:date-value"] ?? shown).replace(/T00:00:00(\.0+)?$/, "").replace("T", " ");
    case "boolean":
      return cell["office:boolean-value"] === "true" ? "VRAI" : "FAUX";
    default:
      return shown === "" && type === undefined && cell["table:formula"] !== undefined
        ? WITHOUT_RESULT
        : shown;
  }
}

/** « number-columns-repeated », which may say a million; 1 where nothing is said. */
function countOf(said: string | undefined): number {
  const count = Number(said ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
