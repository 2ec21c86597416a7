import type { ExportFormat } from "../schemas/export-format";
import { csvPieces } from "./csv";
import { fileName } from "./file-name";
import { jsonPieces } from "./json";
import { streamOf, type Rows } from "./rows";
import type { About, Table } from "./table";
import { xlsxPieces } from "./xlsx/workbook";

export { csvPieces } from "./csv";
export { dataPackage, type PackagedTable, type Reference } from "./data-package";
export { fileName } from "./file-name";
export { streamOf, type Rows } from "./rows";
export type { About, AbsentCell, Cell, Column, ColumnFacts, ColumnKind, Table } from "./table";
export { zipPieces, type Entry } from "./zip";

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

/** What a route sends: the bytes as they are written, their name, their type. */
export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly body: ReadableStream<Uint8Array>;
}

/** The table as a file of one format, named after it, its day and what narrows it. */
export function exportFile<Row>(found: Export<Row>, format: ExportFormat): ExportFile {
  const { table, about, filters = [] } = found;
  const name = fileName({ id: table.id, asOf: about.asOf, filters }, format);
  return { name, type: MEDIA_TYPE[format], body: exported(found, format) };
}

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
