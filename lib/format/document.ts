/**
 * A document as plain data: what it says, in reading order, whatever it is read on. A page and a PDF made of the
 * same one cannot differ by a figure.
 */
import type { Absence, Mark } from "../kernel/certainty";
import type { Cents } from "../kernel/money";
import { money } from "./fr";
import { ABSENCE } from "./labels";

/** A piece of a sentence or of a cell. `href` leads somewhere on a screen; paper has its words alone. */
export type Piece =
  | string
  | {
      readonly kind: "money";
      readonly cents: Cents;
      readonly mark: Mark | null;
      /** A part of it is not known. */
      readonly isMinimum: boolean;
    }
  | { readonly kind: "absent"; readonly why: Absence }
  | { readonly kind: "mark"; readonly mark: Mark }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

export type Pieces = string | readonly Piece[];

export interface DocumentColumn {
  readonly label: string;
  readonly numeric?: boolean;
  /** Share of the width on paper, beside the other columns'; 1 when absent. */
  readonly weight?: number;
}

export interface DocumentRow {
  readonly key: string;
  /** One per column; the first names the row. */
  readonly cells: readonly Pieces[];
}

export interface DocumentTable {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  readonly foot?: readonly DocumentRow[];
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: Pieces; readonly tone?: "note" | "warn" }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "list"; readonly items: readonly Pieces[] }
  | DocumentTable
  | { readonly kind: "signatures"; readonly parties: readonly Signatory[] };

export interface Fact {
  readonly term: string;
  readonly text: Pieces;
}

export interface Signatory {
  readonly party: string;
  readonly name: string | null;
}

export interface DocumentPart {
  /** Of its heading, in an address. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface PrintedDocument {
  readonly title: string;
  /** Whom and what it is about, beside the title. */
  readonly subject: string;
  /** The sentence that answers first. */
  readonly lead: string;
  /** Why it is no final document; null for one that is. */
  readonly draft: string | null;
  /** When and from what it was made, at the foot of each sheet. */
  readonly made: string;
  readonly parts: readonly DocumentPart[];
}

export const cash = (cents: Cents, mark: Mark | null = null, isMinimum = false): Piece => ({
  kind: "money",
  cents,
  mark,
  isMinimum,
});

export const absent = (why: Absence): Piece => ({ kind: "absent", why });

/** An amount, perhaps a minimum, or that nobody communicated it. */
export const cashOrUnknown = (cents: Cents | null, isMinimum = false): Piece[] => [
  cents === null ? absent("non_communique") : cash(cents, null, isMinimum),
];

export const piecesOf = (text: Pieces): readonly Piece[] => (typeof text === "string" ? [text] : text);

/** The words of some pieces, as paper says them. */
export function plainText(text: Pieces): string {
  return piecesOf(text).map(wordsOf).join("");
}

export function wordsOf(piece: Piece): string {
  if (typeof piece === "string") return piece;
  switch (piece.kind) {
    case "money":
      return `${piece.isMinimum ? "au moins " : ""}${money(piece.cents)}${piece.mark ? ` ${piece.mark}` : ""}`;
    case "absent":
      return ABSENCE[piece.why];
    case "mark":
      return piece.mark;
    case "strong":
    case "link":
      return piece.text;
  }
}
