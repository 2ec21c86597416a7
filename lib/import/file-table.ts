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

/** A table that came in a file, whatever wrote it. */
export type ReadTable = FileTable & {
  readonly format: "csv" | "xlsx" | "ods";
  /** The sheet that was read; null for a CSV, which has none. */
  readonly sheet: string | null;
  /** What was understood or left aside, in sentences, for the report. */
  readonly notes: readonly string[];
};
