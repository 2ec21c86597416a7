import { count } from "@/lib/format/fr";
import { instant } from "@/lib/format/instant";
import type { ImportedFile } from "@/lib/queries/payment-files";
import { DataTable } from "../tables/DataTable";
import { Money } from "../ui/Money";

interface ImportedFilesProps {
  readonly files: readonly ImportedFile[];
  readonly remove: (id: string) => Promise<void>;
}

/** The files recorded already, each of which may be taken away whole. */
export function ImportedFiles({ files, remove }: ImportedFilesProps) {
  return (
    <DataTable
      columns={[
        {
          key: "name",
          header: "Fichier",
          label: "Fichier",
          rowHeader: true,
          cell: ({ fileName }) => <span className="anywhere">{fileName}</span>,
        },
        {
          key: "at",
          header: "Enregistré",
          label: "Enregistré",
          cell: ({ importedAt }) => instant(new Date(importedAt)),
        },
        {
          key: "rows",
          header: "Versements",
          label: "Versements",
          numeric: true,
          cell: ({ kept, rows }) => (kept === rows ? rows : `${kept} sur ${rows}`),
        },
        {
          key: "total",
          header: "Total",
          label: "Total",
          numeric: true,
          cell: ({ totalCents }) => <Money cents={totalCents} />,
        },
        {
          key: "remove",
          header: "Retirer",
          label: "Retirer",
          full: true,
          className: "removal-cell",
          cell: ({ id, fileName, kept, mayRemove }) =>
            mayRemove ? (
              <details className="removal">
                <summary>
                  Retirer<span className="vh"> le fichier {fileName}</span>
                </summary>
                <form action={remove.bind(null, id)}>
                  <p>
                    {count(kept, "versement ne comptera plus", "versements ne compteront plus")}. L’historique
                    des fiches le gardera.
                  </p>
                  <button className="btn danger" type="submit">
                    Retirer ce fichier
                  </button>
                </form>
              </details>
            ) : (
              <span className="mut">un à un, dans les fiches</span>
            ),
        },
      ]}
      rows={files}
      rowKey={({ id }) => id}
      caption="Fichiers de versements enregistrés"
      captionHidden
      phone="cards"
    />
  );
}
