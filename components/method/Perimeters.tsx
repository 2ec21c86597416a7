import { Num } from "@/components/ui/Num";
import { count, integer, list } from "@/lib/format/fr";
import type { EstimatedPerimeter, Method } from "@/lib/queries/method";

/** Which EPCI stand in for which territory, and which CPTS have none. */
export function Perimeters({ method: { perimeters, unlocated } }: { readonly method: Method }) {
  return (
    <>
      <p className="me-p">
        Aucune liste de communes n’est publiée pour les CPTS décrites. Quand une CPTS porte le nom d’une
        intercommunalité (EPCI), les communes de celle-ci en tiennent lieu. Ce périmètre est une estimation,
        et le dit partout&nbsp;: hachures sur la carte, part du taux, colonne «&nbsp;dont estimé&nbsp;». Un
        périmètre déclaré le remplacera. Les autres CPTS sont listées, comptées, financées, mais ne colorent
        rien&nbsp;: aucun périmètre n’est inventé.
      </p>
      <table className="cards">
        <caption className="vh">Les périmètres estimés et les intercommunalités qui en tiennent lieu</caption>
        <thead>
          <tr>
            <th scope="col">CPTS</th>
            <th scope="col">Intercommunalité qui en tient lieu</th>
            <th scope="col" className="num">
              Communes
            </th>
            <th scope="col">Écart connu</th>
          </tr>
        </thead>
        <tbody>
          {perimeters.map((perimeter) => (
            <PerimeterRow key={perimeter.slug} perimeter={perimeter} />
          ))}
        </tbody>
      </table>
      {unlocated.length > 0 && (
        <p className="note me-after">
          {count(unlocated.length, "CPTS sans périmètre connu", "CPTS sans périmètre connu")}&nbsp;:{" "}
          {unlocated.map(({ slug, name }, i) => (
            <span key={slug}>
              {i > 0 && ", "}
              <a href={`/cpts/${slug}`}>{name}</a>
            </span>
          ))}
          . Tant qu’une CPTS signée d’un département n’est pas localisée, une commune que personne ne tient y
          est dite «&nbsp;hors périmètre connu&nbsp;», jamais «&nbsp;zone blanche&nbsp;».
        </p>
      )}
    </>
  );
}

function PerimeterRow({
  perimeter: { slug, name, epci, communes, citation },
}: {
  readonly perimeter: EstimatedPerimeter;
}) {
  return (
    <tr>
      <th scope="row">
        <a href={`/cpts/${slug}`}>{name}</a>
      </th>
      <td className="full" data-l="Intercommunalité qui en tient lieu">
        {list(
          epci.map((one) =>
            epci.length > 1
              ? `${typographic(one.name)} (${count(one.communes, "commune")})`
              : typographic(one.name),
          ),
        )}
      </td>
      <td className="num" data-l="Communes">
        {integer(communes)}
      </td>
      <td className="full" data-l="Écart connu">
        {citation?.note && <Num>{citation.note}</Num>}
      </td>
    </tr>
  );
}

/** The reference writes a straight apostrophe. */
function typographic(name: string): string {
  return name.replaceAll("'", "’");
}
