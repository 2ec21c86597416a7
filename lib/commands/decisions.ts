import { authorise, can, type ActionOn } from "../auth/can";
import { getDb } from "../db/client";
import { appendAudit } from "../db/repositories/audit";
import { deleteDrafts } from "../db/repositories/drafts";
import { findKept, type FoundKept } from "../db/repositories/kept";
import type { Tx } from "../db/repositories/rows";
import {
  decideSubmission,
  findSubmission,
  type Submission,
  type SubmissionStatus,
} from "../db/repositories/submissions";
import { ok } from "../kernel/result";
import { readSection, type BindingSection } from "../record/sections";
import { formValues, sameJson } from "../schemas/sections";
import { changeSections, type SectionChanges } from "./change-section";
import { checkSection } from "./check-section";
import { accountOf, invalid, notFound, refused, type Actor, type Outcome } from "./outcome";
import { behind } from "./words";

const MOST_COMMENT = 4_000;
const DECIDED = "Cette proposition a déjà été décidée ou retirée\u00a0: rouvrez la page.";

/** Takes a proposal back before it is decided; the drafts can be changed again. Throws Forbidden. */
export function withdrawProposal(actor: Actor, id: string): Promise<Outcome<null>> {
  return onWaiting(actor, id, "propose", (tx, submission) =>
    end(tx, actor, submission, "withdrawn", null, "submission.withdrawn"),
  );
}

/** Sends a proposal back with what is to be mended. Throws Forbidden. */
export async function returnProposal(actor: Actor, id: string, comment: string): Promise<Outcome<null>> {
  const why = comment.trim();
  return onWaiting(actor, id, "decide", (tx, submission) => {
    const message =
      why === ""
        ? "est obligatoire\u00a0: dites à la CPTS ce qui est à reprendre"
        : why.length > MOST_COMMENT
          ? `dépasse ${MOST_COMMENT} caractères\u00a0: abrégez-le`
          : null;
    if (message) return Promise.resolve(invalid([{ path: ["comment"], message }]));
    return end(tx, actor, submission, "returned", why, "submission.returned");
  });
}

export interface AcceptInput {
  /** The version of the record on which the agent compared. */
  readonly recordVersion: number;
  readonly comment: string | null;
}

/**
 * Writes what a proposal holds into the record. Refused where the record is no longer the one compared:
 * the agent compares again. Throws Forbidden.
 */
export function acceptProposal(
  actor: Actor,
  id: string,
  { recordVersion, comment }: AcceptInput,
): Promise<Outcome<null>> {
  return onWaiting(actor, id, "decide", async (tx, submission, found) => {
    if ((comment?.length ?? 0) > MOST_COMMENT) {
      return invalid([
        { path: ["comment"], message: `dépasse ${MOST_COMMENT} caractères\u00a0: abrégez-le` },
      ]);
    }
    const sections = Object.keys(submission.content) as BindingSection[];
    if (found.version !== recordVersion || sections.some((section) => isStale(found, submission, section))) {
      return refused(
        "La fiche a changé depuis que vous l’avez comparée. Relisez la comparaison ci-dessous, mise à jour, puis décidez.",
      );
    }
    const changes: Record<string, unknown> = {};
    for (const section of sections) {
      const proposed = submission.content[section]?.proposed;
      if (!proposed) continue;
      // The territory of a neighbour may have changed since: what was knowingly kept must still be known.
      const form = formValues(section, proposed as never);
      const checked = await checkSection(tx, scopeOfFound(found), section, form);
      if ("issues" in checked) {
        return refused(
          `La proposition ne peut plus être acceptée telle quelle (${checked.issues[0]?.message ?? ""}). Renvoyez-la avec cette remarque.`,
        );
      }
      changes[section] = proposed;
    }
    const version = await changeSections(tx, actor, found, changes as SectionChanges, {
      action: "submission.accepted",
      by: `la CPTS, validé par ${behind(actor.viewer)}`,
      detail: { submission: id, round: submission.round, comment },
    });
    if (version === null) return refused(DECIDED);
    await deleteDrafts(tx, found.id, sections);
    const decided = await decideSubmission(tx, id, {
      status: "accepted",
      by: accountOf(actor),
      comment: comment?.trim() || null,
    });
    if (!decided) throw new Error(`submission ${id} was decided within its own transaction`);
    return ok(null);
  });
}

/** Finds the round and judges the right on its CPTS: out of one's scope, it does not exist. */
async function onWaiting(
  actor: Actor,
  id: string,
  action: ActionOn<"record">,
  work: (tx: Tx, submission: Submission, found: FoundKept) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const { write } = await getDb();
  return write(async (tx) => {
    const submission = await findSubmission(tx, id);
    const found = submission && (await findKept(tx, submission.slug));
    if (!submission || !found) return notFound();
    if (!can(actor.viewer, "read", "record", scopeOfFound(found))) return notFound();
    authorise(actor.viewer, action, "record", scopeOfFound(found));
    if (submission.status !== "submitted") return refused(DECIDED);
    return work(tx, submission, found);
  });
}

async function end(
  tx: Tx,
  actor: Actor,
  { id, round, slug }: Submission,
  status: Exclude<SubmissionStatus, "submitted" | "accepted">,
  comment: string | null,
  action: string,
): Promise<Outcome<null>> {
  if (!(await decideSubmission(tx, id, { status, by: accountOf(actor), comment }))) return refused(DECIDED);
  await appendAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: `cpts:${slug}`,
    before: { submission: id, round, status: "submitted" },
    after: { submission: id, round, status, comment },
  });
  return ok(null);
}

const scopeOfFound = ({ id, departments }: FoundKept) => ({ cptsId: id, departments });

/** The record's section is no longer what the round was proposed against. */
function isStale(found: FoundKept, { content }: Submission, section: BindingSection): boolean {
  const base = content[section]?.base;
  return base !== undefined && !sameJson(base, readSection(found.kept, section));
}
