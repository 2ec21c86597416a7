import type { Prisma } from "@/generated/prisma/client";
import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { appendAudit } from "../db/repositories/audit";
import { attachDocuments, listDocuments } from "../db/repositories/documents";
import { scopeOf } from "../db/repositories/kept";
import { lastChange } from "../db/repositories/last-change";
import {
  deleteMeeting,
  findMeeting,
  insertMeeting,
  updateMeeting,
  type Meeting,
} from "../db/repositories/meetings";
import type { Tx } from "../db/repositories/rows";
import { err, ok } from "../kernel/result";
import { meetingForm, type MeetingContent } from "../schemas/meeting";
import { issuesOf, type FieldIssue } from "../schemas/sections";
import { accountOf, invalid, notFound, type Actor, type Outcome, type Refusal } from "./outcome";

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
  return onCpts(actor, slug, async (tx, cptsId) => {
    const checked = await checkMeeting(tx, actor, cptsId, null, form);
    if ("issues" in checked) return invalid(checked.issues);
    const { content } = checked;
    const id = await insertMeeting(tx, cptsId, content, accountOf(actor));
    await attachDocuments(tx, cptsId, id, content.documents);
    await audit(tx, actor, slug, "meeting.added", null, { ...content, id, version: 1 });
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
  return onCpts(actor, slug, async (tx, cptsId) => {
    const before = await findMeeting(tx, cptsId, id);
    if (!before) return notFound();
    const checked = await checkMeeting(tx, actor, cptsId, id, form);
    if ("issues" in checked) return invalid(checked.issues);
    if (before.version !== version) return conflictWith(tx, slug, before);
    const { content } = checked;
    if (!(await updateMeeting(tx, before, content))) return conflictWith(tx, slug, before);
    await attachDocuments(tx, cptsId, id, content.documents);
    await audit(tx, actor, slug, "meeting.changed", before, { ...content, id, version: version + 1 });
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
  return onCpts(actor, slug, async (tx, cptsId) => {
    const before = await findMeeting(tx, cptsId, id);
    if (!before) return notFound();
    if (before.version !== version) return conflictWith(tx, slug, before);
    await deleteMeeting(tx, id);
    await audit(tx, actor, slug, "meeting.removed", before, null);
    return ok(null);
  });
}

async function onCpts<T>(
  actor: Actor,
  slug: string,
  work: (tx: Tx, cptsId: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { keep } = await getDb();
  return keep(async (tx) => {
    const scope = await scopeOf(tx, slug);
    if (!scope) return notFound();
    authorise(actor.viewer, "write", "meeting", scope);
    return work(tx, scope.cptsId);
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

async function conflictWith(tx: Tx, slug: string, { id, version, ...content }: Meeting) {
  const last = await lastChange(tx, slug, "meeting", id);
  const names = await accountNames(tx, last ? [last.actor] : []);
  const by = last ? (names.get(last.actor) ?? null) : null;
  return err<Refusal>({ kind: "conflict", theirs: { version, content, by, at: last?.at ?? null } });
}

function audit(
  tx: Tx,
  actor: Actor,
  slug: string,
  action: string,
  before: Meeting | null,
  after: Meeting | null,
): Promise<void> {
  const state = (meeting: Meeting | null) => meeting && ({ ...meeting } as unknown as Prisma.InputJsonObject);
  const entry = { actor: accountOf(actor), action, subject: `cpts:${slug}` };
  return appendAudit(tx, { ...entry, before: state(before), after: state(after) });
}
