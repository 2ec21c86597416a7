import { can, type Viewer } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { findKept } from "../db/repositories/kept";
import type { Tx } from "../db/repositories/rows";
import { listSubmissions, type Submission, type SubmissionStatus } from "../db/repositories/submissions";
import { BINDING_SECTIONS, type BindingSection } from "../record/sections";
import { proposalChanges, type ProposalChanges } from "./proposal-changes";
import { openWorld } from "./world";

interface Asker {
  readonly viewer: Viewer;
}

/** One round of validation as a list names it. */
export interface ProposalRow {
  readonly id: string;
  readonly slug: string;
  /** Of the CPTS. */
  readonly name: string;
  readonly round: number;
  readonly status: SubmissionStatus;
  /** What it proposes to change, in the order of the sections. */
  readonly sections: readonly BindingSection[];
  readonly message: string | null;
  /** Names of accounts. */
  readonly submittedBy: string;
  readonly decidedBy: string | null;
  /** ISO 8601 instants, UTC. */
  readonly submittedAt: string;
  readonly decidedAt: string | null;
  readonly comment: string | null;
}

export interface ProposalHistory {
  readonly slug: string;
  readonly name: string;
  readonly mayPropose: boolean;
  /** Latest first, each with what it changed as it was proposed. */
  readonly rounds: readonly (ProposalRow & { readonly changes: ProposalChanges })[];
}

/** All the rounds of a CPTS; null where the viewer may not read its record, as where there is none. */
export async function proposalsOf({ viewer }: Asker, slug: string): Promise<ProposalHistory | null> {
  const { prisma } = await getDb();
  const found = await findKept(prisma, slug);
  if (!found) return null;
  const scope = { cptsId: found.id, departments: found.departments };
  if (!can(viewer, "read", "record", scope)) return null;
  const world = await openWorld(viewer);
  const submissions = await listSubmissions(prisma, found.id);
  const rows = await rowsOf(prisma, submissions);
  return {
    slug,
    name: found.kept.record.name,
    mayPropose: can(viewer, "propose", "record", scope),
    rounds: rows.map((row, index) => ({
      ...row,
      changes: proposalChanges(world, submissions[index]?.content ?? {}),
    })),
  };
}

export async function rowsOf(tx: Tx, submissions: readonly Submission[]): Promise<ProposalRow[]> {
  const ids = submissions.flatMap(({ submittedBy, decidedBy }) => [submittedBy, decidedBy ?? []].flat());
  const names = await accountNames(tx, ids);
  return submissions.map((one) => ({
    id: one.id,
    slug: one.slug,
    name: one.name,
    round: one.round,
    status: one.status,
    sections: BINDING_SECTIONS.filter((section) => one.content[section] !== undefined),
    message: one.message,
    submittedBy: names.get(one.submittedBy) ?? "",
    decidedBy: one.decidedBy === null ? null : (names.get(one.decidedBy) ?? ""),
    submittedAt: one.submittedAt,
    decidedAt: one.decidedAt,
    comment: one.comment,
  }));
}
