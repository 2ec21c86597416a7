import { paymentLine, PAYMENT_PAYER } from "@/lib/format/labels-money";
import type { Query } from "@/lib/schemas/address";
import { OUTSIDE } from "@/lib/schemas/payment-choices";
import type { PaymentsPage } from "@/lib/queries/payments";

interface PaymentFiltersProps {
  readonly page: PaymentsPage;
  readonly path: string;
  readonly query: Query;
}

/** By payer and by line, among those that there are; in the address. */
export function PaymentFilters({ page: { address, totals }, path, query }: PaymentFiltersProps) {
  const sort = typeof query.tri === "string" ? query.tri : "";
  return (
    <form className="filters" action={`${path}#liste`} role="search" aria-label="Filtrer les versements">
      {sort !== "" && <input type="hidden" name="tri" value={sort} />}
      <div>
        <label htmlFor="v-payeur">Payeur</label>
        <select id="v-payeur" name="payeur" defaultValue={address.payer}>
          <option value="tous">Tous</option>
          {totals.payers.map((payer) => (
            <option key={payer} value={payer}>
              {PAYMENT_PAYER[payer]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="v-ligne">Ligne</label>
        <select id="v-ligne" name="ligne" defaultValue={address.line}>
          <option value="toutes">Toutes</option>
          {totals.lines.map(({ line }) => (
            <option key={line ?? OUTSIDE} value={line ?? OUTSIDE}>
              {paymentLine(line)}
            </option>
          ))}
        </select>
      </div>
      <button className="btn" type="submit">
        Filtrer
      </button>
      <a className="btn low" href={`${path}#liste`}>
        Tout afficher
      </a>
    </form>
  );
}
