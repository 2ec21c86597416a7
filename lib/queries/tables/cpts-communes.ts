import type { Export } from "../../export";
import { PERIMETER } from "../../format/labels";
import type { Ask } from "../ask";
import type { CptsPage } from "../cpts-page";
import type { CommuneRow } from "../cpts-territory";
import { vintagesOf } from "../vintages";
import { aboutOf, ESTIMATED_NOTE, type Origin } from "./about";
import { columnsOf, NOT_TOLD } from "./columns";

const { code, text, integer, decimal, coded } = columnsOf<CommuneRow>();

/** The communes of a CPTS as a file, in the order of its page. */
export function cptsCommunesExport(
  ask: Ask,
  origin: Origin,
  address: string,
  page: CptsPage,
): Export<CommuneRow> {
  const { slug, name, standing, communes } = page;
  const { cog, population } = vintagesOf(communes[0]?.department.code);
  return {
    table: {
      id: `communes-${slug}`,
      title: `Communes, ${name}`,
      description: `Communes du territoire de la CPTS ${name}, telles qu’elles sont connues à la date.`,
      key: ["code"],
      columns: [
        code("code", "Code", "Code INSEE de la commune", (row) => row.code),
        text("name", "Commune", "Nom", (row) => row.name),
        code("department_code", "Code du département", "Code INSEE", ({ department }) => department.code),
        text("department_name", "Département", "Nom du département", ({ department }) => department.name),
        integer(
          "population",
          "Habitants",
          "Population municipale de toute la commune",
          (row) => row.population,
        ),
        decimal("share", "Part", "Part de la commune qui est dans le territoire, de 0 à 1", ({ share }) => {
          if (share === "whole") return 1;
          return share === "unknown" ? NOT_TOLD : share.numerator / share.denominator;
        }),
        coded("perimeter", "Périmètre", "Déclaré, ou estimé", PERIMETER, () => standing.perimeter),
      ],
    },
    about: aboutOf(ask, origin, address, [
      { label: "Millésimes", text: `communes ${cog}, populations ${population}` },
      ...(standing.perimeter === "estimated" ? [ESTIMATED_NOTE] : []),
    ]),
    rows: communes,
  };
}
