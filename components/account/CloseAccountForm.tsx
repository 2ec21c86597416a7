"use client";

import { useActionState } from "react";
import { faultOf, UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { PasswordField } from "../forms/PasswordField";
import { TextField } from "../forms/TextField";

interface CloseAccountFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Else by one's address: the account has no password. */
  readonly byPassword: boolean;
}

export function CloseAccountForm({ action, byPassword }: CloseAccountFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  const field = { prefix: "fermer", name: "confirmation", fault: faultOf(state, "confirmation") };
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="fermer" />
      {byPassword ? (
        <PasswordField {...field} label="Votre mot de passe, pour confirmer" kind="current-password" />
      ) : (
        <TextField
          {...field}
          label="Votre adresse électronique, pour confirmer"
          type="email"
          autoComplete="off"
        />
      )}
      <button className="btn danger" type="submit" aria-disabled={pending}>
        Fermer mon compte
      </button>
    </form>
  );
}
