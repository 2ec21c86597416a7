import { count, day } from "@/lib/format/fr";
import { paymentLine, PAYMENT_PAYER } from "@/lib/format/labels-money";
import { typeset } from "@/lib/format/typography";
import type { PaymentsPage } from "@/lib/queries/payments";
import type { RecordedPayment } from "@/lib/record/money";
import type { Query } from "@/lib/schemas/address";
import { sortLink } from "@/lib/schemas/cpts-address";
import type { PaymentColumn } from "@/lib/schemas/payments-address";
import { DataTable, type Column } from "../tables/DataTable";
import { Pager } from "../tables/Pager";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { yearName } from "./words";

interface PaymentsTableProps {
  readonly page: PaymentsPage;
  readonly path: string;
  readonly query: Query;
}

/** The payments asked for, one a line; whoever may changes one by its day. */
export function PaymentsTable({ page, path, query }: PaymentsTableProps) {
  const { found, payments, mayWrite, years, address } = page;
  const kept: Query = Object.fromEntries(
    Object.entries(query).filter(([name]) => ["payeur", "ligne", "tri"].includes(name)),
  );
  const sort = (by: PaymentColumn) => sortLink(path, kept, by, address.sort, "#liste");
  const columns: Column<RecordedPayment>[] = [
    {
      key: "date",
      header: "Jour",
      label: "Jour",
      rowHeader: true,
      sort: sort("date"),
      cell: (row) =>
        mayWrite ? (
          <a href={`${path}/${row.id}`}>
            <span className="vh">Modifier le versement du </span>
            {day(row.paidOn)}
          </a>
        ) : (
          day(row.paidOn)
        ),
    },
    {
      key: "payer",
      header: "Payeur",
      label: "Payeur",
      sort: sort("payeur"),
      cell: ({ payer }) => PAYMENT_PAYER[payer],
    },
    {
      key: "line",
      header: "Ligne",
      label: "Ligne",
      sort: sort("ligne"),
      cell: ({ line }) => paymentLine(line),
    },
    {
      key: "year",
      header: "Année du contrat",
      label: "Année du contrat",
      cell: ({ settles, line }) =>
        settles ? (
          yearName(settles, years)
        ) : (
          <Absent why={line === null ? "sans_objet" : "non_communique"}>
            {line === null ? "sans objet" : "non précisée"}
          </Absent>
        ),
    },
    {
      key: "reference",
      header: "Référence",
      label: "Référence",
      full: true,
      className: "anywhere",
      cell: ({ reference, note }) => (
        <>
          {reference ?? <Absent why="non_communique" />}
          {note && <small className="mut block-note">{typeset(note)}</small>}
        </>
      ),
    },
    {
      key: "amount",
      header: "Montant",
      label: "Montant",
      numeric: true,
      sort: sort("montant"),
      cell: ({ amountCents }) => (
        <>
          <Money cents={amountCents} />
          {amountCents < 0 && <small className="mut block-note">reprise</small>}
        </>
      ),
    },
  ];
  return (
    <>
      <DataTable
        columns={columns}
        rows={payments}
        rowKey={({ id }) => id}
        caption={`${count(found.count, "versement")}, reprises comptées en moins`}
        phone="cards"
        empty="Aucun versement ne répond à ces filtres."
        foot={
          <tr>
            <th scope="row" colSpan={5}>
              Total {found.count < page.count && "de cette sélection"}
            </th>
            <td className="num" data-l="Montant">
              <Money cents={found.total} />
            </td>
          </tr>
        }
      />
      <Pager path={path} query={query} page={address.page} pages={page.pages} hash="#liste" />
    </>
  );
}
