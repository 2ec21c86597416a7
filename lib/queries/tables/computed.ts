import type { AbsentCell, Column } from "../../export";
import { rateValue, type Rate } from "../../kernel/rate";
import type { ComputedRow, DepartmentRow, RegionRow } from "../territory-rows";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD } from "./columns";

type TerritoryRow = DepartmentRow | RegionRow;

const STATE = {
  none: "aucune CPTS décrite",
  unlocated: "CPTS décrites, aucune localisée",
  computed: "calculé",
} as const;

/** What is computed; where nothing is described there is nothing to compute, where nobody is located nothing is told. */
const computed =
  (of: (row: ComputedRow) => number | null) =>
  ({ state, computed: known }: TerritoryRow): number | AbsentCell =>
    known ? (of(known) ?? NOT_APPLICABLE) : state === "none" ? NOT_APPLICABLE : NOT_TOLD;

const ratio = (of: (row: ComputedRow) => Rate | null) =>
  computed((row) => {
    const found = of(row);
    return found && rateValue(found);
  });

/** From « Habitants » to what is past its term: the same for departments and regions. */
export function computedColumns<Row extends TerritoryRow>(): Column<Row>[] {
  const { coded, integer, rate } = columnsOf<Row>();
  return [
    integer("population", "Habitants", "Population municipale", ({ population }) => population),
    coded("state", "État", "Ce que Maillage sait du territoire", STATE, ({ state }) => state),
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
  ];
}
