import { day } from "@/lib/format/fr";
import { paymentLine, PAYMENT_PAYER } from "@/lib/format/labels-money";
import { typeset } from "@/lib/format/typography";
import type { YearsOffered } from "@/lib/queries/money/years-offered";
import type { PaymentTerms } from "@/lib/record/money";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { yearName } from "./words";

interface PaymentFactsProps {
  readonly payment: PaymentTerms;
  readonly years: YearsOffered;
}

/** All that is kept of a payment. */
export function PaymentFacts({ payment, years }: PaymentFactsProps) {
  const { payer, line, settles, paidOn, amountCents, reference, note } = payment;
  const rows = [
    ["Payeur", PAYMENT_PAYER[payer]],
    ["Ligne", paymentLine(line)],
    ["Jour", day(paidOn)],
    [amountCents < 0 ? "Montant repris" : "Montant", <Money key="amount" cents={Math.abs(amountCents)} />],
    ["Année du contrat", settles ? yearName(settles, years) : absentYear(line)],
    ["Référence", reference ?? <Absent key="reference" why="non_communique" />],
    ...(note === null ? [] : [["Note", typeset(note)] as const]),
  ] as const;
  return (
    <dl className="meeting-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const absentYear = (line: PaymentTerms["line"]) => (
  <Absent why={line === null ? "sans_objet" : "non_communique"} />
);
