import type { ImportMapping } from "../../db/repositories/import-files";
import type { ImportKind } from "../../import/columns";

/** Fields of which one at least must have a column, by kind. */
const NEEDED: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  cpts: [["name"]],
  polygons: [["name"]],
  territory: [
    ["name", "identifier"],
    ["communeCode", "communeName", "postalCode"],
  ],
  professionals: [["name", "identifier"]],
};

/** The fields that no column is read for, and without which nothing can be reported: the first of each choice. */
export function missingColumns(kind: ImportKind, mapping: ImportMapping): string[] {
  const has = (field: string) => typeof mapping[field] === "number";
  const missing = NEEDED[kind].filter((fields) => !fields.some(has)).flatMap(([first]) => first ?? []);
  if (kind !== "professionals") return missing;
  const isWide = Object.keys(mapping).some((field) => field.startsWith("profession:") && has(field));
  return isWide ? missing : [...missing, ...["profession", "count"].filter((field) => !has(field))];
}
