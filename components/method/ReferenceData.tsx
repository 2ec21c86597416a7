import { Num } from "@/components/ui/Num";
import { count, integer } from "@/lib/format/fr";
import { REFERENCE_CREDITS } from "@/lib/format/credits";
import type { Method } from "@/lib/queries/method";

/** The reference data: what, of which year, from whom, under which licence. */
export function ReferenceData({ method: { reference } }: { readonly method: Method }) {
  const { vintages, counts, heldContours, withoutEpci } = reference;
  const rows = [
    {
      what: "Communes, intercommunalités, départements, régions",
      vintage: `COG ${vintages.cog}`,
      origin: "INSEE et DGCL, mis en forme par Etalab",
      size: `${integer(counts.communes)} communes, ${integer(counts.epci)} EPCI`,
    },
    {
      what: "Population municipale (PMUN)",
      vintage: `${vintages.population} ; Mayotte : ${vintages.populationMayotte}`,
      origin: "INSEE",
      size: `${integer(counts.population)} habitants`,
    },
    {
      what: "Contours des communes",
      vintage: `COG ${vintages.contours}, ramenés à ${vintages.cog}`,
      origin: "IGN, ADMIN EXPRESS, par france-geojson",
      size: `${integer(counts.communes - counts.communesWithoutPolygon)} contours`,
    },
  ];
  return (
    <>
      <table className="cards">
        <caption className="vh">Les données de référence, leur millésime et leur licence</caption>
        <thead>
          <tr>
            <th scope="col">Donnée</th>
            <th scope="col">Millésime</th>
            <th scope="col">Origine</th>
            <th scope="col">Étendue</th>
            <th scope="col">Licence</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, vintage, origin, size }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-l="Millésime">{vintage.replace(" ; ", "\u00a0; ").replace(" : ", "\u00a0: ")}</td>
              <td data-l="Origine">{origin}</td>
              <td data-l="Étendue">
                <Num>{size}</Num>
              </td>
              <td data-l="Licence">Licence Ouverte</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note me-after">Attribution&nbsp;: {REFERENCE_CREDITS.join("\u00a0; ")}.</p>
      <ul className="me-list">
        <li>
          {count(heldContours.length, "commune rétablie", "communes rétablies")} depuis le tracé des contours{" "}
          {heldContours.length < 2 ? "est dessinée" : "sont dessinées"} dans celui d’une voisine&nbsp;:{" "}
          {heldContours.map(({ code, name, heldBy }, i) => (
            <span key={code}>
              {i > 0 && ", "}
              <a href={`/communes/${code}`}>{name.replaceAll("'", "’")}</a> (
              {heldBy.name.replaceAll("'", "’")})
            </span>
          ))}
          . Leur superficie est comptée avec elle.
        </li>
        <li>
          {count(withoutEpci, "commune", "communes")} des îles n’appartiennent à aucune intercommunalité.
        </li>
        <li>
          La superficie est calculée sur les contours non simplifiés, arrondie à l’hectare&nbsp;; les cartes
          sont dessinées sur des contours simplifiés.
        </li>
      </ul>
    </>
  );
}
