import { day, integer } from "@/lib/format/fr";
import { IMPORT_KIND } from "@/lib/format/imports";
import { instant } from "@/lib/format/instant";
import type { ImportStanding, ListedImport } from "@/lib/queries/imports/pages";
import { DataTable } from "../tables/DataTable";

const STANDING: Readonly<Record<ImportStanding, string>> = {
  busy: "En cours",
  stopped: "Interrompu",
  unreadable: "Illisible",
  columns: "Colonnes à choisir",
  reported: "À confirmer",
  applied: "Enregistré",
  undone: "Annulé",
};

/** The files sent, the last first, and what became of each. */
export function ImportsList({ files }: { readonly files: readonly ListedImport[] }) {
  return (
    <DataTable<ListedImport>
      columns={[
        {
          key: "name",
          header: "Fichier",
          label: "Fichier",
          rowHeader: true,
          className: "anywhere",
          cell: ({ id, fileName }) => <a href={`/espace/imports/${id}`}>{fileName}</a>,
        },
        { key: "kind", header: "Contenu", label: "Contenu", cell: ({ kind }) => IMPORT_KIND[kind].name },
        { key: "asOf", header: "Situation au", label: "Situation au", cell: ({ asOf }) => day(asOf) },
        { key: "by", header: "Envoyé par", label: "Envoyé par", cell: ({ sentBy }) => sentBy },
        { key: "at", header: "Envoyé", label: "Envoyé", cell: ({ sentAt }) => instant(new Date(sentAt)) },
        {
          key: "state",
          header: "État",
          label: "État",
          cell: ({ standing, appliedAt, undoneAt, undoneBy }) => (
            <>
              <b>{STANDING[standing]}</b>{" "}
              {undoneAt !== null
                ? `le ${instant(new Date(undoneAt))} par ${undoneBy ?? ""}`
                : appliedAt !== null && `le ${instant(new Date(appliedAt))}`}
            </>
          ),
        },
        {
          key: "lines",
          header: "Créées, changées, refusées",
          label: "Créées, changées, refusées",
          numeric: true,
          cell: ({ counts }) =>
            counts === null ? (
              <span className="mut">sans objet</span>
            ) : (
              [counts.created, counts.changed, counts.refused].map(integer).join(", ")
            ),
        },
      ]}
      rows={files}
      rowKey={({ id }) => id}
      caption="Fichiers importés ou à confirmer"
      captionHidden
      phone="cards"
      empty="Aucun fichier n’a encore été envoyé."
    />
  );
}
