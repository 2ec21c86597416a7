import type { CommuneCoverage } from "../../coverage";
import type { AbsentCell, Export, Table } from "../../export";
import { BLANK, PERIMETER } from "../../format/labels";
import type { CommuneShare } from "../../record/cpts";
import type { Ask } from "../ask";
import type { CommuneLine } from "../department-lists";
import type { DepartmentCptsRow, DepartmentPage } from "../department-page";
import { vintagesOf } from "../vintages";
import { aboutOf, ESTIMATED_NOTE, filtersNote, MARKS_NOTE, scheduleNote, type Origin } from "./about";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD, sizeColumns, stageColumns, TO_CONFIRM, WORDS } from "./columns";

const communes = columnsOf<CommuneLine>();
const cpts = columnsOf<DepartmentCptsRow>();

/** The communes of a department as a file: all, or those in no known perimeter. */
export function communesExport(
  ask: Ask,
  origin: Origin,
  address: string,
  page: DepartmentPage,
  rows: readonly CommuneLine[],
  onlyBlank: boolean,
): Export<CommuneLine> {
  const { department, blankLabel } = page;
  const nameOf = new Map(page.cpts.map(({ slug, name }) => [slug, name]));
  const nobody = blankLabel === "zone_blanche" ? NOT_APPLICABLE : NOT_TOLD;
  const filters = onlyBlank ? [BLANK[blankLabel]] : [];
  const { cog, population } = vintagesOf(department.code);
  return {
    table: {
      id: onlyBlank ? `hors-perimetre-${department.code}` : `communes-${department.code}`,
      title: onlyBlank ? `${department.name}, ${BLANK[blankLabel]}` : `Communes, ${department.name}`,
      description: onlyBlank
        ? `Communes du département ${department.name} (${department.code}) que le périmètre d’aucune CPTS connue ne tient.`
        : `Communes du département ${department.name} (${department.code}) et les CPTS qui les couvrent.`,
      key: ["code"],
      columns: [
        communes.code("code", "Code", "Code INSEE de la commune", (row) => row.code),
        communes.text("name", "Commune", "Nom", ({ name }) => name),
        communes.text("epci", "EPCI", "Intercommunalité", ({ epciName }) => epciName ?? NOT_APPLICABLE),
        communes.integer("population", "Habitants", "Population municipale", (row) => row.population),
        communes.coded(
          "stage",
          "Étape",
          "La plus haute des CPTS qui la tiennent",
          { ...WORDS.stage, none: BLANK[blankLabel] },
          ({ stage }) => stage,
        ),
        communes.coded(
          "possible_stage",
          "Étape possible",
          "Étape plus haute qu’un jour incertain rend possible ; vide quand rien n’est incertain",
          WORDS.stage,
          ({ possibleStage }) => possibleStage,
        ),
        communes.boolean(
          "estimated",
          "Estimé",
          "L’étape ne tient qu’à un périmètre estimé",
          ({ stage, estimated }) => (stage === "none" ? NOT_APPLICABLE : estimated),
        ),
        communes.text("cpts", "CPTS", "CPTS qui la tiennent", ({ holders }) =>
          joined(holders, nobody, ({ id }) => nameOf.get(id) ?? id),
        ),
        communes.text("cpts_slug", "Identifiant de la CPTS", "Les mêmes, par identifiant", ({ holders }) =>
          joined(holders, nobody, ({ id }) => id),
        ),
        communes.text("basis", "Périmètre", "Déclaré ou estimé, dans le même ordre", ({ holders }) =>
          joined(holders, nobody, ({ basis }) => PERIMETER[basis].toLowerCase()),
        ),
        communes.text("share", "Part", "Part de la commune, dans le même ordre", ({ holders }) =>
          joined(holders, nobody, ({ share }) => shareWords(share)),
        ),
      ],
    },
    about: aboutOf(ask, origin, address, [
      filtersNote(filters),
      { label: "Millésimes", text: `communes ${cog}, populations ${population}` },
      ESTIMATED_NOTE,
    ]),
    rows,
  };
}

type Holder = CommuneCoverage["holders"][number];

function joined(
  holders: readonly Holder[],
  nobody: AbsentCell,
  words: (holder: Holder) => string,
): string | AbsentCell {
  return holders.length === 0 ? nobody : holders.map(words).join(" ; ");
}

function shareWords(share: CommuneShare): string {
  if (share === "whole") return "entière";
  return share === "unknown" ? "en partie" : `${share.numerator} sur ${share.denominator}`;
}

/** The CPTS of a department as a file: the table of its page, in its order. */
export function departmentCptsExport(
  ask: Ask,
  origin: Origin,
  address: string,
  { department, footnotes }: DepartmentPage,
  rows: readonly DepartmentCptsRow[],
): Export<DepartmentCptsRow> {
  const sourceOf = (citation: string | null) =>
    footnotes.list.find(({ citations }) => citations.some(({ id }) => id === citation))?.source.title ?? null;
  const table: Table<DepartmentCptsRow> = {
    id: `cpts-${department.code}`,
    title: `CPTS, ${department.name}`,
    description: `CPTS du département ${department.name} (${department.code}), et ce que chacune y tient.`,
    key: ["slug"],
    columns: [
      cpts.text(
        "slug",
        "Identifiant",
        "Identifiant stable, celui de l’adresse de la page",
        ({ slug }) => slug,
      ),
      cpts.text("name", "CPTS", "Nom", ({ name }) => name),
      ...stageColumns<DepartmentCptsRow>(({ state }) => state),
      cpts.text(
        "stage_source",
        "Source de l’étape",
        "Document qui donne l’étape",
        ({ stageCitation }) => sourceOf(stageCitation) ?? NOT_TOLD,
      ),
      cpts.coded(
        "perimeter",
        "Périmètre",
        "Ce qui est connu de son territoire",
        PERIMETER,
        (row) => row.perimeter,
      ),
      cpts.text(
        "estimated_from",
        "Estimé d’après",
        "Intercommunalités dont les communes en tiennent lieu",
        ({ estimatedFrom }) => (estimatedFrom.length === 0 ? NOT_APPLICABLE : estimatedFrom.join(" ; ")),
      ),
      cpts.integer(
        "communes_here",
        "Communes",
        "Communes du département dans son périmètre",
        ({ here }) => here?.communes ?? NOT_TOLD,
      ),
      cpts.integer(
        "population_here_min",
        "Habitants, au moins",
        "Population municipale de ces communes ; une part inconnue de commune n’y compte pas",
        ({ here }) => here?.population.min ?? NOT_TOLD,
      ),
      cpts.integer(
        "population_here_max",
        "Habitants, au plus",
        "La même, une part inconnue comptée entière",
        ({ here }) => here?.population.max ?? NOT_TOLD,
      ),
      ...sizeColumns<DepartmentCptsRow>((row) => row, TO_CONFIRM),
    ],
  };
  const notes = [scheduleNote(ask.asOf), MARKS_NOTE, ESTIMATED_NOTE];
  return { table, about: aboutOf(ask, origin, address, notes), rows };
}
