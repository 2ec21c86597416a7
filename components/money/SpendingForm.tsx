"use client";

import { useActionState, useRef, useState } from "react";
import { SPENDING_LINES, type SpendingSheet } from "@/lib/record/money";
import { spendingTotals } from "@/lib/record/spending";
import { faultOf, typedOr, UNSENT } from "@/lib/schemas/form";
import { cellName } from "@/lib/schemas/spending-cells";
import { AreaField } from "../forms/AreaField";
import { ErrorSummary } from "../forms/ErrorSummary";
import { FieldFault } from "../forms/LabelledField";
import { SpendingConflict } from "./SpendingConflict";
import { heldText, SPENDING_CELLS, typedEntries, type SpendingState } from "./spending-state";
import { SpendingLineBlock } from "./SpendingLineBlock";
import { SpendingSums } from "./SpendingSums";

interface SpendingFormProps {
  readonly action: (state: SpendingState, form: FormData) => Promise<SpendingState>;
  readonly sheet: SpendingSheet;
}

const PREFIX = "depenses";
const NOTHING_YET: SpendingState = { ...UNSENT, theirs: null };

/**
 * A year's budget and spending, line by line, nature by nature. Sums follow what is typed, here and in what the
 * server answers without scripts.
 */
export function SpendingForm({ action, sheet }: SpendingFormProps) {
  const [state, send, pending] = useActionState(action, NOTHING_YET);
  return <Fields key={state.answer} state={state} send={send} pending={pending} sheet={sheet} />;
}

interface FieldsProps {
  readonly state: SpendingState;
  readonly send: (form: FormData) => void;
  readonly pending: boolean;
  readonly sheet: SpendingSheet;
}

function Fields({ state, send, pending, sheet }: FieldsProps) {
  const form = useRef<HTMLFormElement>(null);
  const isTyped = state.answer > 0;
  const first = Object.fromEntries(
    SPENDING_CELLS.flatMap(({ line, nature }) =>
      (["budget", "spent"] as const).map((part) => {
        const name = cellName(part, line, nature);
        return [name, isTyped ? typedOr(state, name) : heldText(sheet, part, line, nature)];
      }),
    ),
  );
  const completeFirst = isTyped ? state.typed.complete?.[0] === "1" : sheet.complete;
  const [said, setSaid] = useState(() => ({
    complete: completeFirst,
    entries: typedEntries((name) => first[name] ?? ""),
  }));
  const totals = spendingTotals(said);
  const version = state.theirs?.version ?? state.typed.version?.[0] ?? sheet.version;

  function recount() {
    if (form.current === null) return;
    const data = new FormData(form.current);
    const textIn = (name: string) => {
      const value = data.get(name);
      return typeof value === "string" ? value : "";
    };
    setSaid({ complete: data.get("complete") === "1", entries: typedEntries(textIn) });
  }

  return (
    <form ref={form} className="spending" action={send} onInput={recount} noValidate>
      <div className="spending-lines">
        {state.theirs && <SpendingConflict theirs={state.theirs} typed={said} />}
        <ErrorSummary faults={state.faults} prefix={PREFIX} />
        <input type="hidden" name="version" value={version} />
        {SPENDING_LINES.map((line, i) => (
          <SpendingLineBlock
            key={line}
            line={line}
            totals={totals.byLine[line]}
            said={said}
            isOpen={i === 0 || SPENDING_CELLS.some((cell) => cell.line === line && isFilled(first, cell))}
            fields={{ first, state, prefix: PREFIX }}
          />
        ))}
      </div>
      <div className="spending-side">
        <SpendingSums totals={totals} />
        <div className={faultOf(state, "complete") ? "ff bad" : "ff"}>
          <FieldFault id={`${PREFIX}-complete`} fault={faultOf(state, "complete")} />
          <label className="tick" htmlFor={`${PREFIX}-complete`}>
            <input
              id={`${PREFIX}-complete`}
              type="checkbox"
              name="complete"
              value="1"
              defaultChecked={completeFirst}
              aria-describedby={`${PREFIX}-complete-hint`}
            />
            <span>Toutes les dépenses de l’année sont saisies</span>
          </label>
          <p className="hint" id={`${PREFIX}-complete-hint`}>
            Une dépense laissée vide compte alors pour 0&nbsp;€. Sinon, elle est «&nbsp;non
            communiquée&nbsp;».
          </p>
        </div>
        <AreaField
          prefix={PREFIX}
          name="comment"
          label="Commentaire (facultatif)"
          hint="Aucun nom de personne."
          rows={3}
          initial={typedOr(state, "comment", isTyped ? "" : (sheet.comment ?? ""))}
          fault={faultOf(state, "comment")}
        />
        <button className="btn pri" type="submit" aria-disabled={pending}>
          {pending
            ? "Enregistrement…"
            : state.theirs
              ? "Enregistrer ma version à la place"
              : "Enregistrer les dépenses"}
        </button>
      </div>
    </form>
  );
}

function isFilled(
  first: Readonly<Record<string, string>>,
  { line, nature }: (typeof SPENDING_CELLS)[number],
): boolean {
  return (["budget", "spent"] as const).some((part) => first[cellName(part, line, nature)] !== "");
}
