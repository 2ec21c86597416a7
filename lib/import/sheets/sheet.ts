import { HEADING_LINES, headingCandidates, headingLine, Lines, type MostOfLines } from "../lines";

/** Tells which of these texts are headings that are understood. */
export type Recognise = (texts: readonly string[]) => Promise<ReadonlySet<string>>;

/** Headings of one's own that a sheet must have to be the one, where several could be. */
const ENOUGH = 2;

/** A sheet as it is read: its lines, and what is to be said of them. */
export class Sheet {
  readonly lines: Lines;
  readonly #formulas = { kept: 0, without: 0 };
  #hiddenRows = 0;
  readonly #merged: { column: number; from: number; to: number }[] = [];

  constructor(
    readonly name: string,
    readonly isHidden: boolean,
    most: MostOfLines,
  ) {
    this.lines = new Lines(most);
  }

  add(row: number, cells: readonly string[], isHidden: boolean): void {
    const before = this.lines.kept.length;
    this.lines.add(row, cells);
    if (isHidden && this.lines.kept.length > before) this.#hiddenRows += 1;
  }

  formula(hasResult: boolean): void {
    this.#formulas[hasResult ? "kept" : "without"] += 1;
  }

  /** Cells merged down a column: what the first says holds for each of their rows. Rows from 1, both included. */
  merged(column: number, from: number, to: number): void {
    if (to > from && this.#merged.length < MOST_MERGES) this.#merged.push({ column, from, to });
  }

  /** How many of its headings are understood. */
  async headings(recognise: Recognise): Promise<number> {
    const first = this.lines.kept.slice(0, HEADING_LINES);
    const known = await recognise(headingCandidates(first));
    return headingLine(first, (text) => known.has(text)).known;
  }

  async isTheOne(recognise: Recognise): Promise<boolean> {
    return !this.isHidden && (await this.headings(recognise)) >= ENOUGH;
  }

  /** Fills what is merged, and says what was understood. */
  notes(): string[] {
    const filled = this.#fill();
    const { kept, without } = this.#formulas;
    return [
      `Feuille lue\u00a0: «\u00a0${this.name}\u00a0»${this.isHidden ? ", qui est masquée" : ""}.`,
      ...(kept > 0
        ? [`${counted(kept, "formule")}\u00a0: le dernier résultat enregistré est lu, rien n’est recalculé.`]
        : []),
      ...(without > 0
        ? [
            `${counted(without, "formule")} sans résultat enregistré\u00a0: ouvrez le classeur dans votre tableur et enregistrez-le à nouveau.`,
          ]
        : []),
      ...(filled > 0
        ? [
            `${counted(filled, "cellule")} sous une cellule fusionnée\u00a0: la valeur de la première y est reprise.`,
          ]
        : []),
      ...(this.#hiddenRows > 0
        ? [
            `${counted(this.#hiddenRows, "ligne")} masquée${this.#hiddenRows > 1 ? "s" : ""} ou filtrée${this.#hiddenRows > 1 ? "s" : ""}\u00a0: lue${this.#hiddenRows > 1 ? "s" : ""} comme les autres.`,
          ]
        : []),
    ];
  }

  #fill(): number {
    const { kept, most } = this.lines;
    const indexOf = new Map(kept.map(({ row }, index) => [row, index]));
    let filled = 0;
    for (const { column, from, to } of this.#merged) {
      const start = indexOf.get(from);
      const value = start === undefined ? "" : (kept[start]?.cells[column] ?? "");
      if (start === undefined || value === "" || column >= most.columns) continue;
      for (let i = start + 1; i < kept.length; i++) {
        const line = kept[i];
        if (!line || line.row > to) break;
        if (line.cells[column]) continue;
        const cells = Array.from(
          { length: Math.max(line.cells.length, column + 1) },
          (_, at) => line.cells[at] ?? "",
        );
        cells[column] = value;
        kept[i] = { row: line.row, cells };
        filled += 1;
      }
    }
    return filled;
  }
}

const MOST_MERGES = 20_000;

/** What a formula says whose result the file does not have. */
export const WITHOUT_RESULT = "formule sans résultat";

const counted = (count: number, word: string): string => `${count} ${word}${count > 1 ? "s" : ""}`;
