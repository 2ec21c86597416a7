import { CsvError, parse } from "csv-parse/sync";
import { type Result, err, ok } from "../kernel/result";
import { textOfFile } from "./text";

/** A table as somebody's spreadsheet wrote it: every cell is text, trimmed. */
export interface FileTable {
  readonly headings: readonly string[];
  readonly rows: readonly FileLine[];
}

export interface FileLine {
  /** The row of the spreadsheet, from 1, the headings' included. */
  readonly row: number;
  readonly cells: readonly string[];
}

export const MOST_FILE_BYTES = 5 * 1024 * 1024;
export const MOST_FILE_ROWS = 20_000;
const MOST_COLUMNS = 60;
const MOST_CELL = 4_000;
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
  // Excel's own way of saying the separator, on a first line of its own.
  const said = /^sep=(.)(\r\n|\r|\n)/i.exec(decoded.value);
  const text = decoded.value.slice(said?.[0].length ?? 0);
  const separator = said?.[1] ?? separatorOf(text, isHeading);
  if (separator === null) {
    return err(
      "Ce fichier n’a qu’une colonne\u00a0: séparez les colonnes par des points-virgules, des virgules, des tabulations ou des barres.",
    );
  }
  let records: string[][];
  try {
    records = recordsOf(text, separator);
  } catch (error) {
    return err(quoteFault(error));
  }
  return tableOf(records, said ? 2 : 1);
}

function tableOf(records: readonly string[][], firstRow: number): Result<FileTable, string> {
  const lines = records
    .map((cells, i): FileLine => ({ row: i + firstRow, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [head, ...rows] = lines;
  if (!head || rows.length === 0) {
    return err("Ce fichier n’a aucune ligne sous ses titres de colonnes.");
  }
  if (rows.length > MOST_FILE_ROWS) {
    return err("Ce fichier compte plus de 20\u202f000 lignes\u00a0: partagez-le en plusieurs.");
  }
  const widest = Math.max(...[head, ...rows].map(({ cells }) => lastFilled(cells)));
  if (widest > MOST_COLUMNS) {
    return err(`Ce fichier compte plus de ${MOST_COLUMNS} colonnes\u00a0: gardez celles des versements.`);
  }
  const tooLong = rows.find(({ cells }) => cells.some((cell) => cell.length > MOST_CELL));
  if (tooLong) return err(`Ligne ${tooLong.row}\u00a0: une cellule dépasse 4\u202f000 caractères.`);
  const width = Math.max(1, widest);
  return ok({ headings: head.cells.slice(0, width), rows });
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== "") + 1;

const recordsOf = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    delimiter,
    relax_column_count: true,
    // Within a field that is not quoted, a quote is a quote.
    relax_quotes: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: 200_000,
    ...(to === undefined ? {} : { to }),
  });

/** The separator under which the first lines make sense; null where none makes two columns. */
function separatorOf(text: string, isHeading: (text: string) => boolean): string | null {
  const sample = text.slice(0, 100_000);
  const scores = SEPARATORS.map((separator) => ({ separator, score: scoreOf(sample, separator, isHeading) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.separator : null;
}

function scoreOf(sample: string, separator: string, isHeading: (text: string) => boolean): number {
  const records = sampleOf(sample, separator, SAMPLE) ?? sampleOf(sample, separator, 1) ?? [];
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const width = filled[0]?.length ?? 0;
  if (width < 2) return 0;
  const known = filled[0]?.filter(isHeading).length ?? 0;
  const alike = filled.filter(({ length }) => length === width).length / filled.length;
  return known * 100 + alike * 10 + Math.min(width, 9) / 10;
}

/** Null where a quote does not close, which is said once the separator is known. */
function sampleOf(sample: string, separator: string, rows: number): string[][] | null {
  try {
    return recordsOf(sample, separator, rows);
  } catch {
    return null;
  }
}

function quoteFault(error: unknown): string {
  if (!(error instanceof CsvError)) throw error;
  const { lines } = error as { readonly lines?: unknown };
  const where = typeof lines === "number" ? `, vers la ligne ${lines}` : "";
  return `Ce fichier n’est pas un CSV lisible${where}\u00a0: un guillemet s’ouvre sans se fermer. Enregistrez-le à nouveau depuis votre tableur.`;
}
