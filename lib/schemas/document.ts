/** What may be attached to a record, and under which name. */

export const MOST_DOCUMENT_BYTES = 10 * 1024 * 1024;
export const MOST_DOCUMENTS = 200;
const MOST_NAME = 160;

/** Media type → extensions, the usual one first. */
export const DOCUMENT_TYPES = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type DocumentType = keyof typeof DOCUMENT_TYPES;

export function isDocumentType(type: string): type is DocumentType {
  return Object.hasOwn(DOCUMENT_TYPES, type);
}

/** For `<input accept>`: what the browser offers first. The content decides. */
export const ACCEPTED_EXTENSIONS = Object.values(DOCUMENT_TYPES)
  .flat()
  .map((extension) => `.${extension}`)
  .join(",");

/** Control characters, and those that turn the direction of a text: « facture‮fdp.exe » must not look like a PDF. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/**
 * A file's name as it is kept: no path, nothing that a system refuses, at most 160 characters, and the
 * extension of what the file really is.
 */
export function documentName(given: string, type: DocumentType): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replace(UNSAFE, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const extensions: readonly string[] = DOCUMENT_TYPES[type];
  const dot = plain.lastIndexOf(".");
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : "";
  const known = extensions.includes(ending);
  const stem = (known ? plain.slice(0, dot) : plain) || "document";
  const extension = known ? ending : (extensions[0] ?? "");
  const most = MOST_NAME - extension.length - 1;
  return `${[...stem].slice(0, most).join("").slice(0, most).trimEnd()}.${extension}`;
}
