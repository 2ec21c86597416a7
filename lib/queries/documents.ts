import { can, type Viewer } from "../auth/can";
import { accountNames } from "../db/repositories/account-names";
import { listDocuments, type Document } from "../db/repositories/documents";
import { listMeetings, type Meeting } from "../db/repositories/meetings";
import type { IsoDay } from "../kernel/date";
import type { MeetingKind } from "../schemas/meeting";
import { openOwnCpts } from "./own-cpts";

export interface DocumentRow extends Pick<Document, "id" | "name" | "mediaType" | "bytes" | "uploadedAt"> {
  /** Name of whoever added it. */
  readonly by: string;
  readonly meeting: DocumentMeeting | null;
}

export interface DocumentMeeting {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly heldOn: IsoDay;
}

export interface DocumentsPage {
  readonly slug: string;
  readonly name: string;
  readonly mayAdd: boolean;
  readonly mayRemove: boolean;
  /** Latest first. */
  readonly documents: readonly DocumentRow[];
  readonly totalBytes: number;
  /** Those taken away, of which only this line is left. */
  readonly removed: readonly (Omit<DocumentRow, "meeting"> & { readonly removedAt: string })[];
  /** Latest first: what a document may be attached to; empty for whoever may not attach. */
  readonly meetings: readonly DocumentMeeting[];
}

/** Null where the CPTS does not exist, or its documents are not this viewer's to see. */
export async function documentsPage(viewer: Viewer, slug: string): Promise<DocumentsPage | null> {
  const own = await openOwnCpts(viewer, slug, "read", "document");
  if (!own) return null;
  const { prisma } = own.db;
  const [all, meetings] = await Promise.all([listDocuments(prisma, own.id), listMeetings(prisma, own.id)]);
  const names = await accountNames(
    prisma,
    all.map(({ uploadedBy }) => uploadedBy),
  );
  const line = ({ id, name, mediaType, bytes, uploadedAt, uploadedBy }: Document) => ({
    id,
    name,
    mediaType,
    bytes,
    uploadedAt,
    by: names.get(uploadedBy) ?? uploadedBy,
  });
  const kept = all.filter(({ removedAt }) => removedAt === null);
  return {
    slug,
    name: own.name,
    mayAdd: can(viewer, "add", "document", own.scope),
    mayRemove: can(viewer, "remove", "document", own.scope),
    documents: kept.map((one) => ({ ...line(one), meeting: meetingOf(meetings, one.meetingId) })),
    totalBytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
    removed: all.flatMap((one) =>
      one.removedAt === null ? [] : [{ ...line(one), removedAt: one.removedAt }],
    ),
    meetings: meetings.map(({ id, kind, heldOn }) => ({ id, kind, heldOn })),
  };
}

function meetingOf(meetings: readonly Meeting[], wanted: string | null): DocumentMeeting | null {
  const found = meetings.find(({ id }) => id === wanted);
  return found ? { id: found.id, kind: found.kind, heldOn: found.heldOn } : null;
}
