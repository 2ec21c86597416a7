import type { FinancePage, YearChoice } from "@/lib/queries/money/finance-page";
import { yearKey } from "@/lib/schemas/money-address";
import { DataTable, type Column } from "../tables/DataTable";
import { DueCell } from "./DueCell";
import { Known } from "./Known";

type Row = FinancePage["carried"][number];

interface CarriedTableProps {
  readonly slug: string;
  readonly years: readonly Row[];
  readonly shown: Pick<YearChoice, "year">;
}

/** All the years of the contract: due, paid, spent, and what passes from one to the next. */
export function CarriedTable({ slug, years, shown }: CarriedTableProps) {
  const columns: readonly Column<Row>[] = [
    {
      key: "year",
      header: "Année",
      label: "Année",
      rowHeader: true,
      cell: (row) =>
        row.year === shown.year ? (
          `Année ${row.year}, affichée`
        ) : (
          <a href={`/espace/cpts/${slug}/financement?annee=${yearKey(row)}`}>Année {row.year}</a>
        ),
    },
    amount("opening", "Report au début", ({ openingCents }) => <Known cents={openingCents} />),
    amount("due", "Dû", ({ dueCents, dueIsMinimum, dueMark }) => (
      <DueCell cents={dueCents} mark={dueMark} missing={dueIsMinimum ? "a_confirmer" : null} />
    )),
    amount("paid", "Versé", ({ paidCents }) => <Known cents={paidCents} />),
    amount("spent", "Dépensé", ({ spentCents, spentIsMinimum }) => (
      <>
        {spentIsMinimum && <span className="mut">au moins </span>}
        <Known cents={spentCents} />
      </>
    )),
    amount("closing", "Report à la fin", ({ closingCents }) => <Known cents={closingCents} />),
  ];
  return (
    <DataTable
      columns={columns}
      rows={years}
      rowKey={yearKey}
      caption="Les années du contrat"
      captionHidden
      phone="cards"
    />
  );
}

function amount(key: string, header: string, cell: (row: Row) => React.ReactNode): Column<Row> {
  return { key, header, label: header, numeric: true, cell };
}
