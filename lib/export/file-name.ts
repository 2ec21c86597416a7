import type { IsoDay } from "../kernel/date";
import type { ExportFormat } from "../schemas/export-format";

const EXTENSION: Readonly<Record<ExportFormat, string>> = {
  "csv-fr": "fr.csv",
  csv: "csv",
  xlsx: "xlsx",
  json: "json",
};

/** Longest part of a name that a filter may take. */
const MOST = 40;

/**
 * `maillage_communes-63_2026-11-23.csv`: files of one table sort by day. What narrows the rows follows the day;
 * the CSV of a French Excel ends in `.fr.csv`, so that both dialects live in one folder.
 */
export function fileName(
  {
    id,
    asOf,
    filters = [],
  }: { readonly id: string; readonly asOf: IsoDay; readonly filters?: readonly string[] },
  format: ExportFormat,
): string {
  const parts = ["maillage", plain(id), asOf, ...filters.map(plain).filter((part) => part !== "")];
  return `${parts.join("_")}.${EXTENSION[format]}`;
}

/** Lower case without accents, digits and hyphens: a name that every system keeps as it is. */
function plain(words: string): string {
  return words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, MOST);
}
