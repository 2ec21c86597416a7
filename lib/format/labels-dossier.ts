/** The words of what is kept beside the record: meetings and documents. */
import type { DocumentType } from "../schemas/document";
import type { MeetingKind } from "../schemas/meeting";
import { decimal, integer, NBSP } from "./fr";

export const MEETING_KIND: Readonly<Record<MeetingKind, string>> = {
  point_etape: "Point d’étape",
  dialogue_gestion: "Dialogue de gestion",
};

const DOCUMENT_TYPE: Readonly<Record<DocumentType, string>> = {
  "application/pdf": "PDF",
  "image/png": "Image PNG",
  "image/jpeg": "Image JPEG",
  "image/webp": "Image WebP",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Texte Word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Tableur Excel",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "Présentation PowerPoint",
  "application/vnd.oasis.opendocument.text": "Texte OpenDocument",
  "application/vnd.oasis.opendocument.spreadsheet": "Tableur OpenDocument",
  "application/vnd.oasis.opendocument.presentation": "Présentation OpenDocument",
};

export function documentType(mediaType: string): string {
  return (DOCUMENT_TYPE as Readonly<Record<string, string>>)[mediaType] ?? mediaType;
}

/** « 812 octets », « 34 Ko », « 1,2 Mo », in powers of 1 024 as the limits are. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${integer(bytes)}${NBSP}${bytes < 2 ? "octet" : "octets"}`;
  if (bytes < 1024 * 1024) return `${integer(Math.round(bytes / 1024))}${NBSP}Ko`;
  return `${decimal(bytes / (1024 * 1024), 1)}${NBSP}Mo`;
}
