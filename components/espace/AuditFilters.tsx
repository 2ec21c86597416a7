import { AUDIT_KINDS, type AuditKind } from "@/lib/format/audit/kinds";
import type { AuditAddress } from "@/lib/schemas/audit-address";

interface AuditFiltersProps {
  readonly path: string;
  readonly kinds: readonly AuditKind[];
  readonly kind: AuditKind;
  readonly address: AuditAddress;
  /** Those to choose from; absent where a name is typed. */
  readonly people?: readonly { readonly id: string; readonly name: string }[];
  /** Whether the subject is asked. */
  readonly bySubject?: boolean;
}

/** Who, what kind, which days: in the address, by a form that works without JavaScript. */
export function AuditFilters({ path, kinds, kind, address, people, bySubject }: AuditFiltersProps) {
  return (
    <form className="filters" action={path} role="search" aria-label="Filtrer ce qui s’est passé">
      <div>
        <label htmlFor="a-personne">{people ? "Personne" : "Nom ou courriel"}</label>
        {people ? (
          <select id="a-personne" name="personne" defaultValue={address.person ?? ""}>
            <option value="">Toutes</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <input id="a-personne" name="personne" defaultValue={address.person ?? ""} />
        )}
      </div>
      <div>
        <label htmlFor="a-type">Type</label>
        <select id="a-type" name="type" defaultValue={kind}>
          {kinds.map((value) => (
            <option key={value} value={value}>
              {AUDIT_KINDS[value].label}
            </option>
          ))}
        </select>
      </div>
      {bySubject && (
        <div>
          <label htmlFor="a-objet">Fiche (adresse)</label>
          <input id="a-objet" name="objet" defaultValue={address.subject ?? ""} placeholder="sud-allier" />
        </div>
      )}
      <div>
        <label htmlFor="a-du">Du</label>
        <input id="a-du" name="du" type="date" defaultValue={address.from ?? ""} />
      </div>
      <div>
        <label htmlFor="a-au">au</label>
        <input id="a-au" name="au" type="date" defaultValue={address.to ?? ""} />
      </div>
      <button className="btn" type="submit">
        Filtrer
      </button>
      <a className="btn low" href={path}>
        Tout afficher
      </a>
    </form>
  );
}
