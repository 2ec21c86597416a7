import type { AbsentCell, Column, Export } from "../../export";
import { RESERVED } from "../../format/credits";
import { DIMENSION, MEASURE } from "../../format/labels-analysis";
import { day } from "../../format/fr";
import { SCHEDULES } from "../../funding";
import { rateValue, type Rate } from "../../kernel/rate";
import type { IsoDay } from "../../kernel/date";
import type { AnalysisFilters, Dimension } from "../../schemas/analysis-address";
import type { Summary, SummaryRow } from "../analysis";
import { vintagesOf } from "../vintages";
import { aboutOf, filtersNote, MARKS_NOTE, type Origin } from "./about";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD, TO_CONFIRM, WORDS } from "./columns";

const { text, code, integer, cents, rate, boolean, coded } = columnsOf<SummaryRow>();

/** Of a row of a summary: a group, or the total of all of them, whichever page is shown. */
const LEVEL = { group: "groupe", total: "total" } as const;

/** The names that a grouping's columns have in files, beside those of the API. */
export const DIMENSION_NAME: Readonly<Record<Dimension, string>> = {
  region: "region",
  departement: "department",
  cpts: "cpts",
  taille: "size_tier",
  accord: "schedule",
  annee: "contract_year",
  exercice: "year",
  mission: "mission",
  ligne: "line",
};

/** Codes of territories look like numbers: no format may read them as such. */
const CODED: ReadonlySet<Dimension> = new Set(["region", "departement"]);

/**
 * A summary as a file: every row of the view, in its order, then its total. The total is a row of its own kind,
 * since neither its CPTS, nor their inhabitants, nor its rates are sums of the rows above.
 */
export function analysisExport(origin: Origin, address: string, model: Summary): Export<SummaryRow> {
  const { today, by, then, total, all } = model;
  const filters = filterWords(model);
  const grouped = [by, ...(then ? [then] : [])];
  return {
    table: {
      id: `analyse-${grouped.map((dimension) => DIMENSION_NAME[dimension]).join("-")}`,
      title: `Analyse par ${grouped.map((dimension) => DIMENSION[dimension].within).join(", puis ")}`,
      description:
        "Dû, versé et dépensé des CPTS, années de contrat commencées : une ligne par groupe, puis leur total.",
      key: ["level", ...grouped.map((dimension) => `${DIMENSION_NAME[dimension]}_code`)],
      columns: [
        coded(
          "level",
          "Niveau",
          "Groupe, ou total de tous les groupes (dernière ligne, à ne pas additionner avec eux)",
          LEVEL,
          ({ codes }) => (codes.length === 0 ? "total" : "group"),
        ),
        ...grouped.flatMap((dimension, i) => groupColumns(dimension, i)),
        ...measureColumns(),
      ],
    },
    about: {
      ...aboutOf({ today, asOf: today }, origin, address, notesOf(model, filters)),
      licence: RESERVED,
    },
    rows: [...all, total],
    filters,
  };
}

function groupColumns(dimension: Dimension, i: number): Column<SummaryRow>[] {
  const name = DIMENSION_NAME[dimension];
  const { label } = DIMENSION[dimension];
  const of = (list: keyof Pick<SummaryRow, "codes" | "labels">) => (row: SummaryRow) =>
    row.codes.length === 0 ? null : (row.codes[i] ?? null) === null ? NOT_TOLD : (row[list][i] ?? null);
  const make = CODED.has(dimension) ? code : text;
  return [
    make(`${name}_code`, `${label}, code`, `${label} : code`, of("codes")),
    text(`${name}_name`, label, `${label} : nom`, of("labels")),
  ];
}

