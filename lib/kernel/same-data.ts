/**
 * The same plain data, whatever the order of the keys (a database gives them back in its own); a key without a
 * value is as none, as in JSON.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = keysOf(left);
  return keys.length === keysOf(right).length && keys.every((key) => sameData(left[key], right[key]));
}

const keysOf = (of: Record<string, unknown>) => Object.keys(of).filter((key) => of[key] !== undefined);
