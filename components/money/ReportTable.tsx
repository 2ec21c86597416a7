import { day, integer } from "@/lib/format/fr";
import { paymentLine, PAYMENT_PAYER } from "@/lib/format/labels-money";
import type { PaymentFilePage, ReportRow } from "@/lib/queries/payment-files";
import { addressWith, type Query } from "@/lib/schemas/address";
import type { RowChoice } from "@/lib/schemas/payment-file";
import { DataTable } from "../tables/DataTable";
import { Pager } from "../tables/Pager";
import { RowFaults } from "../tables/RowFaults";
import { Money } from "../ui/Money";

interface ReportTableProps {
  readonly page: PaymentFilePage;
  readonly path: string;
  readonly query: Query;
}

const CHOICES: readonly (readonly [RowChoice, string])[] = [
  ["toutes", "Toutes les lignes"],
  ["refusees", "Refusées"],
  ["ajouter", "À ajouter"],
  ["deja", "Déjà enregistrées"],
];

const STATE: Readonly<Record<ReportRow["state"], string>> = {
  add: "À ajouter",
  known: "Déjà enregistrée",
  refused: "Refusée",
};

/** What the file would do, row by row, by the numbers that its spreadsheet shows. */
export function ReportTable({ page, path, query }: ReportTableProps) {
  const { report, rows } = page;
  if (report === null) return null;
  const { add, known, refused } = report.counts;
  const countOf: Readonly<Record<RowChoice, number>> = {
    toutes: add + known + refused,
    refusees: refused,
    ajouter: add,
    deja: known,
  };
  return (
    <>
      <nav className="seg years" aria-label="Lignes montrées">
        {CHOICES.map(([choice, label]) => (
          <a
            key={choice}
            className={choice === page.choice ? "btn pri" : "btn"}
            aria-current={choice === page.choice ? "true" : undefined}
            href={`${addressWith(path, query, { voir: choice, page: null })}#lignes`}
          >
            <span>
              {label} ({integer(countOf[choice])})
            </span>
          </a>
        ))}
      </nav>
      <DataTable<ReportRow>
        columns={[
          {
            key: "row",
            header: "Ligne",
            label: "Ligne",
            rowHeader: true,
            cell: ({ row }) => <span className="nb">Ligne {row}</span>,
          },
          {
            key: "state",
            header: "Ce qui en sera fait",
            label: "Ce qui en sera fait",
            full: true,
            cell: (row) => <What row={row} />,
          },
          {
            key: "cpts",
            header: "CPTS",
            label: "CPTS",
            className: "anywhere",
            cell: ({ cpts, written }) => cpts?.name ?? written.cpts,
          },
          {
            key: "payer",
            header: "Payeur",
            label: "Payeur",
            cell: ({ terms, written }) => (terms ? PAYMENT_PAYER[terms.payer] : written.payer),
          },
          {
            key: "line",
            header: "Ligne de l’accord",
            label: "Ligne de l’accord",
            cell: ({ terms, written }) => (terms ? paymentLine(terms.line) : written.line),
          },
          {
            key: "date",
            header: "Date",
            label: "Date",
            cell: ({ terms, written }) => (terms ? day(terms.paidOn) : written.paidOn),
          },
          {
            key: "reference",
            header: "Référence",
            label: "Référence",
            className: "anywhere",
            cell: ({ written }) => written.reference,
          },
          {
            key: "amount",
            header: "Montant",
            label: "Montant",
            numeric: true,
            cell: ({ terms, written }) => (terms ? <Money cents={terms.amountCents} /> : written.amount),
          },
        ]}
        rows={rows}
        rowKey={({ row }) => String(row)}
        caption="Lignes du fichier et ce qui en sera fait"
        captionHidden
        phone="cards"
        empty="Aucune ligne."
      />
      <Pager path={path} query={query} page={page.page} pages={page.pages} hash="#lignes" />
    </>
  );
}

function What({ row: { state, faults, warning } }: { readonly row: ReportRow }) {
  return (
    <>
      <b className={state === "refused" ? "row-refused" : undefined}>{STATE[state]}</b>
      <RowFaults faults={faults} />
      {warning && <p className="warnw">À vérifier&nbsp;: {warning}.</p>}
    </>
  );
}
