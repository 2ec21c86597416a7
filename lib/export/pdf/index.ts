import type { PrintedDocument } from "../../format/document";
import type { IsoDay } from "../../kernel/date";
import type { ExportFile } from "../index";
import { streamOf } from "../rows";
import { pdfOf } from "./document";

/**
 * The document as a file: `dialogue-de-gestion_pilat_annee-3_2026-11-23.pdf`. Files of one kind sort by what they
 * are about, then by day.
 *
 * @param about what the name says between the kind and the day, in plain ASCII
 */
export function pdfFile(
  document: PrintedDocument,
  { kind, about, on }: { readonly kind: string; readonly about: readonly string[]; readonly on: IsoDay },
): ExportFile {
  const name = `${[kind, ...about, on].join("_")}.pdf`;
  return { name, type: "application/pdf", body: streamOf(pdfOf(document, on)) };
}
