import { day } from "@/lib/format/fr";
import { MEETING_KIND } from "@/lib/format/labels-dossier";
import type { YearPage } from "@/lib/queries/results";
import { faultOf, typedOr } from "@/lib/schemas/form";
import { FieldFault } from "../forms/LabelledField";
import { SelectField } from "../forms/SelectField";
import { TextField } from "../forms/TextField";
import { PREFIX } from "./EvidenceFields";
import type { ResultsState } from "./results-state";

interface SettlingFieldsProps {
  readonly page: YearPage;
  readonly state: ResultsState;
  readonly pending: boolean;
}

/** What an agent says when the dialogue de gestion settles the year. */
export function SettlingFields({ page, state, pending }: SettlingFieldsProps) {
  const { isOver, end, meetings, today } = page;
  if (!isOver) {
    return (
      <p className="note">
        L’année court jusqu’au {day(end.latest)}&nbsp;: elle s’arrêtera une fois finie, au dialogue de
        gestion.
      </p>
    );
  }
  const unknown = `${PREFIX}-unknown`;
  const fault = faultOf(state, "unknown");
  return (
    <fieldset className="settling ff" id="arreter">
      <legend>Arrêter l’année au dialogue de gestion</legend>
      <p className="hint">
        Une année arrêtée est fermée&nbsp;: ses montants ne changent plus, quoi que deviennent l’annexe ou la
        taille de la CPTS. Un agent peut la rouvrir, en disant pourquoi.
      </p>
      <div className="pair">
        <TextField
          prefix={PREFIX}
          name="settledOn"
          label="Jour du dialogue de gestion"
          type="date"
          max={today}
          initial={typedOr(state, "settledOn")}
          fault={faultOf(state, "settledOn")}
        />
        {meetings.length > 0 && (
          <SelectField
            prefix={PREFIX}
            field="meeting"
            label="Réunion enregistrée (facultative)"
            empty="Aucune"
            choices={meetings.map(({ id, heldOn }) => ({
              value: id,
              label: `${MEETING_KIND.dialogue_gestion} du ${day(heldOn)}`,
            }))}
            initial={typedOr(state, "meeting")}
            fault={faultOf(state, "meeting")}
          />
        )}
      </div>
      <FieldFault id={unknown} fault={fault} />
      <label className="tick">
        <input
          id={unknown}
          type="checkbox"
          name="unknown"
          value="1"
          defaultChecked={typedOr(state, "unknown") === "1"}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${unknown}-fault` : undefined}
        />
        <span>
          Ce qui n’a pas de valeur ne sera pas connu{" "}
          <small>(le montant reste «&nbsp;non communiqué&nbsp;», ce qui n’est pas zéro)</small>
        </span>
      </label>
      <div className="acts">
        <button className="btn pri" type="submit" name="act" value="settle" aria-disabled={pending}>
          Arrêter l’année
        </button>
      </div>
    </fieldset>
  );
}
