import { day } from "@/lib/format/fr";
import { instant } from "@/lib/format/instant";
import { documentType, fileSize, MEETING_KIND } from "@/lib/format/labels-dossier";
import type { DocumentRow, DocumentsPage } from "@/lib/queries/documents";
import { DataTable, type Column } from "../tables/DataTable";

interface DocumentsTableProps {
  readonly page: DocumentsPage;
  readonly remove: (id: string) => () => Promise<void>;
}

/** The documents of a record, latest first. */
export function DocumentsTable({ page, remove }: DocumentsTableProps) {
  const { slug, documents, mayRemove } = page;
  const columns: Column<DocumentRow>[] = [
    {
      key: "name",
      header: "Document",
      label: "Document",
      rowHeader: true,
      cell: ({ id, name }) => (
        <a className="file-name" href={`/api/espace/cpts/${slug}/documents/${id}`}>
          {name}
        </a>
      ),
    },
    { key: "type", header: "Type", label: "Type", cell: ({ mediaType }) => documentType(mediaType) },
    { key: "size", header: "Taille", label: "Taille", numeric: true, cell: ({ bytes }) => fileSize(bytes) },
    { key: "by", header: "Ajouté par", label: "Ajouté par", cell: ({ by }) => by },
    {
      key: "at",
      header: "Le",
      label: "Le",
      cell: ({ uploadedAt }) => <span className="nb">{instant(new Date(uploadedAt))}</span>,
    },
    {
      key: "meeting",
      header: "Réunion",
      label: "Réunion",
      cell: ({ meeting }) =>
        meeting ? (
          <a href={`/espace/cpts/${slug}/reunions#r-${meeting.id}`}>
            {MEETING_KIND[meeting.kind]} du {day(meeting.heldOn)}
          </a>
        ) : (
          <span className="mut">aucune</span>
        ),
    },
  ];
  if (mayRemove) {
    columns.push({
      key: "remove",
      header: <span className="vh">Retirer</span>,
      label: "Retirer",
      full: true,
      className: "removal-cell",
      cell: ({ id, name }) => (
        <details className="removal">
          <summary>
            Retirer<span className="vh"> {name}</span>
          </summary>
          <form action={remove(id)}>
            <p>Son contenu sera effacé pour tous, sans retour.</p>
            <button className="btn danger" type="submit">
              Effacer le document
            </button>
          </form>
        </details>
      ),
    });
  }
  return (
    <DataTable
      columns={columns}
      rows={documents}
      rowKey={({ id }) => id}
      caption="Documents de la fiche"
      captionHidden
      phone="cards"
      empty="Aucun document."
    />
  );
}

/** What is left of the documents taken away: a line each. */
export function RemovedDocuments({ removed }: Pick<DocumentsPage, "removed">) {
  if (removed.length === 0) return null;
  return (
    <details className="taken-away">
      <summary>Documents retirés ({removed.length})</summary>
      <ul>
        {removed.map(({ id, name, bytes, by, uploadedAt, removedAt }) => (
          <li key={id}>
            {name}, {fileSize(bytes)}, ajouté par {by} le {instant(new Date(uploadedAt))}, retiré le{" "}
            {instant(new Date(removedAt))}
          </li>
        ))}
      </ul>
    </details>
  );
}
