import { fileTypeFromBuffer } from "file-type";
import { csvHeadingCandidates, tableOfCsv } from "./csv";
import type { ReadTable } from "./file-table";
import {
  megabytes,
  MOST_IMPORT_BYTES,
  MOST_IMPORT_COLUMNS,
  MOST_IMPORT_ROWS,
  type MostOfTable,
} from "./limits";
import { headingCandidates, tableOf, type MostOfLines } from "./lines";
import { readOds } from "./sheets/ods";
import type { Recognise, Sheet } from "./sheets/sheet";
import { readXlsx } from "./sheets/xlsx";
import { zipEntries } from "./sheets/zip";
import { encodedText, type Encoding } from "./text";
import { Unreadable } from "./unreadable";

/**
 * Reads a table in this very process: what a process apart runs. What a file is, its first bytes say, never its name.
 *
 * @throws Unreadable with the sentence of what is wrong.
 */
export async function readTableHere(
  bytes: Uint8Array,
  recognise: Recognise,
  most: MostOfTable = {},
): Promise<ReadTable> {
  const mostBytes = most.bytes ?? MOST_IMPORT_BYTES;
  const lines: MostOfLines = {
    rows: most.rows ?? MOST_IMPORT_ROWS,
    columns: MOST_IMPORT_COLUMNS,
    characters: 2 * mostBytes,
  };
  if (bytes.length > mostBytes) {
    throw new Unreadable(`Ce fichier dépasse ${megabytes(mostBytes)}\u00a0: partagez-le en plusieurs.`);
  }
  if (isZip(bytes)) return readWorkbook(bytes, recognise, lines);
  const read = encodedText(bytes);
  if (!read.ok) throw new Unreadable((await otherKind(bytes)) ?? read.error);
  const { text, encoding } = read.value;
  refuseMarkup(text);
  const known = await recognise(csvHeadingCandidates(text));
  const { table, notes } = tableOfCsv(text, (heading) => known.has(heading), lines);
  return { ...table, format: "csv", sheet: null, notes: [ENCODING_NOTE[encoding], ...notes] };
}

const ENCODING_NOTE: Readonly<Record<Encoding, string>> = {
  "UTF-8": "Texte lu en UTF-8.",
  "UTF-16": "Texte lu en UTF-16.",
  "Windows-1252": "Texte lu en Windows-1252, l’encodage d’un Excel français.",
  MacRoman: "Texte lu en MacRoman, l’encodage d’un ancien Macintosh\u00a0: vérifiez les accents.",
};

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 8 && (bytes[3] ?? 0) < 9;

async function readWorkbook(bytes: Uint8Array, recognise: Recognise, most: MostOfLines): Promise<ReadTable> {
  const entries = zipEntries(bytes);
  const isXlsx = entries.has("[Content_Types].xml");
  if (!isXlsx && !entries.has("content.xml") && !entries.has("encrypted-package")) {
    throw new Unreadable(
      "Cette archive n’est pas un classeur\u00a0: sortez-en le fichier à importer, puis envoyez-le seul, en XLSX, en ODS ou en CSV.",
    );
  }
  const sheet: Sheet = await (isXlsx ? readXlsx : readOds)(entries, recognise, most);
  const notes = sheet.notes();
  const lines = sheet.lines.kept;
  const known = await recognise(headingCandidates(lines));
  const read = tableOf(lines, (heading) => known.has(heading), most.rows);
  return {
    ...read.table,
    format: isXlsx ? "xlsx" : "ods",
    sheet: sheet.name,
    notes: [...notes, ...read.notes],
  };
}

const MEND = "Enregistrez votre tableau en XLSX, en ODS ou en CSV, puis envoyez ce fichier.";

/** What a file that is no text is, by its first bytes, and how to mend it; null where they say nothing. */
async function otherKind(bytes: Uint8Array): Promise<string | null> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from("EncryptedPackage", "utf16le"),
    );
    return isLocked
      ? "Ce classeur est protégé par un mot de passe\u00a0: retirez le mot de passe dans votre tableur, enregistrez-le, puis renvoyez-le."
      : "Ce fichier est un ancien classeur Excel (.xls)\u00a0: ouvrez-le, enregistrez-le en «\u00a0Classeur Excel (.xlsx)\u00a0», puis renvoyez-le.";
  }
  const type = await fileTypeFromBuffer(bytes.subarray(0, 4_100));
  if (!type) return null;
  const isImage = type.mime.startsWith("image/");
  const what = isImage ? "une image" : type.ext === "pdf" ? "un PDF" : `un fichier ${type.ext.toUpperCase()}`;
  return `Ce fichier est ${what}, pas un tableau. ${MEND}`;
}

/** @throws Unreadable for texts that are of another kind: polygons, pages, XML. */
function refuseMarkup(text: string): void {
  const start = text.slice(0, 2_000).trimStart();
  if (/^\{\s*"/.test(start) || /^\[\s*[[{]/.test(start)) {
    throw new Unreadable(
      /FeatureCollection|"Feature"|"geometry"/.test(text.slice(0, 100_000))
        ? "Ce fichier est une couche de polygones (GeoJSON)\u00a0: envoyez-le à l’import des polygones."
        : `Ce fichier est du JSON, pas un tableau. ${MEND}`,
    );
  }
  if (/^<(\?xml|!doctype|html|table|office:|workbook)/i.test(start)) {
    throw new Unreadable(
      "Ce fichier est une page ou un document XML, même s’il se nomme autrement\u00a0: ouvrez-le dans votre tableur, enregistrez-le en XLSX ou en ODS, puis renvoyez-le.",
    );
  }
  if (start.startsWith("%PDF")) throw new Unreadable(`Ce fichier est un PDF, pas un tableau. ${MEND}`);
  if (start.startsWith("{\\rtf")) throw new Unreadable(`Ce fichier est un texte mis en forme (RTF). ${MEND}`);
}
