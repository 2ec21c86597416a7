import { deadlineDay, deadlineWords } from "@/lib/format/espace";
import { STAGE } from "@/lib/format/labels";
import { SECTION_SLUG } from "@/lib/format/labels-record";
import type { EspaceList, EspaceRow } from "@/lib/queries/espace";
import type { Query } from "@/lib/schemas/address";
import { sortLink } from "@/lib/schemas/cpts-address";
import type { EspaceColumn } from "@/lib/schemas/espace-address";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Flag } from "../ui/Flag";
import { StageSwatch } from "../ui/StageSwatch";
import { Completeness } from "./Completeness";

interface EspaceTableProps {
  readonly list: EspaceList;
  readonly query: Query;
  /** Whether what is to mend leads to its form, or is only told. */
  readonly mayMend: boolean;
}

/** The reader's CPTS: stage, completeness with what is most useful to mend, the next day that counts. */
export function EspaceTable({ list, query, mayMend }: EspaceTableProps) {
  const sort = (by: EspaceColumn) => sortLink("/espace", without(query, "page"), by, list.sort, "#cpts");
  const columns: Column<EspaceRow>[] = [
    {
      key: "name",
      header: "CPTS",
      label: "CPTS",
      rowHeader: true,
      sort: sort("nom"),
      cell: ({ slug, name, state, perimeter }) => (
        <>
          <StageSwatch stage={state.stage} perimeter={perimeter} small />{" "}
          <a href={`/espace/cpts/${slug}`}>{name}</a>
        </>
      ),
    },
    {
      key: "department",
      header: "Dépt",
      label: "Département",
      sort: sort("departement"),
      cell: ({ departments }) => departments.join(", "),
    },
    {
      key: "stage",
      header: "Étape",
      label: "Étape",
      sort: sort("etape"),
      cell: ({ state }) => (
        <>
          {STAGE[state.stage]}
          {state.pastTerm !== "no" && (
            <>
              {" "}
              <Flag possibly={state.pastTerm === "possibly"} />
              <span className="warnw">
                {state.pastTerm === "yes" ? "terme dépassé" : "terme peut-être dépassé"}
              </span>
            </>
          )}
        </>
      ),
    },
    {
      key: "complete",
      header: "Fiche",
      label: "Fiche",
      sort: sort("fiche"),
      cell: ({ completeness }) => <Completeness rate={completeness} />,
    },
    {
      key: "mend",
      header: "À reprendre d’abord",
      label: "À reprendre d’abord",
      full: true,
      cell: ({ slug, toMend }) => <ToMend slug={slug} toMend={toMend} mayMend={mayMend} />,
    },
    {
      key: "next",
      header: "Prochaine échéance",
      label: "Prochaine échéance",
      sort: sort("echeance"),
      cell: ({ next }) =>
        next ? (
          <>
            <span className="nb">{deadlineDay(next)}</span>{" "}
            <span className="mut sm">{deadlineWords(next)}</span>
          </>
        ) : (
          <Absent why="sans_objet" />
        ),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={list.rows}
      rowKey={({ slug }) => slug}
      caption="CPTS, étape, état de la fiche et prochaine échéance"
      captionHidden
      phone="cards"
      className="espace-list"
      empty="Aucune CPTS ne répond à ces filtres."
    />
  );
}

function ToMend({
  slug,
  toMend,
  mayMend,
}: Pick<EspaceRow, "slug" | "toMend"> & { readonly mayMend: boolean }) {
  if (toMend.length === 0) return <span className="mut">rien</span>;
  return (
    <ul className="mend">
      {toMend.map(({ id, title, section }) => (
        <li key={id}>
          {mayMend ? <a href={`/espace/cpts/${slug}/${SECTION_SLUG[section]}`}>{title}</a> : title}
        </li>
      ))}
    </ul>
  );
}

function without(query: Query, name: string): Query {
  return Object.fromEntries(Object.entries(query).filter(([key]) => key !== name));
}
