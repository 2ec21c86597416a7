/**
 * The draft of a section's form, for every section. A page of the espace asks `sectionPage` (lib/queries), then a
 * client component does:
 *
 *     const draft = useSectionDraft(page.draft);
 *     return <SectionFrame {...page.frame} draft={draft}>…fields…</SectionFrame>;
 *
 * Fields read `draft.values` (plain JSON, as `formValues` gives) and call `draft.set(path, value)` or
 * `draft.change(values)`; nothing else is needed for saving, recovery, conflicts and faults. A field's element
 * has the id `fieldId(path)`, so that the summary of faults leads to it; `FieldErrors` says its own.
 */
export { SectionFrame, type SectionFrameProps } from "./SectionFrame";
export type { SectionWords } from "./ConflictPanel";
export { useSectionForm, type SectionForm } from "./context";
export {
  fieldId,
  rowsAt,
  textAt,
  valueAt,
  withoutRow,
  withRow,
  withRowMoved,
  withValue,
  type FieldPath,
} from "./draft-values";
export { isReadOnly, type SectionLock, type SectionRights } from "./rights";
export { useSectionDraft, type SectionDraft, type SectionDraftStart } from "./use-section-draft";
export { FieldErrors, errorsOf } from "./FieldErrors";
