"use client";

import { useActionState, useRef, useState } from "react";
import { CRISIS, crisisValue } from "@/lib/format/labels-results";
import type { YearPage } from "@/lib/queries/results";
import { faultOf, typedOr, UNSENT } from "@/lib/schemas/form";
import { AreaField } from "../forms/AreaField";
import { ErrorSummary } from "../forms/ErrorSummary";
import { RadioField } from "../forms/RadioField";
import { PREFIX } from "./EvidenceFields";
import { formOf, outcomesTyped, type LiveYear } from "./live";
import { MissionFields } from "./MissionFields";
import { ResultsConflict } from "./ResultsConflict";
import type { ResultsState } from "./results-state";
import { SettlingFields } from "./SettlingFields";

interface ResultsFormProps {
  readonly page: YearPage;
  readonly action: (state: ResultsState, form: FormData) => Promise<ResultsState>;
}

const NOTHING_YET: ResultsState = { ...UNSENT, theirs: null };

/** The results of a year: what is typed, and what it earns, computed as one types. One form, three ways to send it. */
export function ResultsForm({ page, action }: ResultsFormProps) {
  const [state, send, pending] = useActionState(action, NOTHING_YET);
  return <Form key={state.answer} page={page} state={state} send={send} pending={pending} />;
}

interface FormProps {
  readonly page: YearPage;
  readonly state: ResultsState;
  readonly send: (form: FormData) => void;
  readonly pending: boolean;
}

function Form({ page, state, send, pending }: FormProps) {
  const { results, case: kase, maySettle, documents, envelopes } = page;
  const year: LiveYear = { case: kase, results, asksCrisis: maySettle };
  const form = useRef<HTMLFormElement>(null);
  const [outcomes, setOutcomes] = useState(() =>
    state.answer === 0 ? page.outcomes : outcomesTyped(year, formOf(state.typed)),
  );
  const compute = () => form.current && setOutcomes(outcomesTyped(year, new FormData(form.current)));
  const version = state.theirs?.version ?? state.typed.version?.[0] ?? page.version;
  const hasCrisis = results.missions.some(({ mission }) => mission === "crise_sanitaire");
  return (
    <form className="results stack" ref={form} action={send} onInput={compute} noValidate>
      {state.theirs && <ResultsConflict theirs={state.theirs} page={page} />}
      <ErrorSummary faults={state.faults} prefix={PREFIX} />
      {/* Enter in a field records: the first button is the one it presses. */}
      <button type="submit" name="act" value="save" hidden />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={page.seen} />
      {hasCrisis && maySettle && (
        <RadioField
          prefix={PREFIX}
          name="crisis"
          legend="L’ARS a-t-elle reconnu une crise sanitaire grave dans l’année&nbsp;?"
          choices={(["", "yes", "no"] as const).map((value) => ({ value, label: CRISIS[value] }))}
          initial={typedOr(state, "crisis", crisisValue(results.crisisRecognised))}
          fault={faultOf(state, "crisis")}
        />
      )}
      {hasCrisis && !maySettle && (
        <p>
          Crise sanitaire grave reconnue par l’ARS dans l’année&nbsp;:{" "}
          <b>{CRISIS[crisisValue(results.crisisRecognised)].toLowerCase()}</b>. L’agent de l’ARS ou de la CPAM
          l’indique.
        </p>
      )}
      <div id={`${PREFIX}-sums`} tabIndex={-1} className="missions">
        {results.missions.map((held) => (
          <MissionFields
            key={held.mission}
            state={state}
            held={held}
            outcome={outcomes.find(({ mission }) => mission === held.mission)}
            envelope={envelopes[held.mission]}
            documents={documents}
          />
        ))}
      </div>
      <AreaField
        prefix={PREFIX}
        name="comment"
        label="Commentaire sur l’année"
        rows={4}
        initial={typedOr(state, "comment", results.comment ?? "")}
        fault={faultOf(state, "comment")}
      />
      <div className="acts">
        <button className="btn" type="submit" name="act" value="save" aria-disabled={pending}>
          {saveWords(page, state)}
        </button>
        {!maySettle && (
          <button className="btn pri" type="submit" name="act" value="propose" aria-disabled={pending}>
            Proposer à l’ARS et à la CPAM
          </button>
        )}
      </div>
      {maySettle && <SettlingFields page={page} state={state} pending={pending} />}
    </form>
  );
}

function saveWords({ state, maySettle }: YearPage, { theirs }: ResultsState): string {
  if (theirs) return "Enregistrer ma version à la place";
  return state === "proposed" && !maySettle ? "Enregistrer et reprendre la proposition" : "Enregistrer";
}
