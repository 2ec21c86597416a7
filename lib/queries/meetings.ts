import { can, type Viewer } from "../auth/can";
import { listDocuments, type Document } from "../db/repositories/documents";
import { findMeeting, listMeetings, type Meeting } from "../db/repositories/meetings";
import type { IsoDay } from "../kernel/date";
import type { MeetingContent } from "../schemas/meeting";
import { openOwnCpts, type OwnCpts } from "./own-cpts";

export interface AttachedDocument {
  readonly id: string;
  readonly name: string;
  /** Whether another meeting than the one shown has it. */
  readonly elsewhere: boolean;
}

export interface MeetingView extends Omit<MeetingContent, "documents"> {
  readonly id: string;
  readonly version: number;
  /** Null for whoever may not see documents. */
  readonly documents: readonly AttachedDocument[] | null;
}

interface OfCpts {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly mayWrite: boolean;
}

export interface MeetingsPage extends OfCpts {
  /** Latest first. */
  readonly meetings: readonly MeetingView[];
}

export interface MeetingPage extends OfCpts {
  /** Null for a new one. */
  readonly meeting: MeetingView | null;
  /** What may be attached: the documents of the CPTS. Null for whoever may not see them. */
  readonly documents: readonly AttachedDocument[] | null;
}

/** Null where the CPTS does not exist, or not for this viewer. */
export async function meetingsPage(
  viewer: Viewer,
  slug: string,
  today: IsoDay,
): Promise<MeetingsPage | null> {
  const own = await openOwnCpts(viewer, slug, "read", "meeting");
  if (!own) return null;
  const [meetings, documents] = await Promise.all([
    listMeetings(own.db.prisma, own.id),
    documentsOf(viewer, own),
  ]);
  return { ...base(viewer, own, today), meetings: meetings.map((one) => viewOf(one, documents)) };
}

/** The form of a meeting, or of a new one (`id` null). Null where it does not exist, or not for this viewer. */
export async function meetingPage(
  viewer: Viewer,
  slug: string,
  id: string | null,
  today: IsoDay,
): Promise<MeetingPage | null> {
  const own = await openOwnCpts(viewer, slug, id === null ? "write" : "read", "meeting");
  if (!own) return null;
  const meeting = id === null ? null : await findMeeting(own.db.prisma, own.id, id);
  if (id !== null && !meeting) return null;
  const documents = await documentsOf(viewer, own);
  return {
    ...base(viewer, own, today),
    meeting: meeting && viewOf(meeting, documents),
    documents: documents && documents.map((one) => attached(one, id)),
  };
}

const base = (viewer: Viewer, { slug, name, scope }: OwnCpts, today: IsoDay): OfCpts => ({
  slug,
  name,
  today,
  mayWrite: can(viewer, "write", "meeting", scope),
});

async function documentsOf(viewer: Viewer, { db, id, scope }: OwnCpts): Promise<readonly Document[] | null> {
  if (!can(viewer, "read", "document", scope)) return null;
  return (await listDocuments(db.prisma, id)).filter(({ removedAt }) => removedAt === null);
}

function viewOf(meeting: Meeting, documents: readonly Document[] | null): MeetingView {
  const own = documents?.filter(({ meetingId }) => meetingId === meeting.id) ?? null;
  return { ...meeting, documents: own && own.map((one) => attached(one, meeting.id)) };
}

const attached = ({ id, name, meetingId }: Document, meeting: string | null): AttachedDocument => ({
  id,
  name,
  elsewhere: meetingId !== null && meetingId !== meeting,
});
