import type { CptsList } from "@/lib/queries/cpts-list";
import type { Query } from "@/lib/schemas/address";
import type { PerimeterChoice } from "@/lib/schemas/cpts-address";
import { FilterChoice } from "../forms/FilterChoice";
import { DepartmentChoice, StageChoice } from "../forms/ListChoices";

const PERIMETERS: Readonly<Record<PerimeterChoice, string>> = {
  tous: "Tous",
  connu: "Connu (déclaré ou estimé)",
  inconnu: "Non connu",
};

/** The filters, in the address: a form that works without JavaScript. */
export function ListFilters({ list, query }: { readonly list: CptsList; readonly query: Query }) {
  const kept = (["date", "tri"] as const).flatMap((name) => {
    const value = query[name];
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  return (
    <form className="filters" action="/cpts" role="search" aria-label="Filtrer les CPTS">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DepartmentChoice id="f-departement" departments={list.departments} value={list.department} />
      <StageChoice id="f-etape" value={list.stage} />
      <FilterChoice id="f-perimetre" name="perimetre" label="Périmètre" value={list.perimeter}>
        {Object.entries(PERIMETERS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </FilterChoice>
      <button className="btn" type="submit">
        Filtrer
      </button>
      <a className="btn low" href={list.asOf === list.today ? "/cpts" : `/cpts?date=${list.asOf}`}>
        Tout afficher
      </a>
    </form>
  );
}
