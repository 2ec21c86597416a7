import { authorise, can } from "../auth/can";
import { getDb } from "../db/client";
import { openWorld } from "../queries/world";
import { deleteDrafts, findDraft } from "../db/repositories/drafts";
import { findKept } from "../db/repositories/kept";
import { ok } from "../kernel/result";
import { sameData } from "../kernel/same-data";
import { isBinding, readSection, type Section } from "../record/sections";
import { formValues } from "../schemas/sections";
import { changeSections } from "./change-section";
import { checkSection } from "./check-section";
import { conflictWith, isLocked, recordChanged, WAITING_LOCKS, wasSeen } from "./drafts";
import { invalid, notFound, refused, type Actor, type Outcome } from "./outcome";
import { behind } from "./words";

export interface SectionInput {
  /** The form, as its schema reads it. */
  readonly content: unknown;
  /** The version of the draft that the writer has seen; 0 for none. */
  readonly draftVersion: number;
  /** Fingerprint of what the writer saw, see {@link wasSeen}; undefined: the version alone is checked. */
  readonly seen?: string | undefined;
}

/**
 * Puts a section into the record at once and drops its draft: what does not bind the contract, by those who
 * keep the record; anything, by the agents of its departments.
 *
 * A conflict says that another draft was saved, or that the record itself changed since the draft began.
 * Throws Forbidden.
 */
export async function saveSection(
  actor: Actor,
  slug: string,
  section: Section,
  { content: form, draftVersion, seen }: SectionInput,
): Promise<Outcome<{ readonly version: number }>> {
  const { write } = await getDb();
  const world = section === "indicators" ? await openWorld(actor.viewer) : null;
  return write(async (tx) => {
    const found = await findKept(tx, slug);
    if (!found) return notFound();
    const scope = { cptsId: found.id, departments: found.departments };
    const amends = can(actor.viewer, "amend", "record", scope);
    authorise(actor.viewer, isBinding(section) ? "amend" : "save", "record", scope);
    if (await isLocked(tx, found.id, section)) return refused(WAITING_LOCKS);

    const draft = await findDraft(tx, found.id, section);
    if ((draft?.version ?? 0) !== draftVersion || !wasSeen(found, section, draft, seen)) {
      return draft ? conflictWith(tx, draft) : recordChanged(found, section);
    }
    if (draft && !sameData(draft.base, formValues(section, readSection(found.kept, section)))) {
      return recordChanged(found, section);
    }
    const context = { cptsId: found.id, kept: found.kept, today: actor.today, world };
    const checked = await checkSection(tx, context, section, form);
    if ("issues" in checked) return invalid(checked.issues);
    const version = await changeSections(
      tx,
      actor,
      found,
      { [section]: checked.content },
      { action: amends ? "section.amended" : "section.saved", by: behind(actor.viewer) },
    );
    if (version === null) return recordChanged(found, section);
    await deleteDrafts(tx, found.id, [section]);
    return ok({ version });
  });
}
