"use client";

import { useActionState } from "react";
import { faultOf, typedOr, UNSENT, type ChangeState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { TextField } from "../forms/TextField";
import { Callout } from "../ui/Notice";

interface NameFormProps {
  readonly action: (state: ChangeState, form: FormData) => Promise<ChangeState>;
  readonly name: string;
}

export function NameForm({ action, name }: NameFormProps) {
  const [state, send, pending] = useActionState(action, { ...UNSENT, changed: false });
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="nom" />
      <div role="status">
        {state.changed && (
          <Callout kind="info">
            <p>Votre nom est corrigé.</p>
          </Callout>
        )}
      </div>
      <TextField
        prefix="nom"
        name="name"
        label="Prénom et nom"
        autoComplete="name"
        required
        fault={faultOf(state, "name")}
        initial={typedOr(state, "name", name)}
      />
      <button className="btn" type="submit" aria-disabled={pending}>
        Corriger mon nom
      </button>
    </form>
  );
}
