import type { Absence } from "../kernel/certainty";

/**
 * A table as every format writes it: the same columns, the same cells, in the same order. What a page shows
 * and what its files hold are one `Table`, so that they cannot disagree.
 */
export interface Table<Row> {
  /** Names the file and the resource: lower case, digits and hyphens. */
  readonly id: string;
  /** For people, in French. */
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column<Row>[];
  /** Columns that together name a row; empty where none do. */
  readonly key: readonly string[];
}

/**
 * What a column holds. Money is integer cents and a rate its exact value from 0 to 1 (or above): each format
 * writes them its own way. `code` is text that looks like a number (INSEE codes): no format may read it as one.
 */
export type ColumnKind = "text" | "code" | "integer" | "decimal" | "cents" | "rate" | "day" | "boolean";

export interface Column<Row> {
  /** Stable name, snake_case, English with the official French terms. */
  readonly name: string;
  /** Heading for people, in French. */
  readonly label: string;
  readonly kind: ColumnKind;
  /** What it measures, in which unit, in French. */
  readonly description: string;
  /**
   * Of a text that is one of a closed list of codes: what each is called. Formats for people write the words,
   * those for programs the codes.
   */
  readonly words?: Readonly<Record<string, string>>;
  readonly of: (row: Row) => Cell;
}

/** A column as it is described, apart from any row. */
export type ColumnFacts = Omit<Column<never>, "of">;

/** A value; why there is none; or null where the column has nothing to say of this row. Zero is a value. */
export type Cell = string | number | boolean | AbsentCell | null;

/** An absent value, told apart from text. */
export interface AbsentCell {
  readonly absence: Absence;
}

/** What a reader of the file must know: the sheet « À lire », and the head of the JSON. */
export interface About {
  /** The day the file was made. */
  readonly madeOn: string;
  /** The day the figures describe. */
  readonly asOf: string;
  /** Page or address that gives the same figures. */
  readonly address: string;
  readonly licence: string;
  /** Filters, vintages, schedules, marks, sources, in the order of reading. */
  readonly notes: readonly { readonly label: string; readonly text: string }[];
}
