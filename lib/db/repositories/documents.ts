import { isUuid, type Tx } from "./rows";

/** A file attached to a record; its bytes are the business of {@link import("../documents-store")}. */
export interface Document {
  readonly id: string;
  readonly cptsId: string;
  /** The meeting it belongs to, where it belongs to one. */
  readonly meetingId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  /** ISO 8601 instants, UTC. */
  readonly uploadedAt: string;
  /** Null while its bytes are kept. */
  readonly removedAt: string | null;
}

type DocumentRow = NonNullable<Awaited<ReturnType<Tx["document"]["findUnique"]>>>;

const documentOf = ({ uploadedAt, removedAt, ...row }: DocumentRow): Document => ({
  ...row,
  uploadedAt: uploadedAt.toISOString(),
  removedAt: removedAt?.toISOString() ?? null,
});

/** All that was ever attached to a CPTS, latest first. */
export async function listDocuments(tx: Tx, cptsId: string): Promise<Document[]> {
  const rows = await tx.document.findMany({
    where: { cptsId },
    orderBy: [{ uploadedAt: "desc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map(documentOf);
}

/** What documents are called, those taken away since included. @param ids whatever a journal holds: what is no id names nothing */
export async function documentNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter(isUuid);
  if (wanted.length === 0) return new Map();
  const rows = await tx.document.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A document of this CPTS; null for another's. */
export async function findDocument(tx: Tx, cptsId: string, id: string): Promise<Document | null> {
  if (!isUuid(id)) return null;
  const row = await tx.document.findFirst({ where: { id, cptsId } });
  return row && documentOf(row);
}

export async function insertDocument(
  tx: Tx,
  document: Omit<Document, "id" | "uploadedAt" | "removedAt">,
): Promise<Document> {
  return documentOf(await tx.document.create({ data: document }));
}

/** Ends a document: its line stays, attached to no meeting. */
export async function endDocument(tx: Tx, id: string): Promise<void> {
  await tx.document.update({ where: { id }, data: { removedAt: new Date(), meetingId: null } });
}

/** Whether some document still has these bytes, whichever the CPTS. */
export async function areBytesKept(tx: Tx, sha256: string): Promise<boolean> {
  return (await tx.document.count({ where: { sha256, removedAt: null } })) > 0;
}

/** Attaches exactly these documents of the CPTS to a meeting; the others that it had are let go. */
export async function attachDocuments(
  tx: Tx,
  cptsId: string,
  meetingId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.document.updateMany({
    where: { cptsId, meetingId, id: { notIn: [...ids] } },
    data: { meetingId: null },
  });
  await tx.document.updateMany({
    where: { cptsId, id: { in: [...ids] }, removedAt: null },
    data: { meetingId },
  });
}
