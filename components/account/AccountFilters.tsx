import { ROLE } from "@/lib/format/accounts";
import { ROLE_CHOICES, STATE_CHOICES, type AccountsAddress } from "@/lib/schemas/accounts-address";

const STATE = { tous: "Tous", ouverts: "Accès ouverts", retires: "Accès retirés" } as const;

/** Narrows the list; the address keeps it. */
export function AccountFilters({
  address,
  oneRole,
}: {
  readonly address: AccountsAddress;
  readonly oneRole: boolean;
}) {
  return (
    <form className="account-filters" action="/espace/comptes">
      <div className="ff">
        <label htmlFor="filtre-q">Nom, adresse ou périmètre</label>
        <input id="filtre-q" name="q" type="search" defaultValue={address.text ?? ""} />
      </div>
      {!oneRole && (
        <div className="ff">
          <label htmlFor="filtre-role">Rôle</label>
          <select id="filtre-role" name="role" defaultValue={address.role}>
            {ROLE_CHOICES.map((role) => (
              <option key={role} value={role}>
                {role === "tous" ? "Tous" : ROLE[role]}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="ff">
        <label htmlFor="filtre-etat">État</label>
        <select id="filtre-etat" name="etat" defaultValue={address.state}>
          {STATE_CHOICES.map((state) => (
            <option key={state} value={state}>
              {STATE[state]}
            </option>
          ))}
        </select>
      </div>
      <button className="btn" type="submit">
        Filtrer
      </button>
    </form>
  );
}
