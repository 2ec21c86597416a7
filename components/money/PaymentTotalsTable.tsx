import { paymentLine, PAYMENT_PAYER } from "@/lib/format/labels-money";
import type { PaidOnLine, PaymentTotals } from "@/lib/queries/payments";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";

/** What was paid by line and by payer, repayments taken off. */
export function PaymentTotalsTable({ totals }: { readonly totals: PaymentTotals }) {
  const { payers, lines, byPayer, total } = totals;
  const columns: Column<PaidOnLine>[] = [
    { key: "line", header: "Ligne", label: "Ligne", rowHeader: true, cell: ({ line }) => paymentLine(line) },
    ...payers.map((payer, i): Column<PaidOnLine> => ({
      key: payer,
      header: PAYMENT_PAYER[payer],
      label: PAYMENT_PAYER[payer],
      numeric: true,
      cell: (row) => <Paid cents={row.byPayer[i] ?? null} />,
    })),
    {
      key: "total",
      header: "Total",
      label: "Total",
      numeric: true,
      cell: (row) => (
        <b>
          <Money cents={row.total} />
        </b>
      ),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={lines}
      rowKey={({ line }) => line ?? "outside"}
      caption="Versements moins reprises, par ligne et par payeur"
      captionHidden
      phone="cards"
      className="paid-totals"
      foot={
        <tr>
          <th scope="row">Total</th>
          {payers.map((payer, i) => (
            <td key={payer} className="num" data-l={PAYMENT_PAYER[payer]}>
              <Money cents={byPayer[i] ?? 0} />
            </td>
          ))}
          <td className="num" data-l="Total">
            <Money cents={total} />
          </td>
        </tr>
      }
    />
  );
}

/** Nothing on record from this payer on this line: not a payment of 0 €. */
function Paid({ cents }: { readonly cents: number | null }) {
  return cents === null ? (
    <Absent why="sans_objet" brief>
      aucun versement
    </Absent>
  ) : (
    <Money cents={cents} />
  );
}