function measureColumns(): Column<SummaryRow>[] {
  const { cpts, population, couverture, contracte, du, a_confirmer: toConfirm } = MEASURE;
  const { verse, depense, consommation, atteinte } = MEASURE;
  return [
    integer("cpts_count", cpts.label, cpts.meaning, ({ cptsCount }) => cptsCount),
    integer("population", population.label, population.meaning, (row) => row.population ?? NOT_TOLD),
    integer(
      "population_unknown",
      "CPTS sans population connue",
      "CPTS dont personne ne donne la population : la somme est alors un minimum",
      ({ populationUnknown }) => populationUnknown,
    ),
    rate("coverage", couverture.label, couverture.meaning, ({ coverage }) =>
      coverage === null ? NOT_APPLICABLE : valueOr(coverage, NOT_TOLD),
    ),
    cents("contracted", contracte.label, contracte.meaning, (row) => row.contractedCents ?? TO_CONFIRM),
    atLeast("contracted", contracte.label, (row) => row.contractedIsMinimum),
    coded("contracted_mark", "Marque du contracté", MARKED, WORDS.mark, (row) =>
      row.contractedCents === null ? NOT_APPLICABLE : row.contractedMark,
    ),
    cents("due", du.label, du.meaning, ({ dueCents }) => dueCents ?? TO_CONFIRM),
    atLeast("due", du.label, ({ dueIsMinimum }) => dueIsMinimum),
    coded("due_mark", "Marque du dû", MARKED, WORDS.mark, (row) =>
      row.dueCents === null ? NOT_APPLICABLE : row.dueMark,
    ),
    cents("to_confirm", toConfirm.label, toConfirm.meaning, ({ toConfirmCents }) => toConfirmCents),
    cents("paid", verse.label, verse.meaning, ({ paidCents }) => paidCents ?? NOT_TOLD),
    atLeast("paid", verse.label, ({ paidIsMinimum }) => paidIsMinimum),
    cents("spent", depense.label, depense.meaning, ({ spentCents }) => spentCents ?? NOT_TOLD),
    atLeast("spent", depense.label, ({ spentIsMinimum }) => spentIsMinimum),
    cents("budget", "Budget", "Budget que les CPTS ont prévu", ({ budgetCents }) => budgetCents ?? NOT_TOLD),
    rate("consumption", consommation.label, consommation.meaning, ({ consumption }) =>
      valueOr(consumption, NOT_TOLD),
    ),
    rate("achievement", atteinte.label, atteinte.meaning, ({ achievement }) =>
      valueOr(achievement, NOT_TOLD),
    ),
  ];
}

const MARKED = "V vérifié, D déduit, H hypothèse : la plus faible des parts de la somme";

const atLeast = (name: string, label: string, of: (row: SummaryRow) => boolean): Column<SummaryRow> =>
  boolean(
    `${name}_is_minimum`,
    `${label}, au moins`,
    "Oui quand une part n’est pas connue : la somme est alors un minimum",
    of,
  );

const valueOr = (value: Rate, absent: AbsentCell): number | AbsentCell => rateValue(value) ?? absent;

/** What the filters of a view keep, in words: « département 63 Puy-de-Dôme ». */
export function filterWords({ filters, choices }: Pick<Summary, "filters" | "choices">): string[] {
  const named = (dimension: Dimension, value: string | number | null): string[] => {
    if (value === null) return [];
    const label = choices[dimension].find((choice) => choice.code === String(value))?.label ?? String(value);
    return [`${DIMENSION[dimension].within} ${label}`];
  };
  return (Object.keys(FILTER_OF) as (keyof AnalysisFilters)[]).flatMap((filter) =>
    named(FILTER_OF[filter], filters[filter]),
  );
}

/** The grouping whose codes a filter takes. */
export const FILTER_OF: Readonly<Record<keyof AnalysisFilters, Dimension>> = {
  region: "region",
  department: "departement",
  cpts: "cpts",
  tier: "taille",
  schedule: "accord",
  year: "annee",
  exercice: "exercice",
  line: "ligne",
};

/** What a reader of the figures of money must know, wherever they are written. */
export function moneyNotes(today: IsoDay, filters: readonly string[]) {
  const { cog, population } = vintagesOf();
  return [
    filtersNote(filters),
    {
      label: "Jour",
      text: `versements et dépenses enregistrés au ${day(today)}, années de contrat commencées`,
    },
    { label: "Millésimes", text: `communes ${cog}, populations ${population}` },
    {
      label: "Barèmes",
      text: SCHEDULES.map(({ label, source }) => `${label}, ${source.reference}`).join(" ; "),
    },
    MARKS_NOTE,
    {
      label: "Département",
      text: "celui auquel la CPTS est rattachée d’abord, dont la CPAM tient le contrat : chaque euro compte une fois",
    },
  ];
}

function notesOf({ today, by, then, sort }: Summary, filters: readonly string[]) {
  const order = sort.by === "nom" ? "nom" : MEASURE[sort.by].label;
  return [
    {
      label: "Groupes",
      text: [by, ...(then ? [then] : [])].map((dimension) => DIMENSION[dimension].label).join(", puis "),
    },
    { label: "Ordre", text: `${order.toLowerCase()}, ${sort.descending ? "décroissant" : "croissant"}` },
    ...moneyNotes(today, filters),
    {
      label: "Taux",
      text: "consommation et atteinte sont recalculées sur les sommes, jamais moyennées ; leurs bases ne comptent que ce qui est connu en entier",
    },
  ];
}
