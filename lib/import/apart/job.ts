import type { MostOfTable } from "../limits";
import type { PolygonLayer } from "../layers/layer";
import type { ReadTable } from "../file-table";

/** What a process apart is asked to read; the file itself comes by its standard input. */
export type Job = { readonly kind: "table"; readonly most: MostOfTable } | { readonly kind: "polygons" };

export interface ResultOf {
  readonly table: ReadTable;
  readonly polygons: PolygonLayer;
}

/** To the process apart. */
export type ToReader =
  | { readonly say: "read"; readonly job: Job }
  /** Which of the texts asked about are headings. */
  | { readonly say: "headings"; readonly known: readonly boolean[] }
  /** The last part was taken: the next may come. */
  | { readonly say: "next" };

/**
 * From it. A result comes in parts of one list of its own, so that taking it never holds the server for long:
 * the head first, with that list empty.
 */
export type FromReader =
  | { readonly say: "headings?"; readonly texts: readonly string[] }
  | { readonly say: "part"; readonly items: readonly unknown[] }
  | { readonly say: "done"; readonly head: unknown }
  | { readonly say: "refused"; readonly why: string }
  | { readonly say: "failed"; readonly stack: string };
