"use client";

import { useActionState } from "react";
import { paymentLine, PAYMENT_PAYER } from "@/lib/format/labels-money";
import type { YearsOffered } from "@/lib/queries/money/years-offered";
import type { RecordedPayment } from "@/lib/record/money";
import { faultOf, typedOr, UNSENT } from "@/lib/schemas/form";
import { LINE_CODES, OUTSIDE } from "@/lib/schemas/payment-choices";
import { centsToType } from "@/lib/schemas/typed-amount";
import { yearRefText } from "@/lib/schemas/year-ref";
import { AreaField } from "../forms/AreaField";
import { ErrorSummary } from "../forms/ErrorSummary";
import { RadioField } from "../forms/RadioField";
import { SelectField } from "../forms/SelectField";
import { TextField } from "../forms/TextField";
import { AlikePayments } from "./AlikePayments";
import { PaymentConflict } from "./PaymentConflict";
import type { PaymentState } from "./payment-state";
import { yearLabel } from "./words";

interface PaymentFormProps {
  readonly action: (state: PaymentState, form: FormData) => Promise<PaymentState>;
  readonly payment: RecordedPayment | null;
  readonly years: YearsOffered;
  readonly today: string;
}

const PREFIX = "versement";
const PAYER_CHOICES = Object.entries(PAYMENT_PAYER).map(([value, label]) => ({ value, label }));
const LINE_CHOICES = LINE_CODES.map((value) => ({
  value,
  label:
    value === OUTSIDE
      ? "Hors accord (aide au démarrage, écriture du projet de santé)"
      : value === "non_ventile"
        ? "Non ventilé (le payeur ne dit pas la ligne)"
        : paymentLine(value),
}));
const DIRECTIONS = [
  { value: "paid", label: "Versement", detail: "de l’argent reçu par la CPTS" },
  { value: "repaid", label: "Reprise", detail: "de l’argent rendu par la CPTS, ou récupéré par le payeur" },
];
const NOTHING_YET: PaymentState = { ...UNSENT, theirs: null, isGone: false, alike: [] };

export function PaymentForm({ action, payment, years, today }: PaymentFormProps) {
  const [state, send, pending] = useActionState(action, NOTHING_YET);
  const version = state.theirs?.version ?? state.typed.version?.[0] ?? payment?.version ?? 0;
  const settles = payment?.settles ? yearRefText(payment.settles) : "";
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      {state.theirs && <PaymentConflict theirs={state.theirs} years={years} />}
      <ErrorSummary faults={state.faults} prefix={PREFIX} />
      <AlikePayments alike={state.alike} prefix={PREFIX} />
      <input type="hidden" name="version" value={version} />
      {state.isGone && <input type="hidden" name="anew" value="1" />}
      <RadioField
        prefix={PREFIX}
        name="direction"
        legend="Sens"
        choices={DIRECTIONS}
        initial={typedOr(state, "direction", payment && payment.amountCents < 0 ? "repaid" : "paid")}
        fault={faultOf(state, "direction")}
      />
      <div className="pair">
        <TextField
          prefix={PREFIX}
          name="amount"
          label="Montant, en euros"
          hint="Sans signe, par exemple 37&nbsp;500 ou 37&nbsp;500,50."
          inputMode="decimal"
          autoComplete="off"
          required
          initial={typedOr(state, "amount", payment ? centsToType(Math.abs(payment.amountCents)) : "")}
          fault={faultOf(state, "amount")}
        />
        <TextField
          prefix={PREFIX}
          name="paidOn"
          label="Jour du versement"
          type="date"
          max={today}
          required
          initial={typedOr(state, "paidOn", payment?.paidOn)}
          fault={faultOf(state, "paidOn")}
        />
        <SelectField
          prefix={PREFIX}
          field="payer"
          label="Payeur"
          empty="Choisir…"
          choices={PAYER_CHOICES}
          initial={typedOr(state, "payer", payment?.payer)}
          fault={faultOf(state, "payer")}
          required
        />
        <SelectField
          prefix={PREFIX}
          field="line"
          label="Ligne de l’accord"
          empty="Choisir…"
          choices={LINE_CHOICES}
          initial={typedOr(state, "line", payment ? (payment.line ?? OUTSIDE) : "")}
          fault={faultOf(state, "line")}
          required
        />
      </div>
      <SelectField
        prefix={PREFIX}
        field="year"
        label="Année du contrat (facultatif)"
        hint={
          years.years.length === 0
            ? "Aucun contrat n’est enregistré pour cette CPTS."
            : "Celle que le payeur solde. Non précisée, le versement va au plus ancien dû de sa ligne."
        }
        empty="Non précisée"
        choices={years.years.map((one) => ({
          value: yearRefText(one),
          label: yearLabel(one, years.hasSeveral),
        }))}
        initial={typedOr(state, "year", settles)}
        fault={faultOf(state, "year")}
      />
      <TextField
        prefix={PREFIX}
        name="reference"
        label="Référence (facultatif)"
        hint="Celle du payeur (mandat, virement)&nbsp;: elle distingue deux versements du même montant."
        autoComplete="off"
        spellCheck={false}
        initial={typedOr(state, "reference", payment?.reference ?? "")}
        fault={faultOf(state, "reference")}
      />
      <AreaField
        prefix={PREFIX}
        name="note"
        label="Note (facultatif)"
        hint="Aucun nom de personne."
        rows={3}
        initial={typedOr(state, "note", payment?.note ?? "")}
        fault={faultOf(state, "note")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending ? "Enregistrement…" : saveWords(state)}
      </button>
    </form>
  );
}

function saveWords({ theirs, isGone }: PaymentState): string {
  if (theirs) return "Enregistrer ma version à la place";
  return isGone ? "Enregistrer comme nouveau versement" : "Enregistrer le versement";
}
