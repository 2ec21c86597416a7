import { PageHead } from "@/components/layout/PageHead";
import type { CommuneMoved } from "@/lib/queries/commune-page";
import { addressWith, type Query } from "@/lib/schemas/address";

/** A code of the past that several communes of today took over. */
export function MovedCommune({ moved, query }: { readonly moved: CommuneMoved; readonly query: Query }) {
  return (
    <>
      <PageHead
        crumbs={[{ href: "/", label: "France" }]}
        title={`Ancien code ${moved.code}`}
        lead="Cette commune n’existe plus sous ce code. Plusieurs communes d’aujourd’hui ont repris son territoire."
      />
      <ul className="co-moved">
        {moved.successors.map(({ code, name }) => (
          <li key={code}>
            <a href={addressWith(`/communes/${code}`, { date: query.date }, {})}>{name}</a>{" "}
            <span className="mut">{code}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
