import { day, money } from "@/lib/format/fr";
import { paymentDays, paymentsOf, SHARES, type PaymentOfYear, type ScenarioInstalment } from "@/lib/funding";
import { INSTALMENT_KIND, LINE_LABEL } from "../cpts/line-words";
import { DataTable, type Column } from "../tables/DataTable";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { CalendarChart } from "./CalendarChart";
import { SHARE, ShareKey } from "./ShareKey";
import type { Results } from "./use-simulator";
import { paymentWords } from "./words";

/** When what is due is paid, over the whole contract: drawn, then in a table, then instalment by instalment. */
export function Calendar({ results: { contract } }: { readonly results: Results }) {
  const payments = paymentsOf(contract.instalments);
  const openings = new Map(
    contract.years.map(
      ({
        input: {
          contractYear: { index, start },
        },
      }) => [index, start],
    ),
  );
  const shares = SHARES.filter((share) => payments.some((payment) => payment.shares[share].cents > 0));
  const columns: readonly Column<PaymentOfYear>[] = [
    { key: "on", header: "Date", label: "Date", cell: ({ dueOn }) => day(dueOn) },
    {
      key: "what",
      header: "Versement",
      label: "Versement",
      rowHeader: true,
      cell: (payment) => paymentWords(payment, openings.get(payment.year) ?? ""),
    },
    ...shares.map((share): Column<PaymentOfYear> => ({
      key: share,
      header: SHARE[share].label,
      label: SHARE[share].label,
      numeric: true,
      cell: (payment) => <Num>{money(payment.shares[share].cents)}</Num>,
    })),
    {
      key: "sum",
      header: "Montant",
      label: "Montant",
      numeric: true,
      cell: ({ sum }) => (
        <b>
          <Money cents={sum.cents} mark={sum.mark} />
        </b>
      ),
    },
  ];
  return (
    <>
      <ul className="mleg">
        {shares.map((share) => (
          <li key={share}>
            <ShareKey share={share} />
            <span>{SHARE[share].label}</span>
          </li>
        ))}
      </ul>
      <CalendarChart days={paymentDays(contract.instalments)} />
      <DataTable
        columns={columns}
        rows={payments}
        rowKey={({ dueOn, year, settles }) => `${dueOn} ${year} ${settles}`}
        caption="Versements des cinq années"
        captionHidden
        phone="cards"
        className="sim-payments"
        foot={
          <tr>
            <th scope="row" colSpan={2 + shares.length}>
              Cinq années
            </th>
            <td className="num" data-l="Montant">
              {contract.dueIsMinimum && "au moins "}
              <Money cents={contract.dueCents} mark={contract.dueMark} />
            </td>
          </tr>
        }
      />
      <details className="fold sim-detail">
        <summary>Chaque versement, ligne par ligne</summary>
        <DataTable
          columns={DETAIL}
          rows={contract.instalments}
          rowKey={({ dueOn, year, line, kind }) => `${dueOn} ${year} ${line} ${kind}`}
          caption="Chaque versement, par ligne de l’enveloppe"
          captionHidden
          phone="cards"
        />
      </details>
    </>
  );
}

const DETAIL: readonly Column<ScenarioInstalment>[] = [
  { key: "on", header: "Date", label: "Date", cell: ({ dueOn }) => day(dueOn) },
  { key: "year", header: "Année", label: "Année", cell: ({ year }) => `Année ${year}` },
  { key: "line", header: "Ligne", label: "Ligne", rowHeader: true, cell: ({ line }) => LINE_LABEL[line] },
  { key: "kind", header: "Versement", label: "Versement", cell: ({ kind }) => INSTALMENT_KIND[kind] },
  {
    key: "amount",
    header: "Montant",
    label: "Montant",
    numeric: true,
    cell: ({ amountCents, mark }) => <Money cents={amountCents} mark={mark} />,
  },
];
