import type { ReactNode } from "react";
import { Absent } from "@/components/ui/Absent";
import { Num } from "@/components/ui/Num";
import { SourceRef } from "@/components/ui/SourceRef";
import { area, integer, list } from "@/lib/format/fr";
import type { CommunePage } from "@/lib/queries/commune-page";
import { addressWith, type Query } from "@/lib/schemas/address";

interface CommuneFactsProps {
  readonly page: CommunePage;
  readonly populationSource: number;
  readonly query: Query;
}

/** Who the commune is: what the reference says of it, each fact with its vintage. */
export function CommuneFacts({ page, populationSource, query }: CommuneFactsProps) {
  const { commune, cog, contour } = page;
  const { department, region, epci, postalCodes, formerCodes, areaHectares } = commune;
  return (
    <dl className="co-facts">
      <Fact term="Département">
        <a href={addressWith(`/departements/${department.code}`, { date: query.date }, {})}>
          {department.name} ({department.code})
        </a>
        , {region.name}
      </Fact>
      <Fact term="Intercommunalité">
        {epci ? epci.name.replaceAll("'", "’") : <Absent why="sans_objet" />}
      </Fact>
      <Fact term="Population municipale">
        <Num>{`${integer(commune.population)} habitants`}</Num>, millésime {commune.populationVintage}{" "}
        <SourceRef n={populationSource} />
      </Fact>
      <Fact term="Superficie">
        {areaHectares === null ? <Absent why="non_communique" /> : <Num>{area(areaHectares)}</Num>}
      </Fact>
      <Fact term={postalCodes.length > 1 ? "Codes postaux" : "Code postal"}>
        {postalCodes.length === 0 ? <Absent why="non_communique" /> : list([...postalCodes])}
      </Fact>
      <Fact term="Code INSEE">
        {commune.code}, code officiel géographique {cog}
      </Fact>
      {formerCodes.length > 0 && (
        <Fact term={formerCodes.length > 1 ? "Anciens codes repris" : "Ancien code repris"}>
          {formerCodes
            .map(({ code, name }) => (name ? `${code} ${name.replaceAll("'", "’")}` : code))
            .join(", ")}
        </Fact>
      )}
      <Contour contour={contour} query={query} />
    </dl>
  );
}

function Contour({
  contour: { heldBy, holds },
  query,
}: Pick<CommunePage, "contour"> & { readonly query: Query }) {
  const to = (code: string) => addressWith(`/communes/${code}`, { date: query.date }, {});
  if (heldBy) {
    return (
      <Fact term="Contour">
        Rétablie depuis le tracé des contours&nbsp;: sur les cartes, elle est dans celui de{" "}
        <a href={to(heldBy.code)}>{heldBy.name}</a>.
      </Fact>
    );
  }
  if (holds.length === 0) return null;
  return (
    <Fact term="Contour">
      Sur les cartes, ce contour comprend aussi{" "}
      {holds.map(({ code, name }, i) => (
        <span key={code}>
          {i > 0 && ", "}
          <a href={to(code)}>{name}</a>
        </span>
      ))}
      , rétablies depuis le tracé.
    </Fact>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
