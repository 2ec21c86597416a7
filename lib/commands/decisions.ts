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
import { sameData } from "../kernel/same-data";
import { openWorld } from "../queries/world";
import { asIf, BINDING_SECTIONS, readSection, type BindingSection } from "../record/sections";
import { acceptComment, returnComment } from "../schemas/remarks";
import { formValues } from "../schemas/sections";
import { changeSections, type SectionChanges } from "./change-section";
import { checkSection } from "./check-section";
import { accountOf, faultsOf, invalid, notFound, refused, type Actor, type Outcome } from "./outcome";
import { behind } from "./words";

const DECIDED = "Cette proposition a déjà été décidée ou retirée\u00a0: rouvrez la page.";

/** Takes a proposal back before it is decided; the drafts can be changed again. Throws Forbidden. */
export function withdrawProposal(actor: Actor, id: string): Promise<Outcome<null>> {
  return onWaiting(actor, id, "withdraw", (tx, submission) =>
    end(tx, actor, submission, "withdrawn", null, "submission.withdrawn"),
  );
}

/** Sends a proposal back with what is to be mended. Throws Forbidden. */
export async function returnProposal(actor: Actor, id: string, comment: string): Promise<Outcome<null>> {
  const read = returnComment.safeParse(comment);
  return onWaiting(actor, id, "return", (tx, submission) =>
    read.success
      ? end(tx, actor, submission, "returned", read.data, "submission.returned")
      : Promise.resolve(invalid(faultsOf("comment", read.error))),
  );
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
export async function acceptProposal(
  actor: Actor,
  id: string,
  { recordVersion, comment: typed }: AcceptInput,
): Promise<Outcome<null>> {
  const read = acceptComment.safeParse(typed);
  const world = await openWorld(actor.viewer);
  return onWaiting(actor, id, "accept", async (tx, submission, found) => {
    if (!read.success) return invalid(faultsOf("comment", read.error));
    const comment = read.data;
    const sections = BINDING_SECTIONS.filter((section) => submission.content[section] !== undefined);
    if (found.version !== recordVersion || sections.some((section) => isStale(found, submission, section))) {
      return refused(
        "La fiche a changé depuis que vous l’avez comparée. Relisez la comparaison ci-dessous, mise à jour, puis décidez.",
      );
    }
    const changes: Record<string, unknown> = {};
    let kept = found.kept;
    for (const section of sections) {
      const proposed = submission.content[section]?.proposed;
      if (!proposed) continue;
      // The territory of a neighbour may have changed since: what was knowingly kept must still be known.
      const form = formValues(section, proposed as never);
      const context = { cptsId: found.id, kept, today: actor.today, world };
      const checked = await checkSection(tx, context, section, form);
      if ("issues" in checked) {
        return refused(
          `La proposition ne peut plus être acceptée telle quelle (${checked.issues[0]?.message ?? ""}). Renvoyez-la avec cette remarque.`,
        );
      }
      kept = asIf(kept, section, proposed as never);
      changes[section] = proposed;
    }
    const version = await changeSections(tx, actor, found, changes as SectionChanges, {
      action: "submission.accepted",
      by: `la CPTS, validé par ${behind(actor.viewer)}`,
      detail: { submission: id, round: submission.round, comment },
    });
    // The version was compared above, in the same turn: nobody can have changed it, and half a change is none.
    if (version === null) throw new Error(`cpts ${found.slug} changed within the transaction that holds it`);
    await deleteDrafts(tx, found.id, sections);
    const decided = await decideSubmission(tx, id, {
      status: "accepted",
      by: accountOf(actor),
      comment,
    });
    if (!decided) throw new Error(`submission ${id} was decided within its own transaction`);
    return ok(null);
  });
}

const RIGHT = { withdraw: "propose", return: "decide", accept: "decide" } as const satisfies Record<
  string,
  ActionOn<"record">
>;

/** Finds the round and judges the right on its CPTS: out of one's scope, it does not exist. */
async function onWaiting(
  actor: Actor,
  id: string,
  ending: keyof typeof RIGHT,
  work: (tx: Tx, submission: Submission, found: FoundKept) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const { write, keep } = await getDb();
  // Only what is accepted shows on public pages, which are then computed again.
  return (ending === "accept" ? write : keep)(async (tx) => {
    const submission = await findSubmission(tx, id);
    const found = submission && (await findKept(tx, submission.slug));
    if (!submission || !found) return notFound();
    if (!can(actor.viewer, "read", "record", scopeOfFound(found))) return notFound();
    authorise(actor.viewer, RIGHT[ending], "record", scopeOfFound(found));
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
  return base !== undefined && !sameData(base, readSection(found.kept, section));
}
