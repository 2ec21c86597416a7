import { stringify, type Options } from "csv-stringify/sync";
import { day } from "../format/fr";
import { ABSENCE } from "../format/labels";
import {
  booleanIn,
  centsIn,
  dayIn,
  decimalOf,
  eurosOf,
  integerIn,
  numberIn,
  rowWriter,
  textIn,
} from "./cells";
import type { RowFormat, Value } from "./cells";
import { shown } from "./formula";
import { batches, type Rows } from "./rows";
import type { Table } from "./table";

/**
 * CSV in two dialects, one record a row, CRLF after each.
 *
 * - `csv-fr`, for a French Excel: UTF-8 with its mark, semicolons, decimal commas, days as JJ/MM/AAAA, oui and
 *   non, absences in words, headings in French. Excel reads 01001 as the number 1001 whatever quotes are around
 *   it: codes are written `="01001"`, which it and LibreOffice read as the text 01001. Whoever reads this file
 *   with another tool wants the other dialect.
 * - `csv`, RFC 4180: commas, decimal points, ISO days, true and false, absences and headings as codes. No mark.
 */
export type CsvDialect = "csv-fr" | "csv";

interface Dialect extends RowFormat<string> {
  readonly options: Options;
}

const text = (value: Value): string => shown(textIn(value));
const integer = (value: Value): string => String(integerIn(value));
/** A line feed alone is no end of record, but most readers take it for one. */
const LINES = { record_delimiter: "\r\n", quoted_match: /[\r\n]/ } as const;

const DIALECTS: Readonly<Record<CsvDialect, Dialect>> = {
  "csv-fr": {
    options: { ...LINES, delimiter: ";" },
    speaks: true,
    writers: {
      text,
      code: (value) => codeOf(textIn(value)),
      integer,
      decimal: (value) => decimalOf(numberIn(value), ","),
      cents: (value) => eurosOf(centsIn(value), ","),
      rate: (value) => decimalOf(numberIn(value), ","),
      day: (value) => day(dayIn(value)),
      boolean: (value) => (booleanIn(value) ? "oui" : "non"),
    },
    absent: (cell) => (cell === null ? "" : ABSENCE[cell.absence]),
  },
  csv: {
    options: { ...LINES, delimiter: "," },
    speaks: false,
    writers: {
      text,
      code: text,
      integer,
      decimal: (value) => decimalOf(numberIn(value)),
      cents: (value) => eurosOf(centsIn(value)),
      rate: (value) => decimalOf(numberIn(value)),
      day: dayIn,
      boolean: (value) => String(booleanIn(value)),
    },
    absent: (cell) => cell?.absence ?? "",
  },
};

const MARK = "\ufeff";

/** The file in pieces of whole records, as its rows come. */
export async function* csvPieces<Row>(
  dialect: CsvDialect,
  table: Table<Row>,
  rows: Rows<Row>,
): AsyncGenerator<string> {
  const { options, speaks } = DIALECTS[dialect];
  const write = rowWriter(table.columns, DIALECTS[dialect]);
  const head = stringify([table.columns.map(({ label, name }) => (speaks ? label : name))], options);
  yield dialect === "csv-fr" ? MARK + head : head;
  for await (const batch of batches(rows)) yield stringify(batch.map(write), options);
}

/** Letters and digits only can be taken for a number, and only they can hold no formula of their own. */
function codeOf(code: string): string {
  return /^[0-9A-Za-z]+$/.test(code) ? `="${code}"` : shown(code);
}
