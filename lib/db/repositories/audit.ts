import { Prisma } from "@/generated/prisma/client";
import { type Tx, integerOf } from "./rows";

/** What a subject was before and is after: any JSON, null where there was or is nothing. */
export type AuditState = Prisma.InputJsonObject | null;

export interface AuditFact {
  /** `system` for loads at start, else the id of an account. */
  readonly actor: string;
  readonly action: string;
  /** What was acted on: `cpts:sud-allier`, `dataset:reference`. */
  readonly subject: string;
  readonly before: AuditState;
  readonly after: AuditState;
}

export interface AuditEntry extends Omit<AuditFact, "before" | "after"> {
  readonly id: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly before: Prisma.JsonValue;
  readonly after: Prisma.JsonValue;
}

/** Adds one entry to the journal, in the transaction that makes the change. The database refuses to alter it later. */
export async function appendAudit(tx: Tx, fact: AuditFact): Promise<void> {
  await tx.auditEntry.create({
    data: { ...fact, before: fact.before ?? Prisma.DbNull, after: fact.after ?? Prisma.DbNull },
  });
}

/** The journal of one subject, latest first. */
export async function listAudit(tx: Tx, subject: string): Promise<AuditEntry[]> {
  const entries = await tx.auditEntry.findMany({ where: { subject }, orderBy: { id: "desc" } });
  return entries.map((entry) => ({ ...entry, id: integerOf(entry.id), at: entry.at.toISOString() }));
}
