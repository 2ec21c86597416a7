import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { areBytesKept } from "./repositories/documents";
import type { Tx } from "./repositories/rows";

/** What names the bytes of a document. */
export interface Stored {
  readonly id: string;
  readonly sha256: string;
}

/** Where the bytes of new documents go: the database, or a directory. */
export interface DocumentsStore {
  /** Keeps the bytes, durably before it returns; within the transaction that adds the document's line. */
  put(tx: Tx, document: Stored, bytes: Uint8Array): Promise<void>;
  /** The bytes as they were put, wherever that was; null where they are lost or altered. */
  get(tx: Tx, document: Stored): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * Takes the bytes away, unless another document has the same. Within a transaction of its own, once the
   * document is ended for good: a file cannot be rolled back.
   */
  remove(tx: Tx, document: Stored): Promise<void>;
}

/** The store by configuration: `DOCUMENTS_DIR`, else the database. What was put before a change is still found. */
export function documentsStore(directory = process.env.DOCUMENTS_DIR): DocumentsStore {
  const folder = directory ? path.resolve(/*turbopackIgnore: true*/ directory) : null;
  return {
    put: (tx, document, bytes) =>
      folder === null ? putRow(tx, document, bytes) : putFile(folder, document.sha256, bytes),
    get: async (tx, document) => {
      const bytes = (await getRow(tx, document)) ?? (folder && (await getFile(folder, document.sha256)));
      return bytes && sha256Of(bytes) === document.sha256 ? bytes : null;
    },
    remove: async (tx, { id, sha256 }) => {
      await tx.documentContent.deleteMany({ where: { documentId: id } });
      if (folder !== null && !(await areBytesKept(tx, sha256)))
        await rm(fileOf(folder, sha256), { force: true });
    },
  };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function putRow(tx: Tx, { id }: Stored, bytes: Uint8Array): Promise<void> {
  await tx.documentContent.create({ data: { documentId: id, content: new Uint8Array(bytes) } });
}

async function getRow(tx: Tx, { id }: Stored): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await tx.documentContent.findUnique({ where: { documentId: id } });
  return row && new Uint8Array(row.content);
}

/** Named by its content alone, spread over 256 folders. */
function fileOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("no file is named so");
  return path.join(/*turbopackIgnore: true*/ folder, sha256.slice(0, 2), sha256);
}

/** Written aside, synced, then renamed: a file of this name is always whole. */
async function putFile(folder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const file = fileOf(folder, sha256);
  const parent = path.dirname(file);
  await mkdir(parent, { recursive: true, mode: 0o750 });
  const aside = path.join(/*turbopackIgnore: true*/ parent, `.${randomUUID()}`);
  try {
    const handle = await open(aside, "wx", 0o640);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(parent);
  await syncFolder(folder);
}

/** The name itself must survive a power cut; some systems cannot sync a folder, and say so. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function getFile(folder: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(fileOf(folder, sha256)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
