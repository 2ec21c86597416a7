"use client";

import { useActionState } from "react";
import type { BindingSection } from "@/lib/record/sections";
import { faultOf, typedOr, UNSENT, type FormState } from "@/lib/schemas/form";
import { MOST_MESSAGE } from "@/lib/schemas/remarks";
import { ErrorSummary } from "../forms/ErrorSummary";
import { AreaField } from "../forms/AreaField";

interface ProposeFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly recordVersion: number;
  readonly sections: readonly { readonly section: BindingSection; readonly version: number }[];
  /** « Proposer de nouveau » after a round sent back. */
  readonly again: boolean;
}

/** Sends the versions that the page shows: what changed meanwhile is told, never proposed unread. */
export function ProposeForm({ action, recordVersion, sections, again }: ProposeFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  return (
    <form key={state.answer} className="stack decide" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix="proposer" />
      <input type="hidden" name="recordVersion" value={recordVersion} />
      {sections.map(({ section, version }) => (
        <input key={section} type="hidden" name={section} value={version} />
      ))}
      <AreaField
        prefix="proposer"
        name="message"
        label="Message à l’ARS et à la CPAM (facultatif)"
        hint="Ce qui aide à décider, par exemple une délibération ou ce que vous avez repris."
        fault={faultOf(state, "message")}
        initial={typedOr(state, "message")}
        most={MOST_MESSAGE}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending
          ? "Envoi…"
          : again
            ? "Proposer de nouveau à l’ARS et à la CPAM"
            : "Proposer à l’ARS et à la CPAM"}
      </button>
    </form>
  );
}
