import type { DraftContent, DraftValue } from "@/lib/schemas/sections";
import { valueAt, withValue, type FieldPath } from "./draft-values";

/**
 * Where two versions of a form differ, field by field; a list whose rows were added or removed counts as one
 * field, since nothing says which row answers which. Nothing, null and an empty text are the same.
 */
export function differingFields(mine: DraftContent, theirs: DraftContent): readonly FieldPath[] {
  return differing(mine, theirs, []);
}

function differing(a: DraftValue | undefined, b: DraftValue | undefined, path: FieldPath): FieldPath[] {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return [path];
    return a.flatMap((one, index) => differing(one, b[index], [...path, index]));
  }
  if (isFields(a) && isFields(b)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return names.flatMap((name) => differing(a[name], b[name], [...path, name]));
  }
  return plain(a) === plain(b) ? [] : [path];
}

/** My form with theirs in the fields named. */
export function mergedForm(
  mine: DraftContent,
  theirs: DraftContent,
  fromTheirs: readonly FieldPath[],
): DraftContent {
  return fromTheirs.reduce((form, path) => withValue(form, path, valueAt(theirs, path) ?? null), mine);
}

function isFields(value: DraftValue | undefined): value is DraftContent {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** « 3 » typed and 3 read are the same answer. */
function plain(value: DraftValue | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
