import type { DraftContent, DraftValue } from "@/lib/schemas/sections";

/** Reading and changing the form's plain JSON by path: `["contacts", 0, "name"]`. */
export type FieldPath = readonly (string | number)[];

export function valueAt(values: DraftContent, path: FieldPath): DraftValue | undefined {
  let found: DraftValue | undefined = values;
  for (const step of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Array.isArray(found) ? found[Number(step)] : found[String(step)];
  }
  return found;
}

/** As an input shows it: nothing, or what was typed. */
export function textAt(values: DraftContent, path: FieldPath): string {
  const value = valueAt(values, path);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function rowsAt(values: DraftContent, path: FieldPath): readonly DraftValue[] {
  const value = valueAt(values, path);
  return Array.isArray(value) ? value : [];
}

/** The same form with `value` at `path`; what is not on the path is the same object. */
export function withValue(values: DraftContent, path: FieldPath, value: DraftValue): DraftContent {
  return setIn(values, path, value) as DraftContent;
}

export function withoutRow(values: DraftContent, path: FieldPath, index: number): DraftContent {
  const rows = rowsAt(values, path);
  return withValue(
    values,
    path,
    rows.filter((_, at) => at !== index),
  );
}

export function withRow(values: DraftContent, path: FieldPath, row: DraftValue): DraftContent {
  return withValue(values, path, [...rowsAt(values, path), row]);
}

/** The row at `from` goes to `to`; out of bounds, nothing moves. */
export function withRowMoved(values: DraftContent, path: FieldPath, from: number, to: number): DraftContent {
  const rows = [...rowsAt(values, path)];
  const [row] = rows.splice(from, 1);
  if (row === undefined || to < 0 || to > rows.length) return values;
  rows.splice(to, 0, row);
  return withValue(values, path, rows);
}

/** The id of the field at a path, for labels, errors and links to it. */
export function fieldId(path: FieldPath): string {
  return ["champ", ...path].join("-");
}

function setIn(holder: DraftValue | undefined, path: FieldPath, value: DraftValue): DraftValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(holder) || typeof step === "number") {
    const items = Array.isArray(holder) ? [...holder] : [];
    items[Number(step)] = setIn(items[Number(step)], rest, value);
    return items;
  }
  const fields = typeof holder === "object" && holder !== null ? holder : {};
  return { ...fields, [step]: setIn(fields[step], rest, value) };
}
