import type { Export } from "../../export";
import type { Ask } from "../ask";
import type { France } from "../france";
import type { RegionRow } from "../territory-rows";
import { vintagesOf } from "../vintages";
import { aboutOf, ESTIMATED_NOTE, type Origin } from "./about";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD } from "./columns";
import { computedColumns } from "./computed";

const { text, code, integer, boolean, rate, span } = columnsOf<RegionRow>();

/** The regions of France as a file: what the table of `/` shows. */
export function regionsExport(
  ask: Ask,
  origin: Origin,
  address: string,
  { regions, footnotes }: Pick<France, "regions" | "footnotes">,
): Export<RegionRow> {
  const sourceOf = ({ publishedUncovered }: RegionRow) =>
    footnotes.list.find(({ citations }) => citations.some(({ id }) => id === publishedUncovered?.citation))
      ?.source;
  const { cog, population } = vintagesOf();
  return {
    table: {
      id: "regions",
      title: "Régions",
      description:
        "Couverture de chaque région par les CPTS, à une date : sommes de ses départements, jamais moyennes de leurs taux.",
      key: ["code"],
      columns: [
        code("code", "Code", "Code INSEE de la région", (row) => row.code),
        text("name", "Région", "Nom", ({ name }) => name),
        integer("departments", "Départements", "Départements de la région", ({ departments }) => departments),
        integer(
          "described_departments",
          "Départements décrits",
          "Ceux où une CPTS est décrite",
          ({ described }) => described,
        ),
        ...computedColumns<RegionRow>(),
        boolean(
          "is_minimum",
          "Minimum",
          "Oui si une partie de la région n’est pas calculée : le taux est au moins celui-là",
          ({ isMinimum }) => isMinimum,
        ),
        rate(
          "published_uncovered_rate",
          "Publié, en zone blanche",
          "Part publiée des habitants en zone blanche, de 0 à 1",
          ({ publishedUncovered }) => (publishedUncovered ? publishedUncovered.value / 10_000 : NOT_TOLD),
        ),
        ...span(
          "published_as_of",
          "Date publiée",
          "Date de ce taux",
          ({ publishedUncovered }) => publishedUncovered?.asOf ?? NOT_APPLICABLE,
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
    rows: regions,
  };
}
