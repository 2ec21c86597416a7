import type { Result } from "../kernel/result";
import { apart } from "./apart/run";
import type { ReadTable } from "./file-table";
import { megabytes, MOST_IMPORT_BYTES, type MostOfTable } from "./limits";

export type { FileLine, FileTable, ReadTable } from "./file-table";
export { MOST_IMPORT_BYTES, MOST_IMPORT_ROWS, type MostOfTable } from "./limits";

/**
 * Reads a table in CSV, XLSX or ODS, in a process apart. What the file is, its content says: `name` only tells
 * people which file failed.
 *
 * @param isHeading tells a heading that is understood: it finds the separator, the sheet and the row of headings.
 * @returns why the file cannot be read and how to mend it, in a sentence, else its headings and filled rows.
 */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  isHeading: (text: string) => boolean,
  most: MostOfTable = {},
): Promise<Result<ReadTable, string>> {
  const mostBytes = most.bytes ?? MOST_IMPORT_BYTES;
  if (bytes.length > mostBytes) {
    return {
      ok: false,
      error: `Ce fichier dépasse ${megabytes(mostBytes)}\u00a0: partagez-le en plusieurs.`,
    };
  }
  void name;
  return apart({ kind: "table", most }, bytes, (texts) => texts.map(isHeading));
}
