import { day, money } from "@/lib/format/fr";
import { PAYMENT_PAYER } from "@/lib/format/labels-money";
import { typeset } from "@/lib/format/typography";
import type { FinancePage } from "@/lib/queries/money/finance-page";
import { LINE_LABEL } from "../cpts/line-words";
import { Section } from "../layout/Section";
import { DataTable, type Column } from "../tables/DataTable";
import { Mark } from "../ui/Mark";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";

interface Row {
  readonly id: string;
  readonly on: string;
  readonly payer: string;
  readonly line: string;
  readonly cents: number;
  readonly why: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "on", header: "Date", label: "Date", rowHeader: true, cell: ({ on }) => day(on) },
  { key: "payer", header: "Payeur", label: "Payeur", cell: ({ payer }) => payer },
  { key: "line", header: "Ligne", label: "Ligne", cell: ({ line }) => line },
  {
    key: "amount",
    header: "Montant",
    label: "Montant",
    numeric: true,
    cell: ({ cents }) => <Money cents={cents} />,
  },
  { key: "why", header: "Pourquoi", label: "Pourquoi", full: true, cell: ({ why }) => <Num>{why}</Num> },
];

/** What was paid beside the calendar, and the one-off credits that nobody confirmed. */
export function OtherPayments({ page }: { readonly page: FinancePage }) {
  const rows = otherPayments(page);
  if (rows.length === 0 && page.credits.length === 0) return null;
  return (
    <Section
      id="hors-echeancier"
      title="Hors de l’échéancier"
      intro="Versements qui ne soldent aucune échéance, et crédits uniques : jamais ajoutés au dû."
    >
      {rows.length > 0 && (
        <DataTable
          columns={COLUMNS}
          rows={rows}
          rowKey={({ id }) => id}
          caption="Versements hors de l’échéancier"
          captionHidden
          phone="cards"
        />
      )}
      {page.credits.map(({ id, label, condition, dueOn, amountCents, mark, source }) => (
        <p key={id} className="note">
          <b>{label}</b> ({typeset(condition)}), le {day(dueOn)}&nbsp;:{" "}
          <Money cents={amountCents} mark={mark} />. {typeset(source)}. {mark === "H" && <Mark mark="H" />} à
          confirmer.
        </p>
      ))}
    </Section>
  );
}

/** What was paid beside the calendar, by day, each with why. */
export function otherPayments({
  over,
  unmatched,
  outside,
}: Pick<FinancePage, "over" | "unmatched" | "outside">): Row[] {
  const row = (payment: FinancePage["outside"][number], why: string): Row => ({
    id: `${payment.id} ${why}`,
    on: payment.paidOn,
    payer: PAYMENT_PAYER[payment.payer],
    line: payment.line === null ? "hors accord" : LINE_LABEL[payment.line],
    cents: payment.amountCents,
    why,
  });
  return [
    ...over.map(({ payment, surplusCents }) =>
      row(payment, `${money(Math.abs(surplusCents))} au-delà de ce qui est dû`),
    ),
    ...unmatched.map((payment) => row(payment, "Aucune échéance ne lui correspond")),
    ...outside.map((payment) => row(payment, "Hors de l’accord : aide au démarrage, projet de santé")),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
}
