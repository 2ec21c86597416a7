import type { Prisma } from "@/generated/prisma/client";
import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { appendAudit } from "../db/repositories/audit";
import { listDrafts } from "../db/repositories/drafts";
import { findKept } from "../db/repositories/kept";
import type { Tx } from "../db/repositories/rows";
import { findWaiting, insertSubmission, type ProposedSections } from "../db/repositories/submissions";
import { ok } from "../kernel/result";
import { openWorld } from "../queries/world";
import { differenceOf } from "../record/differences";
import { asIf, BINDING_SECTIONS, readSection, type BindingSection } from "../record/sections";
import { proposalMessage } from "../schemas/remarks";
import type { FieldIssue } from "../schemas/sections";
import { checkSection } from "./check-section";
import { conflictWith } from "./drafts";
import { accountOf, faultsOf, invalid, notFound, refused, type Actor, type Outcome } from "./outcome";

export interface ProposalInput {
  /** The version of the record that the writer has compared them with: theirs writes over no other. */
  readonly recordVersion: number;
  /** The versions of the drafts that the writer has read again, by section: exactly what is proposed. */
  readonly drafts: Readonly<Partial<Record<BindingSection, number>>>;
  readonly message: string | null;
}

/**
 * Proposes the drafts of the binding sections to the ARS and the CPAM: one round, which locks them until it
 * is decided or withdrawn. Issues are named by section first; a conflict is a draft saved meanwhile. Throws
 * Forbidden.
 */
export async function submitProposal(
  actor: Actor,
  slug: string,
  { recordVersion, drafts: seen, message: typed }: ProposalInput,
): Promise<Outcome<{ readonly id: string; readonly round: number }>> {
  const read = proposalMessage.safeParse(typed);
  const { keep } = await getDb();
  const world = seen.indicators === undefined ? null : await openWorld(actor.viewer);
  return keep(async (tx) => {
    const found = await findKept(tx, slug);
    if (!found) return notFound();
    const scope = { cptsId: found.id, departments: found.departments };
    authorise(actor.viewer, "propose", "record", scope);
    if (await findWaiting(tx, found.id)) {
      return refused("Une proposition attend déjà une décision\u00a0: retirez-la pour en faire une autre.");
    }
    if (found.version !== recordVersion) {
      return refused(
        "La fiche a changé depuis que vous avez relu la proposition. Relisez ci-dessous ce qui change, mis à jour, puis proposez de nouveau.",
      );
    }
    if (!read.success) return invalid(faultsOf("message", read.error));
    const message = read.data;
    const drafts = await listDrafts(tx, found.id);
    const content: Record<string, unknown> = {};
    const issues: FieldIssue[] = [];
    // Each section is judged beside those proposed with it: indicators, on the contract of the same round.
    let kept = found.kept;
    for (const section of BINDING_SECTIONS) {
      const draft = drafts.find((one) => one.section === section);
      const expected = seen[section];
      if (expected === undefined) continue;
      if (!draft || draft.version !== expected) return conflictWith(tx, draft ?? null);
      const base = readSection(found.kept, section);
      const context = { cptsId: found.id, kept, today: actor.today, world };
      const checked = await checkSection(tx, context, section, draft.content);
      if ("content" in checked) kept = asIf(kept, section, checked.content);
      if ("issues" in checked) {
        issues.push(
          ...checked.issues.map(({ path, message: why }) => ({ path: [section, ...path], message: why })),
        );
      } else if (differenceOf(section, base, checked.content) !== null) {
        content[section] = { base, proposed: checked.content };
      }
    }
    if (issues.length > 0) return invalid(issues);
    if (Object.keys(content).length === 0) {
      return refused(
        "Rien ne change\u00a0: modifiez le territoire, les missions, le contrat ou les indicateurs avant de proposer.",
      );
    }
    const { id, round } = await insertSubmission(tx, {
      cptsId: found.id,
      content: content as ProposedSections,
      message,
      submittedBy: accountOf(actor),
    });
    await audit(tx, actor, slug, "submission.submitted", { id, round, message, ...content });
    return ok({ id, round });
  });
}

function audit(tx: Tx, actor: Actor, slug: string, action: string, after: Record<string, unknown>) {
  return appendAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: `cpts:${slug}`,
    before: null,
    after: after as Prisma.InputJsonObject,
  });
}
