import type { Export } from "../../export";
import { rateValue, type Rate } from "../../kernel/rate";
import type { Ask } from "../ask";
import type { France } from "../france";
import type { ComputedRow, DepartmentRow } from "../territory-rows";
import { aboutOf, ESTIMATED_NOTE, type Origin } from "./about";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD } from "./columns";

const { text, code, coded, integer, rate, span } = columnsOf<DepartmentRow>();

const STATE = {
  none: "aucune CPTS décrite",
  unlocated: "CPTS décrites, aucune localisée",
  computed: "calculé",
} as const;

/** What is computed; where nothing is described there is nothing to compute, where nobody is located nothing is told. */
const computed =
  (of: (row: ComputedRow) => number | null) =>
  ({ state, computed: known }: DepartmentRow) =>
    known ? (of(known) ?? NOT_APPLICABLE) : state === "none" ? NOT_APPLICABLE : NOT_TOLD;

const ratio = (of: (row: ComputedRow) => Rate | null) =>
  computed((row) => {
    const found = of(row);
    return found && rateValue(found);
  });

/** As published: ten-thousandths. */
const published = (of: "signedRate" | "signedOrUnderWayRate") => (row: DepartmentRow) => {
  const found = row.published?.[of] ?? null;
  return found === null ? NOT_TOLD : found / 10_000;
};

/** The departments of France as a file: what the table of `/departements` shows, in its order. */
export function departmentsExport(
  ask: Ask,
  origin: Origin,
  address: string,
  { footnotes, vintage }: France,
  rows: readonly DepartmentRow[],
): Export<DepartmentRow> {
  const sourceOf = (row: DepartmentRow) => {
    const { citation } = row.published ?? {};
    if (citation === undefined) return null;
    return (
      footnotes.list.find(({ citations }) => citations.some(({ id }) => id === citation))?.source ?? null
    );
  };
  return {
    table: {
      id: "departements",
      title: "Départements",
      description:
        "Couverture de chaque département par les CPTS, à une date : calculée sur les périmètres connus et, à part, publiée.",
      key: ["code"],
      columns: [
        code("code", "Code", "Code INSEE du département", (row) => row.code),
        text("name", "Département", "Nom", ({ name }) => name),
        code("region_code", "Code de la région", "Code INSEE de la région", (row) => row.regionCode),
        text("region_name", "Région", "Nom de la région", ({ regionName }) => regionName),
        integer("population", "Habitants", "Population municipale", ({ population }) => population),
        coded("state", "État", "Ce que Maillage sait du département", STATE, ({ state }) => state),
        integer("cpts", "CPTS décrites", "CPTS décrites à cette date, chacune une fois", ({ cpts }) => cpts),
        integer(
          "signed_population",
          "Couverts, calculé",
          "Habitants dont la commune est dans le périmètre connu d’une CPTS signée",
          computed(({ signed }) => signed),
        ),
        rate(
          "signed_rate",
          "Taux calculé",
          "Les mêmes sur tous les habitants, de 0 à 1",
          ratio(({ signedRate }) => signedRate),
        ),
        rate(
          "possible_signed_rate",
          "Taux possible",
          "Ce que des jours incertains et des parts inconnues de communes peuvent en faire, de 0 à 1",
          ratio(({ possibleRate }) => possibleRate),
        ),
        rate(
          "signed_or_under_way_rate",
          "Taux signé ou en cours",
          "Avec les projets validés et les lettres d’intention, de 0 à 1",
          ratio(({ signedOrUnderWayRate }) => signedOrUnderWayRate),
        ),
        rate(
          "estimated_share",
          "dont estimé",
          "Part des couverts qui tient à un périmètre estimé, de 0 à 1",
          ratio(({ estimatedShare }) => estimatedShare),
        ),
        integer(
          "outside_population",
          "Hors périmètre connu",
          "Habitants d’une commune qui n’est dans aucun périmètre connu",
          computed(({ outside }) => outside),
        ),
        integer(
          "past_term_population",
          "Couverts, terme dépassé",
          "Couverts par des contrats au terme dépassé ou peut-être dépassé, renouvellement non renseigné",
          computed(({ pastTerm }) => pastTerm),
        ),
        rate(
          "published_signed_rate",
          "Publié, signé",
          "Taux publié, de 0 à 1, sur sa propre base",
          published("signedRate"),
        ),
        rate(
          "published_signed_or_under_way_rate",
          "Publié, signé ou en cours",
          "Taux publié, de 0 à 1, sur sa propre base",
          published("signedOrUnderWayRate"),
        ),
        text(
          "published_base",
          "Base publiée",
          "De quoi le taux publié est le taux, dans les mots de la source",
          (row) => row.published?.base ?? NOT_APPLICABLE,
        ),
        ...span(
          "published_as_of",
          "Date publiée",
          "Date du taux publié",
          (row) => row.published?.asOf ?? NOT_APPLICABLE,
        ),
        text(
          "published_source",
          "Source publiée",
          "Document qui le publie",
          (row) => sourceOf(row)?.title ?? NOT_APPLICABLE,
        ),
      ],
    },
    about: aboutOf(ask, origin, address, [
      { label: "Millésimes", text: `communes ${vintage.cog}, populations ${vintage.population}` },
      { label: "Calculé et publié", text: "ne se mêlent pas : chacun a sa base et sa date" },
      ESTIMATED_NOTE,
    ]),
    rows,
  };
}
