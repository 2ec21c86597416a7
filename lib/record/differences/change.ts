import { sameData } from "../../kernel/same-data";

/** What a value was and what it would be; the two differ. */
export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** The change of a plain value or of plain data; null when there is none. */
export function changeOf<T>(before: T, after: T): Change<T> | null {
  return sameData(before, after) ? null : { before, after };
}

export interface Paired<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly both: readonly Change<T>[];
}

/** Items of two lists that have the same key, each at most once; the others were added or removed. */
export function pairBy<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Paired<T> {
  const left = [...before];
  const both: Change<T>[] = [];
  const added = after.filter((item) => {
    const index = left.findIndex((other) => keyOf(other) === keyOf(item));
    const [found] = index < 0 ? [] : left.splice(index, 1);
    if (found === undefined) return true;
    both.push({ before: found, after: item });
    return false;
  });
  return { added, removed: left, both };
}

/** The same, then again on what is left, by a looser key: a step moved to another day is one change. */
export function pairByEither<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  looseKeyOf: (item: T) => string,
): Paired<T> {
  const exact = pairBy(before, after, keyOf);
  const loose = pairBy(exact.removed, exact.added, looseKeyOf);
  return { ...loose, both: [...exact.both, ...loose.both] };
}
