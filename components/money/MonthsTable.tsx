import { month, integer } from "@/lib/format/fr";
import type { DueMonth } from "@/lib/queries/money/territory-dues";
import { DataTable, type Column } from "../tables/DataTable";
import { Money } from "../ui/Money";

/** What falls due by month: a bar and its amount on one row, so that the table is the chart. */
export function MonthsTable({ months }: { readonly months: readonly DueMonth[] }) {
  const whole = Math.max(1, ...months.map(({ cents }) => Math.abs(cents)));
  const columns: readonly Column<DueMonth>[] = [
    { key: "month", header: "Mois", label: "Mois", rowHeader: true, cell: (row) => month(row.month) },
    {
      key: "bar",
      header: <span className="vh">Part</span>,
      label: "",
      className: "mbar",
      cell: ({ cents }) => (
        <svg width="100%" height="12" aria-hidden="true" focusable="false">
          <rect className="due" width={`${((100 * Math.abs(cents)) / whole).toFixed(2)}%`} height="12" />
        </svg>
      ),
    },
    {
      key: "cents",
      header: "Montants arrêtés",
      label: "Montants arrêtés",
      numeric: true,
      cell: ({ cents }) => <Money cents={cents} />,
    },
    {
      key: "count",
      header: "Échéances",
      label: "Échéances",
      numeric: true,
      cell: (row) => integer(row.count),
    },
    {
      key: "unknown",
      header: "Dont non arrêtées",
      label: "Dont non arrêtées",
      numeric: true,
      cell: ({ unknown }) => integer(unknown),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={months}
      rowKey={(row) => row.month}
      caption="Montants par mois"
      captionHidden
      phone="cards"
      className="mmonths"
    />
  );
}
