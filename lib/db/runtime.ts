import "server-only";
import type { IsoDay } from "../kernel/date";
import { parisDay } from "../kernel/today";
import { closeDb, getDb } from "./client";
import type { DatabaseKind } from "./pool";

/** What the HTTP front needs of the database. It runs outside Next's bundle and cannot import this module. */
export interface Runtime {
  readonly kind: DatabaseKind;
  /** The revision of the record: what is computed may be kept under it. */
  revision(): Promise<number>;
  /** Closes the database; the server script calls it on SIGTERM and SIGINT, after the last request. */
  close(): Promise<void>;
  /** Today in France: the day that a page without a date shows. */
  today(): IsoDay;
}

/** Where the front finds the runtime once it is open: `globalThis[Symbol.for("maillage.runtime")]`. */
const HANDLE = Symbol.for("maillage.runtime");

/** Opens the database (see {@link getDb}) and leaves its handle on globalThis. */
export async function openRuntime(): Promise<Runtime> {
  const database = await getDb();
  const runtime: Runtime = {
    kind: database.kind,
    revision: () => database.revision(),
    close: () => closeDb({ forGood: true }),
    today: () => parisDay(new Date(), process.env.MAILLAGE_TODAY),
  };
  (globalThis as unknown as Record<symbol, Runtime>)[HANDLE] = runtime;
  return runtime;
}
