import { LRUCache } from "lru-cache";
import { oneInProcess } from "./process-memory";

/**
 * Read models are pure functions of (revision of the record, what was asked): computed once, shared by
 * the page, the API and later the exports. The least recently asked leave first.
 */
const MODELS = oneInProcess("models", () => new LRUCache<string, Promise<object>>({ max: 2_000 }));

/** The database that the models are of. */
const SOURCE = oneInProcess("models-source", (): { database: object | null } => ({ database: null }));

/** Revisions count within one database: another one opened in its place begins without models. */
export function readFrom(database: object): void {
  if (SOURCE.database !== database) MODELS.clear();
  SOURCE.database = database;
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
  made.catch(() => {
    if (MODELS.peek(name) === made) MODELS.delete(name);
  });
  return made;
}
