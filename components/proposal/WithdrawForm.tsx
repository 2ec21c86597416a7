"use client";

import { useActionState } from "react";
import { UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";

interface WithdrawFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
}

/** Takes a proposal back: the drafts stay, and can be changed again. */
export function WithdrawForm({ action }: WithdrawFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <form className="stack" action={send}>
      <ErrorSummary faults={state.faults} prefix="retirer" />
      <p className="note">
        La retirer rend vos brouillons modifiables, tels que vous les avez proposés. Vous pourrez proposer de
        nouveau.
      </p>
      <button className="btn" type="submit" aria-disabled={pending}>
        {pending ? "Retrait…" : "Retirer la proposition"}
      </button>
    </form>
  );
}
