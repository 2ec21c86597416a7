import { LRUCache } from "lru-cache";

/**
 * Read models are pure functions of (revision of the record, what was asked): computed once, shared by
 * the page, the API and later the exports. The least recently asked leave first.
 */
const MODELS = new LRUCache<string, Promise<object>>({ max: 2_000 });

let source: object | null = null;

/** Revisions count within one database: another one opened in its place begins without models. */
export function readFrom(database: object): void {
  if (source !== database) MODELS.clear();
  source = database;
}

/** The model named `key` at `revision`; a computation that fails is not kept. */
export function atRevision<T extends object>(
  revision: number,
  key: string,
  compute: () => Promise<T>,
): Promise<T> {
  const name = `${revision} ${key}`;
  const known = MODELS.get(name) as Promise<T> | undefined;
  if (known) return known;
  const made = compute();
  MODELS.set(name, made);
  made.catch(() => MODELS.delete(name));
  return made;
}
