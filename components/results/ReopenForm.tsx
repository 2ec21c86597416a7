"use client";

import { useActionState } from "react";
import { faultOf, typedOr, UNSENT, type FormState } from "@/lib/schemas/form";
import { MOST_REASON } from "@/lib/schemas/results";
import { AreaField } from "../forms/AreaField";
import { ErrorSummary } from "../forms/ErrorSummary";

interface ReopenFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly version: number;
}

const PREFIX = "rouvrir";

/** Opens a settled year again: never without saying why. */
export function ReopenForm({ action, version }: ReopenFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <details className="removal" open={state.answer > 0}>
      <summary>Rouvrir cette année</summary>
      <form key={state.answer} action={send} noValidate>
        <ErrorSummary faults={state.faults} prefix={PREFIX} />
        <input type="hidden" name="version" value={version} />
        <AreaField
          prefix={PREFIX}
          name="reason"
          label="Motif de la réouverture"
          hint="Obligatoire. Il reste lisible dans l’historique de la fiche et sur cette page."
          rows={3}
          most={MOST_REASON}
          initial={typedOr(state, "reason")}
          fault={faultOf(state, "reason")}
        />
        <button className="btn danger" type="submit" aria-disabled={pending}>
          Rouvrir l’année
        </button>
      </form>
    </details>
  );
}
