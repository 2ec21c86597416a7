import type { FileLine, FileTable } from "./file-table";
import { grouped, MOST_CELL } from "./limits";
import { Unreadable } from "./unreadable";

/** Lines looked at to find the columns' headings: titles and notes are often written above them. */
export const HEADING_LINES = 20;
const MOST_HEADING = 200;

export interface MostOfLines {
  readonly rows: number;
  readonly columns: number;
  /** Of all cells together: one text may fill a million cells of a workbook without weighing in its file. */
  readonly characters: number;
}

/** The filled lines of a sheet as they are read, refused as soon as they are too many or too wide. */
export class Lines {
  readonly kept: FileLine[] = [];
  #characters = 0;

  constructor(readonly most: MostOfLines) {}

  /** @throws Unreadable past a limit. */
  add(row: number, cells: readonly string[]): void {
    const last = cells.findLastIndex((cell) => cell !== "");
    if (last < 0) return;
    if (last >= this.most.columns) {
      throw new Unreadable(
        `Ce fichier compte plus de ${this.most.columns} colonnes\u00a0: gardez celles qui servent à l’import.`,
      );
    }
    for (const cell of cells) {
      this.#characters += cell.length;
      if (cell.length > MOST_CELL) {
        throw new Unreadable(
          `Ligne ${row}\u00a0: une cellule dépasse 4\u202f000 caractères, raccourcissez-la.`,
        );
      }
    }
    if (this.#characters > this.most.characters) {
      throw new Unreadable("Ce fichier contient trop de texte\u00a0: partagez-le en plusieurs.");
    }
    // The headings, and what is written above them, are no rows of the file.
    if (this.kept.length >= this.most.rows + HEADING_LINES) throw tooManyRows(this.most.rows);
    this.kept.push({ row, cells: last + 1 === cells.length ? cells : cells.slice(0, last + 1) });
  }
}

const tooManyRows = (most: number): Unreadable =>
  new Unreadable(`Ce fichier compte plus de ${grouped(most)} lignes\u00a0: partagez-le en plusieurs.`);

/** The texts that may be headings, for whoever knows which are understood. */
export function headingCandidates(lines: readonly FileLine[]): string[] {
  const texts = lines.slice(0, HEADING_LINES).flatMap(({ cells }) => cells);
  return [...new Set(texts)].filter((text) => text !== "" && text.length <= MOST_HEADING);
}

/** Among the first lines the one that has the most understood headings, the first of them; how many. */
export function headingLine(
  lines: readonly { readonly cells: readonly string[] }[],
  isHeading: (text: string) => boolean,
): { readonly index: number; readonly known: number } {
  let best = { index: 0, known: 0 };
  lines.slice(0, HEADING_LINES).forEach(({ cells }, index) => {
    const known = new Set(cells.filter((cell) => cell.length <= MOST_HEADING && isHeading(cell))).size;
    if (known > best.known) best = { index, known };
  });
  return best;
}

/**
 * The table under its headings.
 *
 * @throws Unreadable where nothing is under them, or too much.
 */
export function tableOf(
  lines: readonly FileLine[],
  isHeading: (text: string) => boolean,
  mostRows: number,
): { readonly table: FileTable; readonly notes: readonly string[] } {
  const { index } = headingLine(lines, isHeading);
  const [head, ...rows] = lines.slice(index);
  if (!head || rows.length === 0) {
    throw new Unreadable(
      "Ce fichier n’a aucune ligne sous ses titres de colonnes\u00a0: ajoutez-les, puis renvoyez-le.",
    );
  }
  if (rows.length > mostRows) throw tooManyRows(mostRows);
  const width = [head, ...rows].reduce((most, { cells }) => Math.max(most, cells.length), 1);
  const headings = Array.from({ length: width }, (_, i) => head.cells[i] ?? "");
  const notes = index > 0 ? [`Titres de colonnes lus à la ligne ${head.row}.`] : [];
  return { table: { headings, rows }, notes };
}
