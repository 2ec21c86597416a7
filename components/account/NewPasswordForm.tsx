"use client";

import { useActionState } from "react";
import { faultOf, UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { PasswordField } from "../forms/PasswordField";
import { PASSWORD_RULE } from "./NewAccountForm";

interface NewPasswordFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly email: string;
}

/** Another password, by the link of a reset. */
export function NewPasswordForm({ action, email }: NewPasswordFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="nouveau" />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        prefix="nouveau"
        name="password"
        label="Nouveau mot de passe"
        hint={PASSWORD_RULE}
        kind="new-password"
        fault={faultOf(state, "password")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        Changer le mot de passe
      </button>
    </form>
  );
}
