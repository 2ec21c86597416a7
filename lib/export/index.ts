import type { ExportFormat } from "../schemas/export-format";
import { csvPieces } from "./csv";
import { jsonPieces } from "./json";
import { streamOf, type Rows } from "./rows";
import type { About, Table } from "./table";
import { xlsxPieces } from "./xlsx/workbook";

export { fileName } from "./file-name";
export { streamOf, type Rows } from "./rows";
export type { About, AbsentCell, Cell, Column, ColumnKind, Table } from "./table";

/** A table ready to be written in any format. */
export interface Export<Row> {
  readonly table: Table<Row>;
  readonly about: About;
  readonly rows: Rows<Row>;
  /** What narrows the rows, for the file's name. */
  readonly filters?: readonly string[];
}

export const MEDIA_TYPE: Readonly<Record<ExportFormat, string>> = {
  "csv-fr": "text/csv; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
};

/** The file as a stream, written as it is read: no format holds its rows in memory. */
export function exported<Row>(
  { table, about, rows }: Export<Row>,
  format: ExportFormat,
): ReadableStream<Uint8Array> {
  switch (format) {
    case "csv-fr":
    case "csv":
      return streamOf(csvPieces(format, table, rows));
    case "json":
      return streamOf(jsonPieces(table, about, rows));
    case "xlsx":
      return streamOf(xlsxPieces(table, about, rows));
  }
}
