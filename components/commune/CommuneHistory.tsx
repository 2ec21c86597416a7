import { DataTable, type Column } from "@/components/tables/DataTable";
import { SourceRef } from "@/components/ui/SourceRef";
import { day } from "@/lib/format/fr";
import type { CommuneMembership } from "@/lib/queries/commune-page";
import type { Footnotes } from "@/lib/queries/footnotes";
import { addressWith, type Query } from "@/lib/schemas/address";
import { BASIS, shareWords } from "./words";

interface CommuneHistoryProps {
  readonly history: readonly CommuneMembership[];
  readonly footnotes: Footnotes;
  readonly query: Query;
}

/** Every territory that ever held the commune: what is past does not change. */
export function CommuneHistory({ history, footnotes, query }: CommuneHistoryProps) {
  const columns: Column<CommuneMembership>[] = [
    {
      key: "cpts",
      header: "CPTS",
      label: "CPTS",
      rowHeader: true,
      cell: ({ slug, name }) => <a href={addressWith(`/cpts/${slug}`, { date: query.date }, {})}>{name}</a>,
    },
    {
      key: "from",
      header: "Dans le territoire du",
      label: "Dans le territoire du",
      // An estimate begins on the first day on which the contract may have been signed.
      cell: ({ from, basis }) => (basis === "estimated" ? `${day(from)} au plus tôt` : day(from)),
    },
    {
      key: "to",
      header: "au",
      label: "au",
      cell: ({ to }) => (to === null ? "sans fin connue" : day(to)),
    },
    {
      key: "basis",
      header: "Nature",
      label: "Nature",
      full: true,
      cell: ({ basis, share, citation }) => (
        <>
          {BASIS[basis]}, {shareWords(share)} <SourceRef n={footnotes.numberOf(citation)} />
        </>
      ),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={history}
      rowKey={({ slug, from }) => `${slug} ${from}`}
      caption="Les territoires qui ont tenu la commune, du plus ancien au plus récent"
      captionHidden
      phone="cards"
      empty="Aucun territoire connu n’a jamais tenu cette commune."
    />
  );
}
