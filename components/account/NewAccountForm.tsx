"use client";

import { useActionState } from "react";
import { faultOf, typedOr, UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { PasswordField } from "../forms/PasswordField";
import { TextField } from "../forms/TextField";

interface NewAccountFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** The address invited; null where the person types their own. */
  readonly email: string | null;
}

export const PASSWORD_RULE =
  "12 caractères au moins. Une phrase de plusieurs mots convient, et se retient mieux. Coller est permis.";

/** Name and password of whoever follows an invitation. */
export function NewAccountForm({ action, email }: NewAccountFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="compte" />
      <TextField
        prefix="compte"
        name="name"
        label="Prénom et nom"
        autoComplete="name"
        required
        fault={faultOf(state, "name")}
        initial={typedOr(state, "name")}
      />
      <TextField
        prefix="compte"
        name="email"
        label="Adresse électronique"
        hint={
          email === null ? "Elle sert à se connecter." : "Celle de l’invitation. Elle sert à se connecter."
        }
        type="email"
        autoComplete="username"
        required
        readOnly={email !== null}
        spellCheck={false}
        fault={faultOf(state, "email")}
        initial={email ?? typedOr(state, "email")}
      />
      <PasswordField
        prefix="compte"
        name="password"
        label="Mot de passe"
        hint={PASSWORD_RULE}
        kind="new-password"
        fault={faultOf(state, "password")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending ? "Création…" : "Créer mon compte"}
      </button>
    </form>
  );
}
