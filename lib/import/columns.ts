import { searchName } from "../territory/search-name";
import type { ImportField } from "./import-field";

export { FIELDS_OF, IMPORT_KINDS, type FieldOf, type ImportKind } from "./fields";
export type { ImportField } from "./import-field";

/** Which column each field is read in, from 0; null: in none. */
export type FieldMapping<K extends string = string> = Readonly<Record<K, number | null>>;

/** The column proposed for each field, from the headings; one column is proposed once. */
export function proposeMapping<K extends string>(
  headings: readonly string[],
  fields: readonly ImportField<K>[],
): FieldMapping<K> {
  const names = headings.map(headingName);
  const taken = new Set<number>();
  const proposed = fields.map((field): [K, number | null] => {
    const found = field.headings
      .map((heading) => names.findIndex((name, i) => name === heading && !taken.has(i)))
      .find((index) => index >= 0);
    if (found === undefined) return [field.key, null];
    taken.add(found);
    return [field.key, found];
  });
  return Object.fromEntries(proposed) as Record<K, number | null>;
}

/** Whether a heading is one of these fields', for `readTable`. */
export function headingOf(fields: readonly ImportField[]): (text: string) => boolean {
  const known = new Set(fields.flatMap(({ headings }) => headings));
  return (text) => known.has(headingName(text));
}

/** « Date de signature (JJ/MM/AAAA) * » is « date de signature ». */
function headingName(heading: string): string {
  return searchName(heading.replace(/\([^)]*\)/g, " ")) || searchName(heading);
}

/** A stable key of a file's headings in their order, under which the choice of its columns is remembered. */
export function headingsKey(headings: readonly string[]): string {
  const text = headings.map(searchName).join("\n");
  return `${headings.length}-${hash(text, 0x811c9dc5)}${hash(text, 0x01000193)}`;
}

/** FNV-1a, by 16 bits at a time: tells lists of headings apart, guards nothing. */
function hash(text: string, start: number): string {
  let value = start;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}
