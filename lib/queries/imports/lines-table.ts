import type { ReportLine } from "../../db/repositories/import-lines";
import type { Table } from "../../export";
import { faultWords, OUTCOME } from "../../format/imports";

/** The report on a file as a table: what a spreadsheet needs to mend it, by the row and the column it shows. */
export const linesTable: Table<ReportLine> = {
  id: "rapport-import",
  title: "Rapport de lecture",
  description: "Ce que chaque ligne du fichier fera ou a fait.",
  key: [],
  columns: [
    {
      name: "row",
      label: "Ligne",
      kind: "integer",
      description:
        "Numéro de ligne du tableur, ou d’objet de la couche\u00a0; vide pour ce que le fichier ne nomme pas.",
      of: ({ row }) => row,
    },
    {
      name: "outcome",
      label: "Sort",
      kind: "text",
      description: "Créée, changée, inchangée ou refusée.",
      words: OUTCOME,
      of: ({ outcome }) => outcome,
    },
    {
      name: "cpts",
      label: "CPTS",
      kind: "text",
      description: "Nom de la CPTS.",
      of: ({ cpts }) => cpts || null,
    },
    {
      name: "subject",
      label: "Objet",
      kind: "text",
      description: "Commune ou profession dont parle la ligne.",
      of: ({ subject }) => subject || null,
    },
    {
      name: "faults",
      label: "À corriger",
      kind: "text",
      description: "Colonne en cause, valeur, motif.",
      of: ({ faults }) =>
        faults.map((fault) => [fault.column, faultWords(fault)].filter(Boolean).join(" ")).join("\n") || null,
    },
    {
      name: "changes",
      label: "Changements",
      kind: "text",
      description: "Avant et après.",
      of: ({ changes }) =>
        changes
          .map(({ label, before, after }) => `${label}\u00a0: ${before ?? "rien"} → ${after ?? "rien"}`)
          .join("\n") || null,
    },
    {
      name: "notes",
      label: "Compris",
      kind: "text",
      description: "Anciens codes et noms reconnus, remarques.",
      of: ({ notes }) => notes.join("\n") || null,
    },
  ],
};
