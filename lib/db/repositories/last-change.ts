import type { Tx } from "./rows";

/** Who last wrote a thing of a record (a meeting, a payment), and when, as its journal says; null where it does not. */
export async function lastChange(
  tx: Tx,
  slug: string,
  kind: "meeting" | "payment",
  id: string,
): Promise<{ readonly actor: string; readonly at: string } | null> {
  const entry = await tx.auditEntry.findFirst({
    where: {
      subject: `cpts:${slug}`,
      action: { in: [`${kind}.added`, `${kind}.changed`] },
      after: { path: ["id"], equals: id },
    },
    orderBy: { id: "desc" },
  });
  return entry && { actor: entry.actor, at: entry.at.toISOString() };
}
