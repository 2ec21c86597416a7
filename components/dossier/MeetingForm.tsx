"use client";

import { useActionState, useEffect, useRef } from "react";
import { MEETING_KIND } from "@/lib/format/labels-dossier";
import type { AttachedDocument, MeetingView } from "@/lib/queries/meetings";
import { faultOf, typedOr, UNSENT } from "@/lib/schemas/form";
import { MOST_PARTICIPANTS } from "@/lib/schemas/most";
import { ErrorSummary } from "../forms/ErrorSummary";
import { FieldFault } from "../forms/LabelledField";
import { SelectField } from "../forms/SelectField";
import { TextField } from "../forms/TextField";
import { AreaField } from "../forms/AreaField";
import { MeetingConflict } from "./MeetingConflict";
import type { MeetingState } from "./meeting-state";

interface MeetingFormProps {
  readonly action: (state: MeetingState, form: FormData) => Promise<MeetingState>;
  readonly meeting: MeetingView | null;
  readonly documents: readonly AttachedDocument[] | null;
  readonly today: string;
}

const PREFIX = "reunion";
const SPARE = 3;
const KINDS = Object.entries(MEETING_KIND).map(([value, label]) => ({ value, label }));
const NOTHING_YET: MeetingState = { ...UNSENT, theirs: null, isGone: false, isLonger: false };

export function MeetingForm({ action, meeting, documents, today }: MeetingFormProps) {
  const [state, send, pending] = useActionState(action, NOTHING_YET);
  const ticked =
    state.answer > 0 ? (state.typed.documents ?? []) : (meeting?.documents ?? []).map(({ id }) => id);
  const version = state.theirs?.version ?? state.typed.version?.[0] ?? meeting?.version ?? 0;
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      {state.theirs && <MeetingConflict theirs={state.theirs} documents={documents ?? []} />}
      <ErrorSummary faults={state.faults} prefix={PREFIX} />
      {/* Enter in a field records, rather than adding lines: the first button is the one it presses. */}
      <button type="submit" hidden />
      <input type="hidden" name="version" value={version} />
      {state.isGone && <input type="hidden" name="anew" value="1" />}
      <div className="pair">
        <SelectField
          prefix={PREFIX}
          field="kind"
          label="Type de réunion"
          choices={KINDS}
          initial={typedOr(state, "kind", meeting?.kind ?? "point_etape")}
          fault={faultOf(state, "kind")}
        />
        <TextField
          prefix={PREFIX}
          name="heldOn"
          label="Jour"
          type="date"
          max={today}
          required
          fault={faultOf(state, "heldOn")}
          initial={typedOr(state, "heldOn", meeting?.heldOn)}
        />
      </div>
      <People state={state} meeting={meeting} />
      <AreaField
        prefix={PREFIX}
        name="decisions"
        label="Décisions"
        hint="Ce qui a été décidé, par qui (fonction), pour quand. Aucun nom de personne."
        rows={8}
        required
        initial={typedOr(state, "decisions", meeting?.decisions)}
        fault={faultOf(state, "decisions")}
      />
      {documents && documents.length > 0 && (
        <fieldset className="ff pick" aria-describedby={`${PREFIX}-documents-fault`}>
          <legend>Documents joints</legend>
          <FieldFault id={`${PREFIX}-documents`} fault={faultOf(state, "documents")} />
          <div className="boxes">
            {documents.map(({ id, name, elsewhere }, index) => (
              <label key={id} className="tick">
                <input
                  id={index === 0 ? `${PREFIX}-documents` : undefined}
                  type="checkbox"
                  name="documents"
                  value={id}
                  defaultChecked={ticked.includes(id)}
                  disabled={elsewhere && !ticked.includes(id)}
                />
                <span>
                  {name} {elsewhere && <small>(joint à une autre réunion)</small>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending ? "Enregistrement…" : saveWords(state)}
      </button>
    </form>
  );
}

function saveWords({ theirs, isGone }: MeetingState): string {
  if (theirs) return "Enregistrer ma version à la place";
  return isGone ? "Enregistrer comme nouvelle réunion" : "Enregistrer la réunion";
}

/** People by function and organisation; empty lines count for nothing. Works line by line without scripts too. */
function People({ state, meeting }: Pick<MeetingFormProps, "meeting"> & { readonly state: MeetingState }) {
  const typed = state.answer > 0;
  const functions = typed
    ? (state.typed.function ?? [])
    : (meeting?.participants ?? []).map((one) => one.function);
  const organisations = typed
    ? (state.typed.organisation ?? [])
    : (meeting?.participants ?? []).map((one) => one.organisation ?? "");
  const shown = typed ? functions.length + (state.isLonger ? SPARE : 0) : functions.length + SPARE;
  const count = Math.min(shown, MOST_PARTICIPANTS);
  const added = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state.isLonger) added.current?.focus();
  }, [state]);
  return (
    <fieldset className="ff people" aria-describedby={`${PREFIX}-people-hint`}>
      <legend>Participants</legend>
      <p className="hint" id={`${PREFIX}-people-hint`}>
        Leur fonction et leur organisme, jamais leur nom{"\u00a0"}: «&nbsp;coordinatrice, CPTS&nbsp;»,
        «&nbsp;chargé de mission, ARS&nbsp;».
      </p>
      {Array.from({ length: count }, (_, i) => {
        const fault = faultOf(state, `function-${i}`);
        return (
          <div key={i} className="people-row">
            <div>
              <label className="vh" htmlFor={`${PREFIX}-function-${i}`}>
                Fonction, {i + 1}
              </label>
              <FieldFault id={`${PREFIX}-function-${i}`} fault={fault} />
              <input
                id={`${PREFIX}-function-${i}`}
                ref={state.isLonger && i === functions.length ? added : undefined}
                name="function"
                type="text"
                placeholder="Fonction"
                autoComplete="off"
                defaultValue={functions[i] ?? ""}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? `${PREFIX}-function-${i}-fault` : undefined}
              />
            </div>
            <div>
              <label className="vh" htmlFor={`${PREFIX}-organisation-${i}`}>
                Organisme, {i + 1}
              </label>
              <FieldFault id={`${PREFIX}-organisation-${i}`} fault={faultOf(state, `organisation-${i}`)} />
              <input
                id={`${PREFIX}-organisation-${i}`}
                name="organisation"
                type="text"
                placeholder="Organisme"
                autoComplete="off"
                defaultValue={organisations[i] ?? ""}
              />
            </div>
          </div>
        );
      })}
      {count < MOST_PARTICIPANTS && (
        <div>
          <button className="btn" type="submit" name="more" value="1" formNoValidate>
            Ajouter des lignes
          </button>
        </div>
      )}
    </fieldset>
  );
}
