"use client";

import { useActionState, useState } from "react";
import { faultOf, UNSENT, type FormState } from "@/lib/schemas/form";
import { describedBy, FieldFault } from "../forms/LabelledField";

interface SendPaymentsFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly mostBytes: number;
}

const ID = "fichier-file";

/** The file to read: nothing is recorded by sending it. */
export function SendPaymentsForm({ action, mostBytes }: SendPaymentsFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  const [isLarge, setLarge] = useState(false);
  const fault = isLarge
    ? "Ce fichier dépasse 5\u00a0Mo\u00a0: partagez-le en plusieurs."
    : faultOf(state, "file");
  return (
    <form
      className="stack"
      action={send}
      onSubmit={(event) => {
        // Not sent at all: the server would refuse it without reading it.
        if (isLarge) event.preventDefault();
      }}
      noValidate
    >
      <div className={fault ? "ff bad" : "ff"}>
        <label htmlFor={ID}>Fichier CSV, XLSX ou ODS</label>
        <p className="hint" id={`${ID}-hint`}>
          5&nbsp;Mo et 20&nbsp;000 lignes au plus. Point-virgule, virgule, tabulation ou barre&nbsp;; tout
          encodage&nbsp;; nombres et dates à la française ou à l’anglaise.
        </p>
        <div role="alert">
          <FieldFault id={ID} fault={fault} />
        </div>
        <input
          id={ID}
          name="file"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,.ods,text/csv,text/plain"
          required
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(ID, true, fault)}
          onChange={(event) => setLarge((event.target.files?.[0]?.size ?? 0) > mostBytes)}
        />
      </div>
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending ? "Lecture…" : "Lire le fichier"}
      </button>
    </form>
  );
}
