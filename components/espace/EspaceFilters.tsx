import type { EspaceList } from "@/lib/queries/espace";
import type { Query } from "@/lib/schemas/address";
import type { StageChoice } from "@/lib/schemas/cpts-address";
import { Pager } from "../tables/Pager";

const STAGES: Readonly<Record<StageChoice, string>> = {
  toutes: "Toutes",
  signe: "ACI signé",
  valide: "Projet de santé validé",
  intention: "Lettre d’intention",
  aucune: "Aucune en vigueur",
};

/** The filters of a long list, in the address. */
export function EspaceFilters({ list, query }: { readonly list: EspaceList; readonly query: Query }) {
  const sort = typeof query.tri === "string" ? query.tri : "";
  return (
    <form className="filters" action="/espace#cpts" role="search" aria-label="Filtrer mes CPTS">
      {sort !== "" && <input type="hidden" name="tri" value={sort} />}
      <div>
        <label htmlFor="e-departement">Département</label>
        <select id="e-departement" name="departement" defaultValue={list.department ?? ""}>
          <option value="">Tous</option>
          {list.departments.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="e-etape">Étape</label>
        <select id="e-etape" name="etape" defaultValue={list.stage}>
          {Object.entries(STAGES).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button className="btn" type="submit">
        Filtrer
      </button>
      <a className="btn low" href="/espace#cpts">
        Tout afficher
      </a>
    </form>
  );
}

/** The pages of the list, when it has several. */
export function EspacePages({ list, query }: { readonly list: EspaceList; readonly query: Query }) {
  return <Pager path="/espace" query={query} page={list.page} pages={list.pages} hash="#cpts" />;
}
