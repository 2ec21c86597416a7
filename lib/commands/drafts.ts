import type { Prisma } from "@/generated/prisma/client";
import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { appendAudit } from "../db/repositories/audit";
import { deleteDrafts, findDraft, putDraft, type Draft } from "../db/repositories/drafts";
import { findKept, type FoundKept } from "../db/repositories/kept";
import type { Tx } from "../db/repositories/rows";
import { findWaiting } from "../db/repositories/submissions";
import { err, ok } from "../kernel/result";
import { isBinding, readSection, type Section } from "../record/sections";
import { draftContent, fingerprint, formValues } from "../schemas/sections";
import { accountOf, invalid, notFound, refused, type Actor, type Outcome, type Refusal } from "./outcome";

export const WAITING_LOCKS =
  "Cette rubrique attend la décision de l’ARS ou de la CPAM. Pour la modifier, retirez d’abord la proposition.";

export interface DraftInput {
  /** The version of the draft that the writer has seen; 0 for none. */
  readonly version: number;
  /** The form as it stands, valid or not. */
  readonly content: unknown;
  /** Fingerprint of what the writer saw, see {@link wasSeen}; undefined: the version alone is checked. */
  readonly seen?: string | undefined;
}

/** What is kept of a draft once saved. */
export type SavedDraft = Pick<Draft, "version" | "updatedAt">;

/**
 * Keeps a section's form as it stands. Refused where somebody else saved since (`conflict`, with theirs), or
 * while the section waits for a decision. Throws Forbidden.
 */
export async function saveDraft(
  actor: Actor,
  slug: string,
  section: Section,
  input: DraftInput,
): Promise<Outcome<SavedDraft>> {
  const parsed = draftContent.safeParse(input.content);
  const { keep } = await getDb();
  return keep(async (tx) => {
    const found = await findKept(tx, slug);
    if (!found) return notFound();
    authorise(actor.viewer, "draft", "record", { cptsId: found.id, departments: found.departments });
    if (!parsed.success) {
      return invalid(parsed.error.issues.map(({ message }) => ({ path: [], message })));
    }
    if (await isLocked(tx, found.id, section)) return refused(WAITING_LOCKS);
    const before = await findDraft(tx, found.id, section);
    if ((before?.version ?? 0) !== input.version || !wasSeen(found, section, before, input.seen)) {
      return before ? conflictWith(tx, before) : recordChanged(found, section);
    }
    const content = parsed.data as Prisma.InputJsonObject;
    const base = before?.base ?? formValues(section, readSection(found.kept, section));
    const saved = await putDraft(tx, found.id, {
      section,
      content,
      base: base as Prisma.InputJsonObject,
      version: input.version + 1,
      updatedBy: accountOf(actor),
    });
    await appendAudit(tx, {
      actor: accountOf(actor),
      action: "draft.saved",
      subject: `cpts:${slug}`,
      ...changedFields(section, (before?.content ?? base) as Prisma.InputJsonObject, content),
    });
    return ok({ version: saved.version, updatedAt: saved.updatedAt });
  });
}

/** Drops a draft: the section is again as the record holds it. Throws Forbidden. */
export async function discardDraft(
  actor: Actor,
  slug: string,
  section: Section,
  version: number,
): Promise<Outcome<null>> {
  const { keep } = await getDb();
  return keep(async (tx) => {
    const found = await findKept(tx, slug);
    if (!found) return notFound();
    authorise(actor.viewer, "draft", "record", { cptsId: found.id, departments: found.departments });
    if (await isLocked(tx, found.id, section)) return refused(WAITING_LOCKS);
    const before = await findDraft(tx, found.id, section);
    if (before === null) return ok(null);
    if (before.version !== version) return conflictWith(tx, before);
    await deleteDrafts(tx, found.id, [section]);
    await appendAudit(tx, {
      actor: accountOf(actor),
      action: "draft.discarded",
      subject: `cpts:${slug}`,
      before: { [section]: before.content as Prisma.InputJsonValue },
      after: null,
    });
    return ok(null);
  });
}

export async function isLocked(tx: Tx, cptsId: string, section: Section): Promise<boolean> {
  if (!isBinding(section)) return false;
  const waiting = await findWaiting(tx, cptsId);
  return waiting?.content[section] !== undefined;
}

export async function conflictWith(tx: Tx, draft: Draft | null) {
  const names = await accountNames(tx, draft ? [draft.updatedBy] : []);
  return err<Refusal>({
    kind: "conflict",
    theirs: {
      version: draft?.version ?? 0,
      content: draft?.content ?? null,
      by: draft ? (names.get(draft.updatedBy) ?? null) : null,
      at: draft?.updatedAt ?? null,
    },
  });
}

/**
 * Whether the writer saw what stands now: the draft, or what the record's section holds where there is none.
 * Versions of drafts begin again once one is saved or dropped, and so cannot tell alone.
 */
export function wasSeen(
  found: FoundKept,
  section: Section,
  draft: Draft | null,
  seen: string | undefined,
): boolean {
  if (seen === undefined) return true;
  return fingerprint(draft?.content ?? formValues(section, readSection(found.kept, section))) === seen;
}

/** The record's own content stands against the draft: the writer sees both, and chooses. */
export function recordChanged(found: FoundKept, section: Section) {
  const content = formValues(section, readSection(found.kept, section));
  return err<Refusal>({
    kind: "conflict",
    theirs: { version: found.version, content, by: null, at: null },
  });
}

/** The fields of the form that this save changed, before and after: a draft is saved often, and says only that. */
function changedFields(section: Section, before: Prisma.InputJsonObject, after: Prisma.InputJsonObject) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (from: Prisma.InputJsonObject): Prisma.InputJsonObject => ({
    [section]: Object.fromEntries(names.map((name) => [name, from[name] ?? null])),
  });
  return { before: pick(before), after: pick(after) };
}
