import { count, integer } from "@/lib/format/fr";
import type { CommunePage } from "@/lib/queries/commune-page";
import { addressWith, type Query } from "@/lib/schemas/address";

/** What is not known of the commune's coverage: said as plainly as what is. */
export function Unknown({ page, query }: { readonly page: CommunePage; readonly query: Query }) {
  const { unlocated, outside, holders, commune, describedInDepartment, publishedInDepartment } = page;
  const to = (slug: string) => addressWith(`/cpts/${slug}`, { date: query.date }, {});
  const estimated = holders.some(({ basis }) => basis === "estimated");
  return (
    <ul className="co-unknown">
      {outside === "not_described" && (
        <li>
          Aucun document lu par Maillage ne parle des CPTS du département {commune.department.name}.{" "}
          <a href="/methode#completer">Comment compléter un département</a>
        </li>
      )}
      {estimated && (
        <li>
          La liste des communes n’est pas publiée&nbsp;: celle d’une intercommunalité en tient lieu. Elle peut
          en compter une de trop, ou une de moins.{" "}
          <a href="/methode#perimetres">Comment les périmètres sont estimés</a>
        </li>
      )}
      {unlocated.length > 0 && (
        <li>
          {count(unlocated.length, "CPTS signée", "CPTS signées")} du département sans périmètre connu
          {outside === null ? ", qui pourraient s’étendre ici" : ", dont l’une couvre peut-être la commune"}
          &nbsp;:{" "}
          {unlocated.map(({ slug, name }, i) => (
            <span key={slug}>
              {i > 0 && ", "}
              <a href={to(slug)}>{name}</a>
            </span>
          ))}
          .
        </li>
      )}
      {publishedInDepartment !== null && publishedInDepartment > describedInDepartment && (
        <li>
          {count(publishedInDepartment, "CPTS signée est publiée", "CPTS signées sont publiées")} dans le
          département, Maillage en décrit {integer(describedInDepartment)}.
        </li>
      )}
      {outside === "hors_perimetre_connu" && unlocated.length === 0 && (
        <li>
          Un périmètre estimé ne dit rien des communes voisines&nbsp;: elles peuvent être du vrai territoire.{" "}
          <a href="/methode#perimetres">Comment les périmètres sont estimés</a>
        </li>
      )}
      {holders.some(({ pastTerm }) => pastTerm !== "no") && (
        <li>
          Le contrat a passé son terme de cinq ans et aucun document ne dit s’il est renouvelé&nbsp;: il
          compte encore comme signé.
        </li>
      )}
      {holders.length > 0 && (
        <li>Les professionnels de la commune qui adhèrent à la CPTS ne sont pas publiés.</li>
      )}
    </ul>
  );
}
