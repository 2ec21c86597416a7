/** What a file may hold: each is far above what an ARS sends, and far below what would weigh on the server. */
export const MOST_IMPORT_BYTES = 20 * 1024 * 1024;
export const MOST_IMPORT_ROWS = 40_000;
export const MOST_LAYER_BYTES = 50 * 1024 * 1024;
/** All tables but those that say less. */
export const MOST_IMPORT_COLUMNS = 200;
export const MOST_CELL = 4_000;

export interface MostOfTable {
  readonly rows?: number;
  readonly bytes?: number;
}

/** « 20 Mo » */
export const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)}\u00a0Mo`;

/** « 40 000 », as French groups thousands. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
