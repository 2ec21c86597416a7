"use client";

import { useActionState } from "react";
import { faultOf, typedOr, UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { PasswordField } from "../forms/PasswordField";
import { TextField } from "../forms/TextField";

interface SignInFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly returnTo: string | null;
}

export function SignInForm({ action, returnTo }: SignInFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="connexion" />
      {returnTo !== null && <input type="hidden" name="retour" value={returnTo} />}
      <TextField
        prefix="connexion"
        name="email"
        label="Adresse électronique"
        type="email"
        autoComplete="username"
        required
        spellCheck={false}
        fault={faultOf(state, "email")}
        initial={typedOr(state, "email")}
      />
      <PasswordField
        prefix="connexion"
        name="password"
        label="Mot de passe"
        kind="current-password"
        fault={faultOf(state, "password")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending ? "Connexion…" : "Se connecter"}
      </button>
    </form>
  );
}
