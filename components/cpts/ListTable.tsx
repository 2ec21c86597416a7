import { between, integer, when } from "@/lib/format/fr";
import { SIZE_BASIS, STAGE } from "@/lib/format/labels";
import type { CptsList, CptsListRow } from "@/lib/queries/cpts-list";
import type { Query } from "@/lib/schemas/address";
import { dated, sortLink, type ListColumn } from "@/lib/schemas/cpts-address";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Flag } from "../ui/Flag";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { StageSwatch } from "../ui/StageSwatch";
import { Figure } from "./Figure";

/** Every CPTS kept by the filters, one row each, known perimeter or not. */
export function ListTable({ list, query }: { readonly list: CptsList; readonly query: Query }) {
  return (
    <DataTable
      columns={columnsOf(list, query)}
      rows={list.rows}
      rowKey={({ slug }) => slug}
      caption="CPTS, étape, taille, population et périmètre"
      captionHidden
      phone="cards"
      className="cpts-list"
      empty="Aucune CPTS ne répond à ces filtres."
    />
  );
}

function columnsOf(list: CptsList, query: Query): Column<CptsListRow>[] {
  const sort = (by: ListColumn) => sortLink("/cpts", query, by, list.sort);
  return [
    {
      key: "name",
      header: "CPTS",
      label: "CPTS",
      rowHeader: true,
      sort: sort("nom"),
      cell: ({ slug, name, state, perimeter }) => (
        <>
          <StageSwatch stage={state.stage} perimeter={perimeter} small />{" "}
          <a href={dated(`/cpts/${slug}`, list)}>{name}</a>
        </>
      ),
    },
    {
      key: "department",
      header: "Département",
      label: "Département",
      sort: sort("departement"),
      cell: ({ departments }) => departments.map(({ name, code }) => `${name} (${code})`).join(", "),
    },
    {
      key: "stage",
      header: "Étape",
      label: "Étape",
      sort: sort("etape"),
      cell: (row) => <Stage row={row} />,
    },
    {
      key: "since",
      header: "Depuis",
      label: "Depuis",
      sort: sort("signature"),
      cell: ({ state, signatureRef }) =>
        state.since ? (
          <>
            {when(state.since)}
            {signatureRef !== null && <SourceRef n={signatureRef} />}
          </>
        ) : (
          <Absent why="sans_objet" />
        ),
    },
    {
      key: "tier",
      header: "Taille",
      label: "Taille",
      sort: sort("taille"),
      cell: ({ size }) =>
        size.tier === null || size.basis === null ? (
          <Absent why="non_communique" />
        ) : (
          <>
            {size.tier} <span className="mut sm">{SIZE_BASIS[size.basis]}</span>
          </>
        ),
    },
    {
      key: "population",
      header: "Habitants publiés",
      label: "Habitants publiés",
      numeric: true,
      sort: sort("population"),
      cell: ({ population }) => <Figure figure={population} />,
    },
    { key: "perimeter", header: "Périmètre", label: "Périmètre", cell: (row) => <Perimeter row={row} /> },
    {
      key: "maximum",
      header: "Maximum annuel",
      label: "Maximum annuel",
      numeric: true,
      cell: ({ maximum }) =>
        maximum ? <Money cents={maximum.cents} mark={maximum.mark} /> : <Absent why="non_communique" />,
    },
  ];
}

function Stage({ row: { state } }: { readonly row: CptsListRow }) {
  return (
    <>
      {STAGE[state.stage]}
      {state.uncertain && <span className="mut"> (peut-être {STAGE[state.uncertain.possibleStage]})</span>}
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
  );
}

function Perimeter({ row: { perimeter, computed } }: { readonly row: CptsListRow }) {
  if (perimeter === "unknown" || !computed) return <Absent why="non_communique">non connu</Absent>;
  return (
    <>
      {perimeter === "estimated" ? "estimé" : "déclaré"},{" "}
      <span className="mut nb">
        <Num>{`${integer(computed.communes)} communes, ${between(computed.population)} hab.`}</Num>
      </span>
    </>
  );
}
