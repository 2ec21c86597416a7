"use client";

import { useActionState } from "react";
import { faultOf, typedOr, UNSENT, type FormState } from "@/lib/schemas/form";
import { MOST_COMMENT } from "@/lib/schemas/remarks";
import { ErrorSummary } from "../forms/ErrorSummary";
import { AreaField } from "../forms/AreaField";

interface DecisionFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly recordVersion: number;
}

/** One comment, two ways out: each button says what it does. */
export function DecisionForm({ action, recordVersion }: DecisionFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <form key={state.answer} className="stack decide" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="decision" />
      <input type="hidden" name="recordVersion" value={recordVersion} />
      <AreaField
        prefix="decision"
        name="comment"
        label="Commentaire à la CPTS"
        hint="Obligatoire pour renvoyer, facultatif pour accepter. Il reste lisible dans l’historique de la fiche."
        fault={faultOf(state, "comment")}
        initial={typedOr(state, "comment")}
        most={MOST_COMMENT}
      />
      <div className="acts">
        <button className="btn pri" type="submit" name="decision" value="accept" aria-disabled={pending}>
          Accepter
        </button>
        <button className="btn" type="submit" name="decision" value="return" aria-disabled={pending}>
          Renvoyer avec ce commentaire
        </button>
      </div>
    </form>
  );
}
