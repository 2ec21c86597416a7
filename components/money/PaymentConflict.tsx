"use client";

import { useEffect, useRef } from "react";
import { instant } from "@/lib/format/instant";
import type { YearsOffered } from "@/lib/queries/money/years-offered";
import { PaymentFacts } from "./PaymentFacts";
import type { PaymentState } from "./payment-state";

interface PaymentConflictProps {
  readonly theirs: NonNullable<PaymentState["theirs"]>;
  readonly years: YearsOffered;
}

/** What somebody else saved since, above what was typed here: the writer chooses, nothing is written before. */
export function PaymentConflict({ theirs, years }: PaymentConflictProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [theirs.version]);
  const { content, by, at } = theirs;
  return (
    <section className="callout err conflict" role="alert" tabIndex={-1} ref={box} aria-labelledby="conflit">
      <h2 id="conflit">Modifié entre-temps</h2>
      <p>
        {by ?? "Quelqu’un d’autre"} a enregistré ce versement
        {at && ` le ${instant(new Date(at))}`}, pendant que vous le modifiiez. Rien n’a été écrasé{"\u00a0"}:
        voici sa version{"\u00a0"}; la vôtre est toujours dans le formulaire, plus bas.
      </p>
      <div className="theirs">
        <PaymentFacts payment={content} years={years} />
      </div>
      <p>
        Reprenez dans le formulaire ce que vous gardez de sa version, puis enregistrez la vôtre à la place
        {"\u00a0"}; {/* The same address: the form as it is on record, what was typed here let go. */}
        <a href="?">ou gardez la sienne</a>.
      </p>
    </section>
  );
}
