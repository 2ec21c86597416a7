import type { Evidence } from "@/lib/record/money";
import type { YearDocument } from "@/lib/queries/results";
import { faultOf, typedOr } from "@/lib/schemas/form";
import { resultField } from "@/lib/schemas/results";
import { AreaField } from "../forms/AreaField";
import { SelectField } from "../forms/SelectField";
import { TextField } from "../forms/TextField";
import type { ResultsState } from "./results-state";

export const PREFIX = "resultats";

interface EvidenceFieldsProps {
  readonly state: ResultsState;
  readonly mission: string;
  /** Absent for a mission as a whole. */
  readonly indicator?: number;
  readonly held: Evidence;
  readonly documents: readonly YearDocument[] | null;
}

/** What shows a result. Folded while there is nothing to see in it. */
export function EvidenceFields({ state, mission, indicator, held, documents }: EvidenceFieldsProps) {
  const name = (field: string) => resultField(field, mission, indicator);
  const [document, link, comment] = [name("document"), name("link"), name("comment")];
  const initial = {
    document: typedOr(state, document, held.documentId ?? ""),
    link: typedOr(state, link, held.link ?? ""),
    comment: typedOr(state, comment, held.comment ?? ""),
  };
  const isFilled = Object.values(initial).some((value) => value !== "");
  const isWrong = [document, link, comment].some((field) => faultOf(state, field) !== null);
  const choices = (documents ?? []).filter(({ id, isRemoved }) => !isRemoved || id === initial.document);
  return (
    <details className="evidence" open={isFilled || isWrong}>
      <summary>Justificatif</summary>
      <div className="evidence-fields">
        <SelectField
          prefix={PREFIX}
          field={document}
          label="Document de la CPTS"
          hint={choices.length === 0 ? "Aucun pour l’instant : ajoutez-le dans « Documents »." : undefined}
          empty="Aucun"
          choices={choices.map(({ id, name: label, isRemoved }) => ({
            value: id,
            label: isRemoved ? `${label} (retiré)` : label,
          }))}
          initial={initial.document}
          fault={faultOf(state, document)}
        />
        <TextField
          prefix={PREFIX}
          name={link}
          label="Lien"
          type="url"
          spellCheck={false}
          hint="https://…"
          initial={initial.link}
          fault={faultOf(state, link)}
        />
        <AreaField
          prefix={PREFIX}
          name={comment}
          label="Commentaire"
          rows={2}
          initial={initial.comment}
          fault={faultOf(state, comment)}
        />
      </div>
    </details>
  );
}
