"use client";

import { useActionState } from "react";
import { faultOf, UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { PasswordField } from "../forms/PasswordField";

interface JoinFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly email: string;
}

/** For whoever has an account already: its password accepts the invitation. */
export function JoinForm({ action, email }: JoinFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="compte" />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        prefix="compte"
        name="password"
        label="Mot de passe de votre compte"
        hint={email}
        kind="current-password"
        fault={faultOf(state, "password")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending ? "Ajout…" : "Ajouter à mon compte"}
      </button>
    </form>
  );
}
