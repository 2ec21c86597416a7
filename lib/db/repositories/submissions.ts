import type { Prisma } from "@/generated/prisma/client";
import type { BindingSection, Contents } from "../../record/sections";
import { isUuid, type Tx } from "./rows";

export type SubmissionStatus = "submitted" | "returned" | "accepted" | "withdrawn";

/** What a round proposes, section by section, and what it stood on. */
export type ProposedSections = {
  readonly [S in BindingSection]?: { readonly base: Contents[S]; readonly proposed: Contents[S] };
};

export interface Submission {
  readonly id: string;
  readonly cptsId: string;
  readonly slug: string;
  /** Of the CPTS. */
  readonly name: string;
  readonly round: number;
  readonly status: SubmissionStatus;
  readonly content: ProposedSections;
  readonly message: string | null;
  readonly submittedBy: string;
  /** ISO 8601 instants, UTC. */
  readonly submittedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly comment: string | null;
}

const WITH_SLUG = {
  cpts: { select: { slug: true, name: true } },
} as const satisfies Prisma.SubmissionInclude;
type SubmissionRow = Prisma.SubmissionGetPayload<{ include: typeof WITH_SLUG }>;

const submissionOf = ({ cpts, content, submittedAt, decidedAt, ...row }: SubmissionRow): Submission => ({
  ...row,
  slug: cpts.slug,
  name: cpts.name,
  // Only insertSubmission writes this column, from contents that their schemas accepted.
  content: content as unknown as ProposedSections,
  submittedAt: submittedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

export async function findSubmission(tx: Tx, id: string): Promise<Submission | null> {
  if (!isUuid(id)) return null;
  const row = await tx.submission.findUnique({ where: { id }, include: WITH_SLUG });
  return row && submissionOf(row);
}

export async function findWaiting(tx: Tx, cptsId: string): Promise<Submission | null> {
  const row = await tx.submission.findFirst({ where: { cptsId, status: "submitted" }, include: WITH_SLUG });
  return row && submissionOf(row);
}

/** All the rounds of one CPTS, latest first. */
export async function listSubmissions(tx: Tx, cptsId: string): Promise<Submission[]> {
  const rows = await tx.submission.findMany({
    where: { cptsId },
    include: WITH_SLUG,
    orderBy: { round: "desc" },
  });
  return rows.map(submissionOf);
}

/** Those that wait for a decision on these CPTS, the longest waiting first. */
export async function listWaiting(tx: Tx, cptsIds: readonly string[]): Promise<Submission[]> {
  const rows = await tx.submission.findMany({
    where: { cptsId: { in: [...cptsIds] }, status: "submitted" },
    include: WITH_SLUG,
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(submissionOf);
}

/** The last round of each of these CPTS, the latest decided first. */
export async function listLastRounds(tx: Tx, cptsIds: readonly string[]): Promise<Submission[]> {
  const rows = await tx.submission.findMany({
    where: { cptsId: { in: [...cptsIds] } },
    include: WITH_SLUG,
    distinct: ["cptsId"],
    orderBy: [{ cptsId: "asc" }, { round: "desc" }],
  });
  return rows
    .map(submissionOf)
    .sort((a, b) => ((a.decidedAt ?? a.submittedAt) > (b.decidedAt ?? b.submittedAt) ? -1 : 1));
}

/** Adds the next round of a CPTS. */
export async function insertSubmission(
  tx: Tx,
  submission: Pick<Submission, "cptsId" | "content" | "message" | "submittedBy">,
): Promise<Submission> {
  const { cptsId, content, message, submittedBy } = submission;
  const last = await tx.submission.aggregate({ where: { cptsId }, _max: { round: true } });
  const row = await tx.submission.create({
    data: {
      cptsId,
      round: (last._max.round ?? 0) + 1,
      content: content as unknown as Prisma.InputJsonObject,
      message,
      submittedBy,
    },
    include: WITH_SLUG,
  });
  return submissionOf(row);
}

/** Ends a round that still waits. @returns false when it no longer does; nothing is written then. */
export async function decideSubmission(
  tx: Tx,
  id: string,
  decision: { readonly status: Exclude<SubmissionStatus, "submitted">; by: string; comment: string | null },
): Promise<boolean> {
  const { status, by, comment } = decision;
  const { count } = await tx.submission.updateMany({
    where: { id, status: "submitted" },
    data: { status, decidedBy: by, decidedAt: new Date(), comment },
  });
  return count === 1;
}
