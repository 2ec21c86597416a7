import { fileTypeFromBuffer } from "file-type";
import { isDocumentType, type DocumentType } from "../schemas/document";
import { zipEntries } from "./zip-entries";

const ADMITTED =
  "Sont admis\u00a0: PDF, images PNG, JPEG ou WebP, documents Word, Excel, PowerPoint (.docx, .xlsx, .pptx) et OpenDocument (.odt, .ods, .odp).";

/** The part that makes each office file what it says it is. */
const MAIN_PART: Readonly<Partial<Record<DocumentType, string>>> = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word/document.xml",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xl/workbook.xml",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "ppt/presentation.xml",
  "application/vnd.oasis.opendocument.text": "content.xml",
  "application/vnd.oasis.opendocument.spreadsheet": "content.xml",
  "application/vnd.oasis.opendocument.presentation": "content.xml",
};

/** Programs inside an office file: Visual Basic, ActiveX, and what OpenDocument keeps its macros in. */
const PROGRAM = /(^|\/)vbaProject[^/]*\.bin$|(^|\/)activeX\/|(^|\/)macrosheets\/|^(Basic|Scripts)\/./i;

/** What a file is, by its content alone; or why it is not admitted, in French. */
export async function documentTypeOf(
  bytes: Uint8Array,
): Promise<{ readonly type: DocumentType } | { readonly why: string }> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = found?.mime ?? "";
  if (/macroenabled/i.test(type)) return { why: WITH_MACROS };
  if (type === "application/x-cfb") {
    return {
      why: `est un fichier Office ancien ou chiffré. Enregistrez-le sans mot de passe en .docx, .xlsx ou .pptx, puis ajoutez-le. ${ADMITTED}`,
    };
  }
  if (!isDocumentType(type)) return { why: `n’est pas d’un type admis, d’après son contenu. ${ADMITTED}` };
  const mainPart = MAIN_PART[type];
  if (mainPart === undefined) return { type };
  const entries = zipEntries(bytes);
  if (!entries?.includes(mainPart)) {
    return {
      why: `n’est pas un fichier bureautique lisible. Ouvrez-le, enregistrez-le à nouveau. ${ADMITTED}`,
    };
  }
  return entries.some((name) => PROGRAM.test(name)) ? { why: WITH_MACROS } : { type };
}

const WITH_MACROS =
  "contient des macros. Enregistrez-le sans macros (.docx, .xlsx, .pptx, .odt, .ods ou .odp), puis ajoutez-le.";
