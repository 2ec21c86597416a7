/** The kinds of what the audit tells, for its filter: by how an action or its subject begins. */
export const AUDIT_KINDS = {
  toutes: { label: "Toutes", actions: [], subjects: [] },
  fiche: { label: "Fiche enregistrée", actions: ["section.", "cpts."], subjects: [] },
  brouillons: { label: "Brouillons", actions: ["draft."], subjects: [] },
  propositions: { label: "Propositions et décisions", actions: ["submission."], subjects: [] },
  resultats: { label: "Résultats des années", actions: ["results."], subjects: [] },
  reunions: { label: "Réunions", actions: ["meeting."], subjects: [] },
  versements: { label: "Versements", actions: ["payment."], subjects: [] },
  depenses: { label: "Dépenses", actions: ["spending.", "indemnities."], subjects: [] },
  documents: { label: "Documents", actions: ["document."], subjects: [] },
  imports: { label: "Imports de fichiers", actions: ["import."], subjects: ["import:"] },
  comptes: { label: "Comptes et invitations", actions: [], subjects: ["account:", "invitation:"] },
  exports: { label: "Exports", actions: ["journal.", "export", "document.downloaded"], subjects: [] },
  donnees: { label: "Données de référence", actions: ["load"], subjects: ["dataset:"] },
} as const satisfies Record<
  string,
  { readonly label: string; readonly actions: readonly string[]; readonly subjects: readonly string[] }
>;
export type AuditKind = keyof typeof AUDIT_KINDS;

/** Those that one record knows: accounts and data are nobody's record. */
export const RECORD_KINDS = [
  "toutes",
  "fiche",
  "brouillons",
  "propositions",
  "resultats",
  "reunions",
  "versements",
  "depenses",
  "documents",
  "imports",
] as const satisfies readonly AuditKind[];

export const isAuditKind = (name: string): name is AuditKind => name in AUDIT_KINDS;
