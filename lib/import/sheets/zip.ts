import zlib from "node:zlib";
import { megabytes } from "../limits";
import { Unreadable } from "../unreadable";

/**
 * A workbook is a zip. Its list of entries is read, and only the entries asked for are inflated, piece by
 * piece and no further than they may go: nothing is ever written under a name that the file gives.
 */
export interface ZipEntry {
  readonly name: string;
  /** As the list says it; what comes out is checked against it. */
  readonly size: number;
  readonly checksum: number;
  readonly isDeflated: boolean;
  readonly packed: Uint8Array;
}

const MOST_ENTRIES = 2_000;
/** The XML of a sheet of 40,000 rows by 60 columns stays below. */
const MOST_INFLATED = 400 * 1024 * 1024;
const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LISTED_BYTES = 46;
const LOCAL_BYTES = 30;

export const DAMAGED =
  "Ce classeur est abîmé ou incomplet\u00a0: ouvrez-le dans votre tableur, enregistrez-le à nouveau, puis renvoyez-le.";
const LOCKED =
  "Ce classeur est protégé par un mot de passe\u00a0: retirez le mot de passe dans votre tableur, enregistrez-le, puis renvoyez-le.";
const ODD =
  "Cette archive n’est pas un classeur tel qu’un tableur l’enregistre\u00a0: ouvrez le fichier dans votre tableur et enregistrez-le en XLSX ou en ODS.";

/** @throws Unreadable where the list is not that of a workbook. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new Unreadable(ODD);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + LISTED_BYTES > end || view.getUint32(at, true) !== LISTED) throw new Unreadable(DAMAGED);
    const nameBytes = view.getUint16(at + 28, true);
    const entry = entryAt(bytes, view, at, nameBytes);
    if (entries.has(entry.name) || /(^|[\\/])\.\.([\\/]|$)/.test(entry.name)) throw new Unreadable(ODD);
    entries.set(entry.name, entry);
    at += LISTED_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the end of the list is; it may have a comment after it. */
function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Unreadable(DAMAGED);
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameBytes: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const local = view.getUint32(at + 42, true);
  if ((flags & 1) !== 0) throw new Unreadable(LOCKED);
  if (method !== 0 && method !== 8) throw new Unreadable(ODD);
  if (local + LOCAL_BYTES > bytes.length || view.getUint32(local, true) !== LOCAL) {
    throw new Unreadable(DAMAGED);
  }
  const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
  if (packed.length < view.getUint32(at + 20, true)) throw new Unreadable(DAMAGED);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + LISTED_BYTES, at + LISTED_BYTES + nameBytes)),
    size: view.getUint32(at + 24, true),
    checksum: view.getUint32(at + 16, true),
    isDeflated: method === 8,
    packed,
  };
}

/**
 * What an entry holds, in pieces.
 *
 * @throws Unreadable as soon as it holds more than `most`, and at its end where it is not what the list said.
 */
export async function* contentOf(entry: ZipEntry, most = MOST_INFLATED): AsyncGenerator<Uint8Array> {
  const tooLarge = new Unreadable(
    `Ce classeur, une fois ouvert, dépasse ${megabytes(most)}\u00a0: gardez la feuille à importer, sans les lignes ni les colonnes vides mises en forme, dans un nouveau classeur.`,
  );
  if (entry.size > most) throw tooLarge;
  let size = 0;
  let checksum = 0;
  for await (const piece of piecesOf(entry)) {
    size += piece.length;
    if (size > entry.size) throw new Unreadable(DAMAGED);
    checksum = zlib.crc32(piece, checksum);
    yield piece;
  }
  if (size !== entry.size || checksum !== entry.checksum) throw new Unreadable(DAMAGED);
}

async function* piecesOf({ packed, isDeflated }: ZipEntry): AsyncGenerator<Uint8Array> {
  if (!isDeflated) {
    for (let at = 0; at < packed.length; at += PIECE) yield packed.subarray(at, at + PIECE);
    return;
  }
  const inflate = zlib.createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
      throw new Unreadable(DAMAGED);
    }
    throw error;
  } finally {
    inflate.destroy();
  }
}

const PIECE = 128 * 1024;
