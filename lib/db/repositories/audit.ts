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

/** As {@link appendAudit}, for the many records that one file changes. */
export async function appendAudits(tx: Tx, facts: readonly AuditFact[]): Promise<void> {
  await tx.auditEntry.createMany({
    data: facts.map((fact) => ({
      ...fact,
      before: fact.before ?? Prisma.DbNull,
      after: fact.after ?? Prisma.DbNull,
    })),
  });
}

/** The journal of one subject, latest first. */
export async function listAudit(tx: Tx, subject: string): Promise<AuditEntry[]> {
  const entries = await tx.auditEntry.findMany({ where: { subject }, orderBy: { id: "desc" } });
  return entries.map((entry) => ({ ...entry, id: integerOf(entry.id), at: entry.at.toISOString() }));
}

/** Which entries: everything that is told must hold. */
export interface AuditFilter {
  readonly subject?: string | undefined;
  /** Accounts; none of them when empty. */
  readonly actors?: readonly string[] | undefined;
  /** Entries whose action, or whose subject, begins so. */
  readonly actions?: readonly string[] | undefined;
  readonly subjects?: readonly string[] | undefined;
  /** From an instant (included) to another (excluded). */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** A page of the journal, latest first: entries older than `before`, an id. */
export async function pageOfAudit(
  tx: Tx,
  filter: AuditFilter,
  { before, most }: { readonly before: number | null; readonly most: number },
): Promise<AuditEntry[]> {
  const entries = await tx.auditEntry.findMany({
    where: { AND: [whereOf(filter), before === null ? {} : { id: { lt: before } }] },
    orderBy: { id: "desc" },
    take: most,
  });
  return entries.map((entry) => ({ ...entry, id: integerOf(entry.id), at: entry.at.toISOString() }));
}

export async function countAudit(tx: Tx, filter: AuditFilter): Promise<number> {
  return tx.auditEntry.count({ where: whereOf(filter) });
}

/** Who ever acted on a subject. */
export async function auditActors(tx: Tx, subject: string): Promise<string[]> {
  const rows = await tx.auditEntry.findMany({
    where: { subject },
    distinct: ["actor"],
    select: { actor: true },
    orderBy: { actor: "asc" },
  });
  return rows.map(({ actor }) => actor);
}

function whereOf({ subject, actors, actions, subjects, from, to }: AuditFilter): Prisma.AuditEntryWhereInput {
  const kinds = [
    ...(actions ?? []).map((start) => ({ action: { startsWith: start } })),
    ...(subjects ?? []).map((start) => ({ subject: { startsWith: start } })),
  ];
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(actors === undefined ? {} : { actor: { in: [...actors] } }),
    ...(kinds.length === 0 ? {} : { OR: kinds }),
    at: { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lt: to }) },
  };
}
