import type { CptsList } from "@/lib/queries/cpts-list";
import type { Query } from "@/lib/schemas/address";
import type { PerimeterChoice, StageChoice } from "@/lib/schemas/cpts-address";

const STAGES: Readonly<Record<StageChoice, string>> = {
  toutes: "Toutes",
  signe: "ACI signé",
  valide: "Projet de santé validé",
  intention: "Lettre d’intention",
  aucune: "Aucune en vigueur",
};

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
      <Choice name="departement" label="Département" value={list.department ?? ""}>
        <option value="">Tous</option>
        {list.departments.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {name}
          </option>
        ))}
      </Choice>
      <Choice name="etape" label="Étape" value={list.stage}>
        {Object.entries(STAGES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice name="perimetre" label="Périmètre" value={list.perimeter}>
        {Object.entries(PERIMETERS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <button className="btn" type="submit">
        Filtrer
      </button>
      <a className="btn low" href={list.asOf === list.today ? "/cpts" : `/cpts?date=${list.asOf}`}>
        Tout afficher
      </a>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly children: React.ReactNode;
}

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={`f-${name}`}>{label}</label>
      <select key={value} id={`f-${name}`} name={name} defaultValue={value}>
        {children}
      </select>
    </div>
  );
}
