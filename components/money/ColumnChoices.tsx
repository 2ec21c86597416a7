import { FIELD_NAME, PAYMENT_FIELDS, REQUIRED_FIELDS, type PaymentField } from "@/lib/import/payment-columns";
import type { PaymentFilePage } from "@/lib/queries/payment-files";
import { columnParameter } from "@/lib/schemas/payment-file";
import { ColumnChoice } from "../forms/ColumnChoice";

const isRequired = (field: PaymentField) => (REQUIRED_FIELDS as readonly PaymentField[]).includes(field);

/** Which column says what: proposed from the headings, changed here, in the address. */
export function ColumnChoices({ page }: { readonly page: PaymentFilePage }) {
  const { id, headings, mapping, order, missing } = page;
  return (
    <form className="column-choices" action={`/espace/paiements/importer/${id}`}>
      {PAYMENT_FIELDS.map((field) => {
        const words = isRequired(field) ? null : <span className="hint">(facultatif)</span>;
        return (
          <ColumnChoice
            key={field}
            id={`colonne-${field}`}
            name={columnParameter(field)}
            label={
              <>
                {FIELD_NAME[field]} {words}
              </>
            }
            headings={headings}
            index={mapping[field] ?? null}
            isMissing={missing.includes(field)}
            none={isRequired(field) ? "Choisir…" : "Aucune colonne"}
          />
        );
      })}
      <div className="ff">
        <label htmlFor="colonne-dates">Dates écrites</label>
        <select id="colonne-dates" name="dates" defaultValue={order}>
          <option value="jour-mois">jour/mois/année</option>
          <option value="mois-jour">mois/jour/année</option>
        </select>
      </div>
      <button className="btn" type="submit">
        Relire avec ces colonnes
      </button>
    </form>
  );
}
