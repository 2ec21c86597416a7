import { CsvError, parse } from "csv-parse/sync";
import { type Result, err, ok } from "../kernel/result";
import type { FileTable } from "./file-table";
import { HEADING_LINES, headingLine, Lines, tableOf, type MostOfLines } from "./lines";
import { textOfFile } from "./text";
import { Unreadable } from "./unreadable";

export type { FileLine, FileTable } from "./file-table";

export const MOST_FILE_BYTES = 5 * 1024 * 1024;
export const MOST_FILE_ROWS = 20_000;
const MOST_FILE_COLUMNS = 60;
/** A spreadsheet has no more lines, filled or not. */
const MOST_RECORDS = 1_048_576;
const MOST_RECORD = 400_000;
const SAMPLE = 30;
const SEPARATORS = [";", ",", "\t", "|"] as const;

/**
 * Reads a CSV whatever its separator and its encoding. `isHeading` tells a heading that is understood: the
 * separator that gives the most of them is the file's.
 *
 * @returns why it cannot be read, in a sentence, else its headings and the rows that say something.
 */
export function readCsv(bytes: Uint8Array, isHeading: (text: string) => boolean): Result<FileTable, string> {
  if (bytes.length > MOST_FILE_BYTES)
    return err("Ce fichier dépasse 5\u00a0Mo\u00a0: partagez-le en plusieurs.");
  const decoded = textOfFile(bytes);
  if (!decoded.ok) return decoded;
  try {
    return ok(tableOfCsv(decoded.value, isHeading, PAYMENTS).table);
  } catch (error) {
    if (error instanceof Unreadable) return err(error.message);
    throw error;
  }
}

const PAYMENTS = { rows: MOST_FILE_ROWS, columns: MOST_FILE_COLUMNS, characters: Infinity };

/** Excel's own way of saying the separator, on a first line of its own. */
const SAID = /^sep=(.)(\r\n|\r|\n)/i;

/**
 * The table that a text says, and how it was understood.
 *
 * @throws Unreadable where it says none.
 */
export function tableOfCsv(
  whole: string,
  isHeading: (text: string) => boolean,
  most: MostOfLines,
): { readonly table: FileTable; readonly notes: readonly string[] } {
  const said = SAID.exec(whole);
  const text = said ? whole.slice(said[0].length) : whole;
  const separator = said?.[1] ?? separatorOf(text, isHeading);
  if (separator === null) {
    throw new Unreadable(
      "Ce fichier n’a qu’une colonne\u00a0: séparez les colonnes par des points-virgules, des virgules, des tabulations ou des barres.",
    );
  }
  const lines = new Lines(most);
  let row = said ? 1 : 0;
  readRecords(text, separator, (cells) => {
    row += 1;
    if (row > MOST_RECORDS) {
      throw new Unreadable("Ce fichier compte plus d’un million de lignes\u00a0: partagez-le en plusieurs.");
    }
    lines.add(row, cells.map(cellOf));
  });
  return tableOf(lines.kept, isHeading, most.rows);
}

/** The texts that may be headings under one separator or another, for whoever knows which are understood. */
export function csvHeadingCandidates(whole: string): string[] {
  const text = sampleText(whole.replace(SAID, ""));
  const records = SEPARATORS.flatMap((separator) => sampleOf(text, separator) ?? []);
  return [...new Set(records.flat().map(cellOf))].filter((cell) => cell !== "" && cell.length <= 200);
}

/** What guards a code (« ="01001" ») or a formula (« '=1+1 ») in a CSV for Excel is no part of it. */
function cellOf(written: string): string {
  const cell = written.trim();
  if (cell.startsWith('="')) return /^="([^"]*)"$/.exec(cell)?.[1]?.trim() ?? cell;
  return /^'\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell) ? cell.slice(1).trim() : cell;
}

const OPTIONS = {
  relax_column_count: true,
  // Within a field that is not quoted, a quote is a quote.
  relax_quotes: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: MOST_RECORD,
};

function readRecords(text: string, delimiter: string, take: (cells: string[]) => void): void {
  try {
    parse(text, {
      ...OPTIONS,
      delimiter,
      on_record: (cells: string[]) => {
        take(cells);
        return null;
      },
    });
  } catch (error) {
    throw faultOf(error);
  }
}

/** The separator under which the first lines make sense; null where none makes two columns. */
function separatorOf(whole: string, isHeading: (text: string) => boolean): string | null {
  const text = sampleText(whole);
  const scores = SEPARATORS.map((separator) => ({ separator, score: scoreOf(text, separator, isHeading) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.separator : null;
}

const sampleText = (whole: string): string => whole.slice(0, 100_000);

function scoreOf(text: string, separator: string, isHeading: (text: string) => boolean): number {
  const records = (sampleOf(text, separator) ?? []).map((cells) => ({ cells: cells.map(cellOf) }));
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const { index, known } = headingLine(filled, isHeading);
  const width = filled[index]?.cells.length ?? 0;
  if (width < 2) return 0;
  const alike = filled.filter(({ cells }) => cells.length === width).length / filled.length;
  return known * 100 + alike * 10 + Math.min(width, 9) / 10;
}

/** Null where a quote does not close, which is said once the separator is known. */
function sampleOf(text: string, delimiter: string): string[][] | null {
  for (const to of [SAMPLE, HEADING_LINES, 1]) {
    try {
      return parse(text, { ...OPTIONS, delimiter, to });
    } catch {
      continue;
    }
  }
  return null;
}

function faultOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { lines } = error as { readonly lines?: unknown };
  const where = typeof lines === "number" ? `, vers la ligne ${lines}` : "";
  const mend = "Enregistrez-le à nouveau depuis votre tableur.";
  return new Unreadable(
    error.code === "CSV_MAX_RECORD_SIZE"
      ? `Ce fichier n’est pas un CSV lisible${where}\u00a0: une ligne est démesurée, sans doute faute de retours à la ligne ou d’un guillemet fermé. ${mend}`
      : `Ce fichier n’est pas un CSV lisible${where}\u00a0: un guillemet s’ouvre sans se fermer. ${mend}`,
  );
}
