"use client";

import { useEffect, useRef } from "react";
import { day } from "@/lib/format/fr";
import { paymentLine, PAYMENT_PAYER } from "@/lib/format/labels-money";
import type { RecordedPayment } from "@/lib/record/money";
import { Money } from "../ui/Money";

interface AlikePaymentsProps {
  readonly alike: readonly RecordedPayment[];
  readonly prefix: string;
}

/** Payments of the same payer, line, day and amount: perhaps this one, recorded already. A warning, never a refusal. */
export function AlikePayments({ alike, prefix }: AlikePaymentsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (alike.length > 0) box.current?.focus();
  }, [alike]);
  if (alike.length === 0) return null;
  return (
    <div className="callout namesakes" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>Ce versement est peut-être déjà enregistré.</b> Rien n’a encore été écrit. Même payeur, même ligne,
        même jour, même montant{"\u00a0"}:
      </p>
      <ul>
        {alike.map(({ id, payer, line, paidOn, amountCents, reference }) => (
          <li key={id}>
            {PAYMENT_PAYER[payer]}, {paymentLine(line)}, {day(paidOn)}, <Money cents={amountCents} />,{" "}
            {reference === null ? "sans référence" : `référence ${reference}`}
            <input type="hidden" name="seen" value={id} />
          </li>
        ))}
      </ul>
      <label className="tick" htmlFor={`${prefix}-distinct`}>
        <input id={`${prefix}-distinct`} type="checkbox" name="distinct" value="1" />
        <span>C’est bien un autre versement.</span>
      </label>
    </div>
  );
}
