import { stringify } from "csv-stringify/sync";
import type { FileTable } from "./file-table";

/** A workbook begins as a zip: what an XLSX or an ODS is, whatever its name. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** A table as a CSV whose lines have the numbers of its spreadsheet's rows: headings first, gaps left empty. */
export function asCsv({ headings, rows }: FileTable): Uint8Array<ArrayBuffer> {
  const last = rows.at(-1)?.row ?? 1;
  const lines: (readonly string[])[] = Array.from({ length: Math.max(1, last) }, () => [""]);
  lines[0] = headings;
  for (const { row, cells } of rows) if (row > 1) lines[row - 1] = cells;
  return new Uint8Array(
    new TextEncoder().encode(
      stringify(
        lines.map((cells) => [...cells]),
        { delimiter: ";" },
      ),
    ),
  );
}
