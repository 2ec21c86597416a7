/** What the viewer may do with the section, as the query says. */
export interface SectionRights {
  readonly draft: boolean;
  /** Into the record at once: « Enregistrer dans la fiche ». Else a draft is proposed. */
  readonly save: boolean;
  readonly propose: boolean;
}

/** The round that locks the section. */
export interface SectionLock {
  readonly round: number;
  readonly submittedAt: string;
  readonly href: string;
}

export function isReadOnly(rights: SectionRights, lock: SectionLock | null): boolean {
  return !rights.draft || lock !== null;
}
