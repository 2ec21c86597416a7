"use client";

import { useActionState } from "react";
import { ORGANISATION, ROLE, ROLE_MEANING } from "@/lib/format/accounts";
import type { InvitationChoices } from "@/lib/queries/accounts/invitation-choices";
import { faultOf, typedOr, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { PickList } from "../forms/PickList";
import { RadioField } from "../forms/RadioField";
import { TextField } from "../forms/TextField";
import { InvitationMade, type Made } from "./InvitationMade";

export interface InviteState extends FormState {
  readonly made: Made | null;
}

interface InviteFormProps {
  readonly action: (state: InviteState, form: FormData) => Promise<InviteState>;
  readonly choices: InvitationChoices;
}

const UNSENT: InviteState = { answer: 0, faults: [], typed: {}, made: null };
const PREFIX = "invitation";

/** Whom to invite, to which role, over what. The style sheet shows what the role asks for, scripts or not. */
export function InviteForm({ action, choices }: InviteFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  const { roles } = choices;
  const [only] = roles.length === 1 ? roles : [];
  const of = (field: string) => ({ prefix: PREFIX, name: field, fault: faultOf(state, field) });
  const typed = state.made === null ? state.typed : {};
  return (
    <>
      {state.made && <InvitationMade made={state.made} />}
      <form key={state.answer} className="stack invite" action={send} noValidate>
        <ErrorSummary faults={state.faults} prefix={PREFIX} />
        <TextField
          {...of("email")}
          label="Adresse électronique de la personne"
          type="email"
          autoComplete="off"
          required
          spellCheck={false}
          initial={typed.email?.[0] ?? ""}
        />
        {only ? (
          <input type="hidden" name="role" value={only} />
        ) : (
          <RadioField
            {...of("role")}
            legend="Rôle"
            initial={typedOr({ ...state, typed }, "role")}
            choices={roles.map((value) => ({ value, label: ROLE[value], detail: ROLE_MEANING[value] }))}
          />
        )}
        {only === undefined && (
          <div className="for-organisation">
            <RadioField
              {...of("organisation")}
              legend="Organisme"
              initial={typedOr({ ...state, typed }, "organisation")}
              choices={(["ars", "cpam", "other"] as const).map((value) => ({
                value,
                label: ORGANISATION[value],
              }))}
            />
          </div>
        )}
        <div className={only === undefined ? "for-coordinator" : undefined}>
          <PickList
            {...of("cpts")}
            legend="CPTS"
            filter="Nom, département"
            choices={choices.cpts}
            picked={typed.cpts ?? []}
          />
        </div>
        {choices.departments.length > 0 && (
          <div className="for-agent">
            <PickList
              {...of("departments")}
              legend="Départements"
              filter="Nom ou numéro"
              choices={choices.departments}
              picked={typed.departments ?? []}
            />
            <PickList
              {...of("regions")}
              legend="Ou régions entières"
              filter="Nom de région"
              choices={choices.regions}
              picked={typed.regions ?? []}
            />
          </div>
        )}
        <button className="btn pri" type="submit" aria-disabled={pending}>
          {pending ? "Invitation…" : "Inviter"}
        </button>
      </form>
    </>
  );
}
