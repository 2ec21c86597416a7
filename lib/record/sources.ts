import type { Span } from "../kernel/date";

export type SourceKind =
  "press_release" | "law" | "report" | "website" | "reference_data" | "declaration" | "convention";

/** A document that figures come from. `published` is null where the document carries no date. */
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publisher: string;
  readonly published: Span | null;
  /** Public address, or a bare host where only that is known. */
  readonly url: string | null;
  /** Official reference (NOR, JORF number) or the document's file name. */
  readonly reference: string | null;
}

/** The sense of one sentence of a source: what a figure stands on. */
export interface Citation {
  readonly id: string;
  readonly sourceId: string;
  /** What the sentence says, in French, reworded and short. */
  readonly sense: string;
  /** How it was read, and what stays ambiguous; null where nothing does. */
  readonly note: string | null;
}
