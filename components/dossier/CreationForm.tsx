"use client";

import { useActionState } from "react";
import type { CreationChoices, Namesake } from "@/lib/queries/creation";
import { list } from "@/lib/format/fr";
import { MOST_DEPARTMENTS } from "@/lib/schemas/most";
import { faultOf, typedOr, UNSENT, type FormState } from "@/lib/schemas/form";
import { ErrorSummary } from "../forms/ErrorSummary";
import { describedBy, FieldFault } from "../forms/LabelledField";
import { SelectField } from "../forms/SelectField";
import { TextField } from "../forms/TextField";
import { AreaField } from "../forms/AreaField";

export interface CreationState extends FormState {
  /** The CPTS of the same name, or nearly, to be looked at before going on. */
  readonly namesakes: readonly Namesake[];
}

interface CreationFormProps {
  readonly action: (state: CreationState, form: FormData) => Promise<CreationState>;
  readonly choices: CreationChoices;
  readonly today: string;
}

const PREFIX = "creation";
const OTHERS = Array.from({ length: MOST_DEPARTMENTS - 1 }, (_, i) => i + 1);

export function CreationForm({ action, choices, today }: CreationFormProps) {
  const [state, send, pending] = useActionState(action, { ...UNSENT, namesakes: [] });
  const only = choices.own.length === 1 ? (choices.own[0]?.code ?? "") : "";
  const departments = choices.departments.map(({ code, name }) => ({
    value: code,
    label: `${code} ${name}`,
  }));
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      <ErrorSummary faults={state.faults} prefix={PREFIX} />
      <TextField
        prefix={PREFIX}
        name="name"
        label="Nom de la CPTS"
        hint="Comme dans la lettre d’intention, sans «&nbsp;CPTS&nbsp;» devant. Il fait l’adresse de la fiche, qui ne change plus ensuite."
        required
        fault={faultOf(state, "name")}
        initial={typedOr(state, "name")}
      />
      <Namesakes state={state} />
      <SelectField
        prefix={PREFIX}
        field="departments"
        label="Département du contrat"
        hint="Celui dont la CPAM tiendra le contrat. L’un des départements doit être le vôtre."
        empty="Choisir…"
        choices={departments}
        initial={state.typed.departments?.[0] ?? only}
        fault={faultOf(state, "departments")}
        required
      />
      <fieldset className="ff others">
        <legend>Autres départements (facultatif)</legend>
        {OTHERS.map((n) => (
          <SelectField
            key={n}
            prefix={PREFIX}
            field={`departments-${n}`}
            name="departments"
            label={`Autre département, ${n}`}
            empty="Aucun"
            choices={departments}
            initial={state.typed.departments?.[n] ?? ""}
            fault={null}
          />
        ))}
      </fieldset>
      <div className="narrow">
        <TextField
          prefix={PREFIX}
          name="letterOn"
          label="Jour de la lettre d’intention"
          type="date"
          max={today}
          required
          fault={faultOf(state, "letterOn")}
          initial={typedOr(state, "letterOn")}
        />
      </div>
      <AreaField
        prefix={PREFIX}
        name="note"
        label="Note (facultatif)"
        hint="Publiée avec l’étape. Aucun nom de personne."
        rows={3}
        initial={typedOr(state, "note")}
        fault={faultOf(state, "note")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending ? "Création…" : "Créer la CPTS"}
      </button>
    </form>
  );
}

/** Names already taken, each a link, and the word that this is another CPTS. */
function Namesakes({ state }: { readonly state: CreationState }) {
  const { namesakes } = state;
  if (namesakes.length === 0) return null;
  const id = `${PREFIX}-distinctFrom`;
  const fault = faultOf(state, "distinctFrom");
  return (
    <div className="callout namesakes">
      <p>
        <b>Ce nom existe déjà, ou presque.</b> Vérifiez qu’il ne s’agit pas de la même CPTS{"\u00a0"}:
      </p>
      <ul>
        {namesakes.map(({ slug, name, departments }) => (
          <li key={slug}>
            <a href={`/cpts/${slug}`} target="_blank" rel="noreferrer">
              {name}
              <span className="vh"> (nouvel onglet)</span>
            </a>{" "}
            <span className="mut">{list(departments.map((one) => `${one.name} (${one.code})`))}</span>
            <input type="hidden" name="seen" value={slug} />
          </li>
        ))}
      </ul>
      <div className={fault ? "ff bad" : "ff"}>
        <FieldFault id={id} fault={fault} />
        <label className="tick" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            name="distinct"
            value="1"
            aria-invalid={fault ? true : undefined}
            aria-describedby={describedBy(id, null, fault)}
          />
          <span>C’est bien une autre CPTS.</span>
        </label>
      </div>
    </div>
  );
}
