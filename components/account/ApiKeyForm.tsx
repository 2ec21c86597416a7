"use client";

import { useActionState } from "react";
import { KEY_MONTHS, MOST_LABEL } from "@/lib/schemas/api-key";
import { faultOf, typedOr, UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { SelectField } from "../forms/SelectField";
import { TextField } from "../forms/TextField";
import { CopyText } from "../ui/CopyText";
import { Callout } from "../ui/Notice";

export interface KeyState extends FormState {
  /** The key just made, shown this once. */
  readonly made: { readonly key: string; readonly label: string; readonly until: string } | null;
}

interface ApiKeyFormProps {
  readonly action: (state: KeyState, form: FormData) => Promise<KeyState>;
}

export function ApiKeyForm({ action }: ApiKeyFormProps) {
  const [state, send, pending] = useActionState(action, { ...UNSENT, made: null });
  const { made } = state;
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="cle" />
      <div role="status">
        {made && (
          <Callout kind="info">
            <p>
              <b>Clé «&nbsp;{made.label}&nbsp;» faite</b>, valable jusqu’au {made.until}. Copiez-la
              maintenant&nbsp;: elle ne sera plus montrée.
            </p>
            <CopyText label="Clé d’accès" text={made.key} />
          </Callout>
        )}
      </div>
      <TextField
        prefix="cle"
        name="label"
        label="Ce qui s’en servira"
        hint="Par exemple «&nbsp;tableau de bord régional&nbsp;»."
        autoComplete="off"
        maxLength={MOST_LABEL}
        required
        fault={faultOf(state, "label")}
        initial={typedOr(state, "label")}
      />
      <SelectField
        prefix="cle"
        field="months"
        label="Durée"
        choices={KEY_MONTHS.map((months) => ({ value: months, label: `${months} mois` }))}
        initial={typedOr(state, "months", KEY_MONTHS[0])}
        fault={faultOf(state, "months")}
      />
      <button className="btn" type="submit" aria-disabled={pending}>
        Faire une clé
      </button>
    </form>
  );
}
