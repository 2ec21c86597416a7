import type { Export } from "../../export";
import { PERIMETER, STAGE } from "../../format/labels";
import type { Ask } from "../ask";
import type { CptsList, CptsListRow } from "../cpts-list";
import { aboutOf, ESTIMATED_NOTE, filtersNote, MARKS_NOTE, scheduleNote, type Origin } from "./about";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD, sizeColumns, stageColumns, WORDS } from "./columns";

const { text, integer, coded, span } = columnsOf<CptsListRow>();

/** The list of `/cpts` as a file: the rows that its filters keep, in its order. */
export function cptsListExport(
  ask: Ask,
  origin: Origin,
  address: string,
  list: CptsList,
): Export<CptsListRow> {
  const sourceOf = new Map(list.footnotes.map(({ number, source }) => [number, source]));
  const source = (ref: number | null | undefined) => (ref ? (sourceOf.get(ref)?.title ?? null) : null);
  const filters = filtersOf(list);
  return {
    table: {
      id: "cpts",
      title: "CPTS",
      description: "Les CPTS que Maillage décrit : une ligne par CPTS, à une date.",
      key: ["slug"],
      columns: [
        text("slug", "Identifiant", "Identifiant stable, celui de l’adresse de la page", ({ slug }) => slug),
        text("name", "CPTS", "Nom", ({ name }) => name),
        text("departments", "Départements", "Départements, celui nommé d’abord en tête", ({ departments }) =>
          departments.map(({ name, code }) => `${name} (${code})`).join(", "),
        ),
        ...stageColumns<CptsListRow>(({ state }) => state),
        text(
          "stage_source",
          "Source de l’étape",
          "Document qui donne l’étape",
          ({ signatureRef }) => source(signatureRef) ?? NOT_TOLD,
        ),
        ...sizeColumns<CptsListRow>((row) => row, NOT_TOLD),
        integer(
          "published_population",
          "Habitants publiés",
          "Habitants que donne une source, tels quels",
          ({ population }) => population?.value ?? NOT_TOLD,
        ),
        coded(
          "published_population_qualifier",
          "Précision",
          "Comment la source donne ce nombre",
          WORDS.qualifier,
          ({ population }) => population?.qualifier ?? NOT_APPLICABLE,
        ),
        ...span(
          "published_population_as_of",
          "Date des habitants publiés",
          "Date de ce nombre",
          ({ population }) => population?.asOf ?? NOT_APPLICABLE,
        ),
        text(
          "published_population_source",
          "Source des habitants publiés",
          "Document qui donne ce nombre",
          ({ population }) => source(population?.ref) ?? NOT_APPLICABLE,
        ),
        coded(
          "perimeter",
          "Périmètre",
          "Ce qui est connu de son territoire",
          PERIMETER,
          (row) => row.perimeter,
        ),
        integer(
          "perimeter_communes",
          "Communes du périmètre",
          "Communes du périmètre connu",
          ({ computed }) => computed?.communes ?? NOT_TOLD,
        ),
        integer(
          "perimeter_population_min",
          "Habitants du périmètre, au moins",
          "Population municipale du périmètre connu ; une part inconnue de commune n’y compte pas",
          ({ computed }) => computed?.population.min ?? NOT_TOLD,
        ),
        integer(
          "perimeter_population_max",
          "Habitants du périmètre, au plus",
          "La même, une part inconnue comptée entière",
          ({ computed }) => computed?.population.max ?? NOT_TOLD,
        ),
      ],
    },
    about: aboutOf(ask, origin, address, [
      filtersNote(filters),
      scheduleNote(ask.asOf),
      MARKS_NOTE,
      ESTIMATED_NOTE,
    ]),
    rows: list.rows,
    filters,
  };
}

const STAGE_OF = { signe: "signed", valide: "validated", intention: "intent", aucune: "none" } as const;

function filtersOf({ department, stage, perimeter }: CptsList): string[] {
  return [
    department === null ? null : `département ${department}`,
    stage === "toutes" ? null : STAGE[STAGE_OF[stage]],
    perimeter === "tous" ? null : `périmètre ${perimeter}`,
  ].filter((words) => words !== null);
}
