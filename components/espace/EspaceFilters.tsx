import type { EspaceList } from "@/lib/queries/espace";
import type { Query } from "@/lib/schemas/address";
import { DepartmentChoice, StageChoice } from "../forms/ListChoices";
import { Pager } from "../tables/Pager";

/** The filters of a long list, in the address. */
export function EspaceFilters({ list, query }: { readonly list: EspaceList; readonly query: Query }) {
  const sort = typeof query.tri === "string" ? query.tri : "";
  return (
    <form className="filters" action="/espace#cpts" role="search" aria-label="Filtrer mes CPTS">
      {sort !== "" && <input type="hidden" name="tri" value={sort} />}
      <DepartmentChoice id="e-departement" departments={list.departments} value={list.department} />
      <StageChoice id="e-etape" value={list.stage} />
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
