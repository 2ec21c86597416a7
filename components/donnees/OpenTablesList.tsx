import { integer } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { OpenTable } from "@/lib/queries/open-data";
import { DataTable } from "../tables/DataTable";
import { Num } from "../ui/Num";

type Line = OpenTable & { readonly stable: string };

/** All the open tables at a glance, each with its file; what their columns say is further down. */
export function OpenTablesList({ tables }: { readonly tables: readonly Line[] }) {
  return (
    <DataTable<Line>
      columns={[
        {
          key: "title",
          header: "Tableau",
          label: "Tableau",
          rowHeader: true,
          cell: ({ id, title }) => <a href={`#${id}`}>{title}</a>,
        },
        {
          key: "description",
          header: "Ce qu’il contient",
          label: "Ce qu’il contient",
          full: true,
          cell: ({ description }) => typeset(description),
        },
        {
          key: "rows",
          header: "Lignes",
          label: "Lignes",
          numeric: true,
          cell: ({ rows }) => <Num>{integer(rows)}</Num>,
        },
        {
          key: "file",
          header: "Fichier",
          label: "Fichier",
          cell: ({ id, stable }) => <a href={stable}>{id}.csv</a>,
        },
      ]}
      rows={tables}
      rowKey={({ id }) => id}
      caption="Les tableaux, leurs lignes et leurs fichiers"
      captionHidden
      phone="cards"
    />
  );
}
