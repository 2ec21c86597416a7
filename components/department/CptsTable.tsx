import { between, integer, list, when } from "@/lib/format/fr";
import { PERIMETER, STAGE } from "@/lib/format/labels";
import type { DepartmentCptsRow, DepartmentPage } from "@/lib/queries/department-page";
import type { DepartmentCptsColumn } from "@/lib/schemas/department-address";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Flag } from "../ui/Flag";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { StageSwatch } from "../ui/StageSwatch";

interface CptsTableProps {
  readonly page: DepartmentPage;
  readonly rows: readonly DepartmentCptsRow[];
  readonly sortOf: (column: DepartmentCptsColumn) => Column<DepartmentCptsRow>["sort"];
}

const MAXIMUM_DETAIL = {
  stated: "montant vérifié, taille donnée par une source",
  stated_population: "montant vérifié, taille déduite de la population publiée",
  declared_perimeter: "montant vérifié, taille déduite du périmètre déclaré",
  estimated_perimeter: "montant vérifié pour cette taille, taille tirée du périmètre estimé",
} as const;

/** The same data as the map and the list, to sort and to read across. */
export function CptsTable({ page, rows, sortOf }: CptsTableProps) {
  const ref = (citation: string | null) =>
    citation !== null && <SourceRef n={page.footnotes.numberOf(citation)} />;
  const columns: Column<DepartmentCptsRow>[] = [
    {
      key: "nom",
      header: "CPTS",
      label: "CPTS",
      rowHeader: true,
      sort: sortOf("nom"),
      cell: ({ slug, name }) => <a href={`/cpts/${slug}`}>{name}</a>,
    },
    {
      key: "etape",
      header: "Étape",
      label: "Étape",
      className: "nb",
      cell: ({ state, perimeter }) => (
        <>
          <StageSwatch stage={state.stage} perimeter={perimeter} small /> {STAGE[state.stage]}
        </>
      ),
    },
    {
      key: "signature",
      header: "Depuis",
      label: "Depuis",
      sort: sortOf("signature"),
      cell: ({ state, stageCitation }) => (
        <>
          {state.since ? when(state.since) : <Absent why="non_communique" />}
          {ref(stageCitation)}
        </>
      ),
    },
    {
      key: "terme",
      header: "Terme",
      label: "Terme",
      cell: ({ state }) => {
        if (state.term === null) return <Absent why="sans_objet" />;
        if (state.pastTerm === "no") return when(state.term);
        return (
          <>
            <Flag possibly={state.pastTerm === "possibly"} /> {when(state.term)},{" "}
            {state.pastTerm === "yes" ? "dépassé" : "peut-être dépassé"}
          </>
        );
      },
    },
    {
      key: "perimetre",
      header: "Périmètre",
      label: "Périmètre",
      className: "per",
      cell: ({ perimeter, estimatedFrom }) =>
        estimatedFrom.length > 0 ? `Estimé\u00a0: ${list(estimatedFrom)}` : PERIMETER[perimeter],
    },
    {
      key: "communes",
      header: "Communes",
      label: "Communes",
      numeric: true,
      sort: sortOf("communes"),
      cell: ({ here }) => (here ? <Num>{integer(here.communes)}</Num> : <Absent why="non_communique" />),
    },
    {
      key: "habitants",
      header: "Habitants",
      label: "Habitants",
      numeric: true,
      sort: sortOf("habitants"),
      cell: ({ here }) => (here ? <Num>{between(here.population)}</Num> : <Absent why="non_communique" />),
    },
    {
      key: "taille",
      header: "Taille",
      label: "Taille",
      cell: ({ size }) => {
        if (size.tier === null) return <Absent why="a_confirmer" />;
        const how = {
          stated: "",
          stated_population: ", déduite",
          declared_perimeter: ", déduite",
          estimated_perimeter: ", estimée",
        };
        return (
          <>
            {size.tier}
            {how[size.basis ?? "stated"]}
            {ref(size.citation)}
          </>
        );
      },
    },
    {
      key: "maximum",
      header: "Maximum par an",
      label: "Maximum par an",
      numeric: true,
      sort: sortOf("maximum"),
      cell: ({ maximum }) =>
        maximum ? (
          <Money cents={maximum.cents} mark={maximum.mark} detail={MAXIMUM_DETAIL[maximum.basis]} />
        ) : (
          <Absent why="a_confirmer" />
        ),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowKey={({ slug }) => slug}
      caption="CPTS du département"
      captionHidden
      phone="scroll"
      label="Tableau des CPTS"
      empty="Maillage ne décrit encore aucune CPTS dans ce département."
    />
  );
}
