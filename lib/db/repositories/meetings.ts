import type { Prisma } from "@/generated/prisma/client";
import type { MeetingContent, MeetingKind, Participant } from "../../schemas/meeting";
import { dateOf, dayOf, isUuid, type Tx } from "./rows";

export interface Meeting extends MeetingContent {
  readonly id: string;
  readonly version: number;
}

/** Documents by name; those taken away are no longer attached to anything. */
const WITH_DOCUMENTS = {
  documents: { where: { removedAt: null }, select: { id: true }, orderBy: [{ name: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.MeetingInclude;
type MeetingRow = Prisma.MeetingGetPayload<{ include: typeof WITH_DOCUMENTS }>;

const meetingOf = ({
  id,
  version,
  kind,
  heldOn,
  participants,
  decisions,
  documents,
}: MeetingRow): Meeting => ({
  id,
  version,
  kind: kind satisfies MeetingKind,
  heldOn: dayOf(heldOn),
  // Only insertMeeting and updateMeeting write this column, from what the schema accepted.
  participants: participants as unknown as readonly Participant[],
  decisions,
  documents: documents.map((one) => one.id),
});

/** The meetings of a CPTS, latest first. */
export async function listMeetings(tx: Tx, cptsId: string): Promise<Meeting[]> {
  const rows = await tx.meeting.findMany({
    where: { cptsId },
    include: WITH_DOCUMENTS,
    orderBy: [{ heldOn: "desc" }, { createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map(meetingOf);
}

/** A meeting of this CPTS; null for another's. */
export async function findMeeting(tx: Tx, cptsId: string, id: string): Promise<Meeting | null> {
  if (!isUuid(id)) return null;
  const row = await tx.meeting.findFirst({ where: { id, cptsId }, include: WITH_DOCUMENTS });
  return row && meetingOf(row);
}

/** Adds a meeting, version 1, documents left out. @returns its id. */
export async function insertMeeting(
  tx: Tx,
  cptsId: string,
  content: MeetingContent,
  createdBy: string,
): Promise<string> {
  const { id } = await tx.meeting.create({ data: { cptsId, createdBy, ...columns(content) } });
  return id;
}

/** @returns false when the meeting is no longer at `version`; nothing is written then. */
export async function updateMeeting(
  tx: Tx,
  { id, version }: Pick<Meeting, "id" | "version">,
  content: MeetingContent,
): Promise<boolean> {
  const { count } = await tx.meeting.updateMany({
    where: { id, version },
    data: { version: version + 1, ...columns(content) },
  });
  return count === 1;
}

/** Takes a meeting away; its documents stay with the CPTS. */
export async function deleteMeeting(tx: Tx, id: string): Promise<void> {
  await tx.document.updateMany({ where: { meetingId: id }, data: { meetingId: null } });
  await tx.meeting.delete({ where: { id } });
}

const columns = ({ kind, heldOn, participants, decisions }: MeetingContent) => ({
  kind,
  heldOn: dateOf(heldOn),
  participants: participants as unknown as Prisma.InputJsonArray,
  decisions,
});
