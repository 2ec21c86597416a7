import type { Export } from "../../export";
import type { Ask } from "../ask";
import type { France } from "../france";
import type { DepartmentRow, RegionRow } from "../territory-rows";
import { vintagesOf } from "../vintages";
import { aboutOf, ESTIMATED_NOTE, type Origin } from "./about";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD } from "./columns";
import { computedColumns } from "./computed";

const { text, code, rate, span } = columnsOf<DepartmentRow>();

/** As published: ten-thousandths. */
const published = (of: "signedRate" | "signedOrUnderWayRate") => (row: DepartmentRow) => {
  const found = row.published?.[of] ?? null;
  return found === null ? NOT_TOLD : found / 10_000;
};

/** The departments of France, or of one region, as a file: what the table of their page shows, in its order. */
export function departmentsExport(
  ask: Ask,
  origin: Origin,
  address: string,
  { footnotes }: Pick<France, "footnotes">,
  rows: readonly DepartmentRow[],
  region?: RegionRow,
): Export<DepartmentRow> {
  const sourceOf = (row: DepartmentRow) => {
    const { citation } = row.published ?? {};
    if (citation === undefined) return null;
    return (
      footnotes.list.find(({ citations }) => citations.some(({ id }) => id === citation))?.source ?? null
    );
  };
  const { cog, population } = vintagesOf();
  return {
    table: {
      id: region ? `departements-region-${region.code}` : "departements",
      title: region ? `Départements, ${region.name}` : "Départements",
      description:
        "Couverture de chaque département par les CPTS, à une date : calculée sur les périmètres connus et, à part, publiée.",
      key: ["code"],
      columns: [
        code("code", "Code", "Code INSEE du département", (row) => row.code),
        text("name", "Département", "Nom", ({ name }) => name),
        code("region_code", "Code de la région", "Code INSEE de la région", (row) => row.regionCode),
        text("region_name", "Région", "Nom de la région", ({ regionName }) => regionName),
        ...computedColumns<DepartmentRow>(),
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
      { label: "Millésimes", text: `communes ${cog}, populations ${population}` },
      { label: "Calculé et publié", text: "ne se mêlent pas : chacun a sa base et sa date" },
      ESTIMATED_NOTE,
    ]),
    rows,
  };
}
