"use client";

import { useActionState } from "react";
import { LIFECYCLE } from "@/lib/format/labels";
import type { LifecycleKind } from "@/lib/record/lifecycle";
import { faultOf, typedOr, UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { SelectField } from "../forms/SelectField";
import { TextField } from "../forms/TextField";
import { AreaField } from "../forms/AreaField";

interface StepFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What usually comes next. */
  readonly next: LifecycleKind;
}

const PREFIX = "etape";
const KINDS = Object.entries(LIFECYCLE).map(([value, label]) => ({ value, label }));

export function StepForm({ action, next }: StepFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix={PREFIX} />
      <div className="narrow">
        <SelectField
          prefix={PREFIX}
          field="kind"
          label="Étape"
          choices={KINDS}
          initial={typedOr(state, "kind", next)}
          fault={faultOf(state, "kind")}
        />
      </div>
      <div className="pair">
        <TextField
          prefix={PREFIX}
          name="earliest"
          label="Jour"
          type="date"
          required
          hint="Ou le premier jour possible."
          fault={faultOf(state, "earliest")}
          initial={typedOr(state, "earliest")}
        />
        <TextField
          prefix={PREFIX}
          name="latest"
          label="Dernier jour possible (facultatif)"
          type="date"
          hint="Si le jour exact n’est pas connu."
          fault={faultOf(state, "latest")}
          initial={typedOr(state, "latest")}
        />
      </div>
      <AreaField
        prefix={PREFIX}
        name="note"
        label="Note (facultatif)"
        hint="Publiée avec l’étape. Aucun nom de personne."
        rows={2}
        initial={typedOr(state, "note")}
        fault={faultOf(state, "note")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending ? "Enregistrement…" : "Enregistrer l’étape"}
      </button>
    </form>
  );
}
