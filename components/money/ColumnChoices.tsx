import { FIELD_NAME, PAYMENT_FIELDS, REQUIRED_FIELDS, type PaymentField } from "@/lib/import/payment-columns";
import type { PaymentFilePage } from "@/lib/queries/payment-files";
import { columnParameter } from "@/lib/schemas/payment-file";

const isRequired = (field: PaymentField) => (REQUIRED_FIELDS as readonly PaymentField[]).includes(field);

/** Which column says what: proposed from the headings, changed here, in the address. */
export function ColumnChoices({ page }: { readonly page: PaymentFilePage }) {
  const { id, headings, mapping, order, missing } = page;
  return (
    <form className="column-choices" action={`/espace/paiements/importer/${id}`}>
      {PAYMENT_FIELDS.map((field) => {
        const isMissing = missing.includes(field);
        const fieldId = `colonne-${field}`;
        return (
          <div key={field} className={isMissing ? "ff bad" : "ff"}>
            <label htmlFor={fieldId}>
              {FIELD_NAME[field]} {!isRequired(field) && <span className="hint">(facultatif)</span>}
            </label>
            {isMissing && (
              <p className="fault" id={`${fieldId}-fault`}>
                Choisissez la colonne.
              </p>
            )}
            <select
              id={fieldId}
              name={columnParameter(field)}
              defaultValue={mapping[field] ?? ""}
              aria-invalid={isMissing ? true : undefined}
              aria-describedby={isMissing ? `${fieldId}-fault` : undefined}
            >
              <option value="">{isRequired(field) ? "Choisir…" : "Aucune colonne"}</option>
              {headings.map((heading, index) => (
                <option key={index} value={index}>
                  {heading || `Colonne ${index + 1}`}
                </option>
              ))}
            </select>
          </div>
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
