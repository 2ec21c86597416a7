"use client";

import { useActionState } from "react";
import { faultOf, UNSENT, type ChangeState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { PasswordField } from "../forms/PasswordField";
import { Callout } from "../ui/Notice";
import { PASSWORD_RULE } from "./NewAccountForm";

interface ChangePasswordFormProps {
  readonly action: (state: ChangeState, form: FormData) => Promise<ChangeState>;
  readonly email: string;
}

export function ChangePasswordForm({ action, email }: ChangePasswordFormProps) {
  const [state, send, pending] = useActionState(action, { ...UNSENT, changed: false });
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="changer" />
      <div role="status">
        {state.changed && (
          <Callout kind="info">
            <p>Votre mot de passe est changé. Vos autres sessions sont fermées.</p>
          </Callout>
        )}
      </div>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        prefix="changer"
        name="current"
        label="Mot de passe actuel"
        kind="current-password"
        fault={faultOf(state, "current")}
      />
      <PasswordField
        prefix="changer"
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
