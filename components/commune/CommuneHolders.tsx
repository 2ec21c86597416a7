import { DataTable, type Column } from "@/components/tables/DataTable";
import { Absent } from "@/components/ui/Absent";
import { Flag } from "@/components/ui/Flag";
import { Num } from "@/components/ui/Num";
import { SourceRef } from "@/components/ui/SourceRef";
import { StageSwatch } from "@/components/ui/StageSwatch";
import { when } from "@/lib/format/fr";
import { STAGE } from "@/lib/format/labels";
import type { CommuneHolder } from "@/lib/queries/commune-page";
import type { Footnotes } from "@/lib/queries/footnotes";
import { addressWith, type Query } from "@/lib/schemas/address";
import { BASIS, shareWords } from "./words";

interface CommuneHoldersProps {
  readonly holders: readonly CommuneHolder[];
  readonly footnotes: Footnotes;
  readonly query: Query;
}

/** The CPTS that hold the commune that day: at what stage, since when, on what ground. */
export function CommuneHolders({ holders, footnotes, query }: CommuneHoldersProps) {
  const refs = (citations: readonly string[]) =>
    [...new Set(citations.map((citation) => footnotes.numberOf(citation)))].map((n) => (
      <SourceRef key={n} n={n} />
    ));
  const columns: Column<CommuneHolder>[] = [
    {
      key: "cpts",
      header: "CPTS",
      label: "CPTS",
      rowHeader: true,
      cell: ({ slug, name }) => <a href={addressWith(`/cpts/${slug}`, { date: query.date }, {})}>{name}</a>,
    },
    {
      key: "stage",
      header: "Étape",
      label: "Étape",
      cell: ({ stage, possibleStage, basis }) => (
        <>
          <StageSwatch stage={stage === "none" ? (possibleStage ?? "none") : stage} perimeter={basis} small />{" "}
          {stage === "none" && possibleStage ? `${STAGE[possibleStage]}, peut-être` : STAGE[stage]}
        </>
      ),
    },
    {
      key: "since",
      header: "Depuis",
      label: "Depuis",
      cell: ({ since, stageCitations }) => (
        <>
          {since ? when(since) : <Absent why="a_confirmer" />} {refs(stageCitations)}
        </>
      ),
    },
    {
      key: "term",
      header: "Terme du contrat",
      label: "Terme du contrat",
      cell: ({ term, pastTerm }) =>
        term === null ? (
          <Absent why="sans_objet" />
        ) : (
          <>
            {pastTerm !== "no" && <Flag possibly={pastTerm === "possibly"} />} {when(term)}
            {pastTerm === "yes" && ", dépassé"}
          </>
        ),
    },
    {
      key: "perimeter",
      header: "Territoire",
      label: "Territoire",
      full: true,
      cell: ({ basis, share, perimeter }) => (
        <>
          {BASIS[basis]}, {shareWords(share)} {refs([perimeter.id])}
          {basis === "estimated" && (
            <span className="co-why">
              <Num>{perimeter.sense}</Num>
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={holders}
      rowKey={({ slug }) => slug}
      caption="Les CPTS dont le territoire tient la commune"
      captionHidden
      phone="cards"
      className="co-holders"
    />
  );
}
