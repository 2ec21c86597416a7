import { attachDocuments, listDocuments } from "../db/repositories/documents";
import {
  deleteMeeting,
  findMeeting,
  insertMeeting,
  updateMeeting,
  type Meeting,
} from "../db/repositories/meetings";
import type { Tx } from "../db/repositories/rows";
import { ok } from "../kernel/result";
import { meetingForm, type MeetingContent } from "../schemas/meeting";
import { issuesOf, type FieldIssue } from "../schemas/sections";
import { auditThing, conflictWith, onCpts } from "./kept-things";
import { accountOf, invalid, notFound, type Actor, type Outcome } from "./outcome";

export interface MeetingInput {
  readonly content: unknown;
  /** The version that the writer has seen. */
  readonly version: number;
}

/** Records a meeting. Throws Forbidden. */
export async function addMeeting(
  actor: Actor,
  slug: string,
  form: unknown,
): Promise<Outcome<{ readonly id: string }>> {
  return onCpts(actor, slug, "meeting", async (tx, cptsId) => {
    const checked = await checkMeeting(tx, actor, cptsId, null, form);
    if ("issues" in checked) return invalid(checked.issues);
    const { content } = checked;
    const id = await insertMeeting(tx, cptsId, content, accountOf(actor));
    await attachDocuments(tx, cptsId, id, content.documents);
    await auditThing<Meeting>(tx, actor, slug, "meeting.added", null, { ...content, id, version: 1 });
    return ok({ id });
  });
}

/**
 * Puts `content` in place of what a meeting says. A conflict gives what somebody else saved since.
 * Throws Forbidden.
 */
export async function changeMeeting(
  actor: Actor,
  slug: string,
  id: string,
  { content: form, version }: MeetingInput,
): Promise<Outcome<null>> {
  return onCpts(actor, slug, "meeting", async (tx, cptsId) => {
    const before = await findMeeting(tx, cptsId, id);
    if (!before) return notFound();
    const checked = await checkMeeting(tx, actor, cptsId, id, form);
    if ("issues" in checked) return invalid(checked.issues);
    if (before.version !== version) return conflictWith(tx, slug, "meeting", before);
    const { content } = checked;
    if (!(await updateMeeting(tx, before, content))) return conflictWith(tx, slug, "meeting", before);
    await attachDocuments(tx, cptsId, id, content.documents);
    await auditThing<Meeting>(tx, actor, slug, "meeting.changed", before, {
      ...content,
      id,
      version: version + 1,
    });
    return ok(null);
  });
}

/** Takes a meeting away, as it was seen: one that changed since stays. Its documents stay with the CPTS. Throws Forbidden. */
export async function removeMeeting(
  actor: Actor,
  slug: string,
  id: string,
  version: number,
): Promise<Outcome<null>> {
  return onCpts(actor, slug, "meeting", async (tx, cptsId) => {
    const before = await findMeeting(tx, cptsId, id);
    if (!before) return notFound();
    if (before.version !== version) return conflictWith(tx, slug, "meeting", before);
    await deleteMeeting(tx, id);
    await auditThing<Meeting>(tx, actor, slug, "meeting.removed", before, null);
    return ok(null);
  });
}

/** What the form alone says, then what only the day and the CPTS's own documents do. */
async function checkMeeting(
  tx: Tx,
  { today }: Actor,
  cptsId: string,
  id: string | null,
  form: unknown,
): Promise<{ readonly content: MeetingContent } | { readonly issues: readonly FieldIssue[] }> {
  const parsed = meetingForm.safeParse(form);
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  const issues: FieldIssue[] = [];
  if (parsed.data.heldOn > today) {
    issues.push({
      path: ["heldOn"],
      message: "est un jour à venir\u00a0: une réunion s’enregistre une fois tenue",
    });
  }
  const all = await listDocuments(tx, cptsId);
  parsed.data.documents.forEach((wanted, index) => {
    const document = all.find((one) => one.id === wanted && one.removedAt === null);
    if (!document) {
      issues.push({
        path: ["documents", index],
        message: "comptent un document retiré entre-temps\u00a0: décochez-le",
      });
    } else if (document.meetingId !== null && document.meetingId !== id) {
      issues.push({
        path: ["documents", index],
        message: `comptent «\u00a0${document.name}\u00a0», déjà joint à une autre réunion\u00a0: décochez-le`,
      });
    }
  });
  return issues.length > 0 ? { issues } : { content: parsed.data };
}
