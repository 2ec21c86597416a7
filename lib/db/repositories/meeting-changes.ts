import type { Tx } from "./rows";

/** Who last wrote a meeting, and when, as the journal of its CPTS says; null where it does not. */
export async function lastMeetingChange(
  tx: Tx,
  slug: string,
  id: string,
): Promise<{ readonly actor: string; readonly at: string } | null> {
  const entry = await tx.auditEntry.findFirst({
    where: {
      subject: `cpts:${slug}`,
      action: { in: ["meeting.added", "meeting.changed"] },
      after: { path: ["id"], equals: id },
    },
    orderBy: { id: "desc" },
  });
  return entry && { actor: entry.actor, at: entry.at.toISOString() };
}
