import type { Prisma } from "@/generated/prisma/client";
import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { documentsStore, sha256Of } from "../db/documents-store";
import { appendAudit } from "../db/repositories/audit";
import {
  endDocument,
  findDocument,
  insertDocument,
  listDocuments,
  type Document,
} from "../db/repositories/documents";
import { scopeOf } from "../db/repositories/kept";
import { findMeeting } from "../db/repositories/meetings";
import type { Tx } from "../db/repositories/rows";
import { ok } from "../kernel/result";
import { documentName, MOST_DOCUMENT_BYTES, MOST_DOCUMENTS, type DocumentType } from "../schemas/document";
import type { FieldIssue } from "../schemas/sections";
import { documentTypeOf } from "./document-type";
import { accountOf, invalid, notFound, refused, type Actor, type Outcome } from "./outcome";

/** A file as it was sent; its name is what the sender's machine calls it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DocumentsInput {
  readonly files: readonly SentFile[];
  /** The meeting that they belong to; null or empty for none. */
  readonly meeting: string | null;
}

interface Checked extends SentFile {
  readonly type: DocumentType;
  readonly sha256: string;
}

type Added = Pick<Document, "id" | "name">;

/**
 * Attaches files to a record: all of them, or none where one is refused. Issues are named `files`, with
 * the file's place. Throws Forbidden.
 */
export async function addDocuments(
  actor: Actor,
  slug: string,
  { files, meeting }: DocumentsInput,
): Promise<Outcome<{ readonly documents: readonly Added[] }>> {
  const { prisma, keep } = await getDb();
  const scope = await scopeOf(prisma, slug);
  if (!scope) return notFound();
  authorise(actor.viewer, "add", "document", scope);
  if (files.length === 0) return invalid([{ path: ["files"], message: NO_FILE }]);
  const { checked, issues } = await checkFiles(files);
  if (issues.length > 0) return invalid(issues);

  return keep(async (tx) => {
    const now = await scopeOf(tx, slug);
    if (!now) return notFound();
    authorise(actor.viewer, "add", "document", now);
    const held = (await listDocuments(tx, now.cptsId)).filter(({ removedAt }) => removedAt === null);
    if (held.length + checked.length > MOST_DOCUMENTS) return refused(TOO_MANY);
    if (meeting && !(await findMeeting(tx, now.cptsId, meeting))) {
      return invalid([
        { path: ["meeting"], message: "n’existe plus\u00a0: choisissez-en une autre, ou aucune" },
      ]);
    }
    const twice = alreadyThere(checked, held);
    if (twice.length > 0) return invalid(twice);
    const documents: Added[] = [];
    for (const file of checked)
      documents.push(await store(tx, actor, slug, now.cptsId, meeting || null, file));
    return ok({ documents });
  });
}

const NO_FILE = "manque\u00a0: choisissez au moins un fichier";
const TOO_MANY = `Une fiche garde au plus ${MOST_DOCUMENTS} documents. Retirez-en avant d’en ajouter.`;

async function checkFiles(files: readonly SentFile[]) {
  const checked: Checked[] = [];
  const issues: FieldIssue[] = [];
  for (const [index, file] of files.entries()) {
    const found = await checkFile(file);
    if ("why" in found) issues.push({ path: ["files", index], message: found.why });
    else checked.push({ ...file, type: found.type, sha256: sha256Of(file.bytes) });
  }
  return { checked, issues };
}

async function checkFile({ bytes }: SentFile) {
  if (bytes.length === 0) return { why: "est vide\u00a0: vérifiez-le sur votre poste" };
  if (bytes.length > MOST_DOCUMENT_BYTES) {
    return { why: "dépasse 10\u00a0Mo\u00a0: réduisez-le, ou partagez-le en plusieurs fichiers" };
  }
  return documentTypeOf(bytes);
}

/** The same bytes twice, here or among those sent: sent again by mistake. */
function alreadyThere(files: readonly Checked[], held: readonly Document[]): FieldIssue[] {
  return files.flatMap(({ sha256 }, index): FieldIssue[] => {
    const same = held.find((one) => one.sha256 === sha256);
    if (same) {
      return [{ path: ["files", index], message: `est déjà là, sous le nom «\u00a0${same.name}\u00a0»` }];
    }
    const first = files.findIndex((one) => one.sha256 === sha256);
    return first < index ? [{ path: ["files", index], message: "est envoyé deux fois" }] : [];
  });
}

async function store(
  tx: Tx,
  actor: Actor,
  slug: string,
  cptsId: string,
  meetingId: string | null,
  { name, bytes, type, sha256 }: Checked,
): Promise<Added> {
  const document = await insertDocument(tx, {
    cptsId,
    meetingId,
    name: documentName(name, type),
    mediaType: type,
    bytes: bytes.length,
    sha256,
    uploadedBy: accountOf(actor),
  });
  await documentsStore().put(tx, document, bytes);
  await audit(tx, actor, slug, "document.added", null, document);
  return { id: document.id, name: document.name };
}

/** Takes a document's bytes away; its line stays. Throws Forbidden. */
export async function removeDocument(actor: Actor, slug: string, id: string): Promise<Outcome<null>> {
  const { keep } = await getDb();
  const ended = await keep(async (tx): Promise<Outcome<Document>> => {
    const found = await authorised(tx, actor, slug, id, "remove");
    if (!found || found.removedAt !== null) return notFound();
    await endDocument(tx, id);
    await audit(tx, actor, slug, "document.removed", found, null);
    return ok(found);
  });
  if (!ended.ok) return ended;
  // Once the end is committed, and behind the same lock as whoever might add the same bytes meanwhile.
  await keep((tx) => documentsStore().remove(tx, ended.value));
  return ok(null);
}

export interface OpenedDocument extends Pick<Document, "name" | "mediaType"> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A document's bytes, for whoever may read them; the journal says who took them. Throws Forbidden. */
export async function openDocument(actor: Actor, slug: string, id: string): Promise<Outcome<OpenedDocument>> {
  const { keep } = await getDb();
  return keep(async (tx) => {
    const found = await authorised(tx, actor, slug, id, "read");
    if (!found || found.removedAt !== null) return notFound();
    const bytes = await documentsStore().get(tx, found);
    if (bytes === null) return refused(LOST);
    await audit(tx, actor, slug, "document.downloaded", null, found);
    return ok({ name: found.name, mediaType: found.mediaType, bytes });
  });
}

const LOST =
  "Le contenu de ce document n’est plus lisible sur le serveur. Prévenez l’administrateur de Maillage, ou ajoutez le fichier à nouveau.";

/** The document, where it is this CPTS's. Another's does not exist here. */
async function authorised(tx: Tx, { viewer }: Actor, slug: string, id: string, action: "read" | "remove") {
  const scope = await scopeOf(tx, slug);
  if (!scope) return null;
  authorise(viewer, action, "document", scope);
  return findDocument(tx, scope.cptsId, id);
}

function audit(
  tx: Tx,
  actor: Actor,
  slug: string,
  action: string,
  before: Document | null,
  after: Document | null,
): Promise<void> {
  const entry = { actor: accountOf(actor), action, subject: `cpts:${slug}` };
  return appendAudit(tx, { ...entry, before: stateOf(before), after: stateOf(after) });
}

function stateOf(document: Document | null): Prisma.InputJsonObject | null {
  if (document === null) return null;
  const { id, name, mediaType, bytes, sha256, meetingId } = document;
  return { id, name, mediaType, bytes, sha256, meetingId };
}
