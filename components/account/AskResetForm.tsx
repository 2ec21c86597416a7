"use client";

import { useActionState, useEffect, useRef } from "react";
import { faultOf, typedOr, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { TextField } from "../forms/TextField";
import { Callout } from "../ui/Notice";

interface AskState extends FormState {
  readonly asked: string | null;
}

interface AskResetFormProps {
  readonly action: (state: AskState, form: FormData) => Promise<AskState>;
}

const UNSENT: AskState = { answer: 0, faults: [], typed: {}, asked: null };

/** Asks for a link; the answer is the same whether the address has an account or not. */
export function AskResetForm({ action }: AskResetFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => said.current?.focus(), [state]);
  if (state.asked !== null) {
    return (
      <div ref={said} tabIndex={-1} role="status">
        <Callout kind="info">
          <p>
            <b>Demande reçue.</b> Si {state.asked} a un compte avec un mot de passe, un message y part. Son
            lien sert une fois, pendant une heure. Rien ne vient&nbsp;: regardez les indésirables, ou écrivez
            à la personne qui vous a invité.
          </p>
        </Callout>
      </div>
    );
  }
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="oubli" />
      <TextField
        prefix="oubli"
        name="email"
        label="Adresse électronique"
        type="email"
        autoComplete="username"
        required
        spellCheck={false}
        fault={faultOf(state, "email")}
        initial={typedOr(state, "email")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        Recevoir un lien
      </button>
    </form>
  );
}
