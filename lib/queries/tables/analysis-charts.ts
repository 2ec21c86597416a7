import type { Export } from "../../export";
import { RESERVED } from "../../format/credits";
import { DIMENSION, MEASURE } from "../../format/labels-analysis";
import { tenthWords } from "../../format/spread";
import type { Charts, Spread, SpreadRow, Summary, YearRow } from "../analysis";
import { aboutOf, type Origin } from "./about";
import { DIMENSION_NAME, filterWords, moneyNotes } from "./analysis";
import { columnsOf, NOT_TOLD, TO_CONFIRM } from "./columns";

const year = columnsOf<YearRow>();
const spread = columnsOf<SpreadRow>();

/** The figures of the small multiples: each group drawn, civil year by civil year. */
export function yearsExport(origin: Origin, at: string, model: Summary, charts: Charts): Export<YearRow> {
  const { label, within } = DIMENSION[model.by];
  const name = DIMENSION_NAME[model.by];
  const { du, verse, depense } = MEASURE;
  const least = (of: string, title: string, read: (row: YearRow) => boolean) =>
    year.boolean(`${of}_is_minimum`, `${title}, au moins`, "Oui quand une part n’est pas connue", read);
  return {
    table: {
      id: `analyse-exercices-${name}`,
      title: `Dû, versé et dépensé par exercice et ${within}`,
      description: "Une ligne par groupe et année civile où commencent les années de contrat.",
      key: [`${name}_code`, "civil_year"],
      columns: [
        year.text(`${name}_code`, `${label}, code`, `${label} : code`, ({ code }) => code ?? NOT_TOLD),
        year.text(`${name}_name`, label, `${label} : nom`, (row) =>
          row.code === null ? NOT_TOLD : row.label,
        ),
        year.integer(
          "civil_year",
          "Exercice civil",
          "Année civile où commence l’année de contrat",
          (row) => row.year,
        ),
        year.cents("due", du.label, du.meaning, ({ dueCents }) => dueCents ?? TO_CONFIRM),
        least("due", du.label, ({ dueIsMinimum }) => dueIsMinimum),
        year.cents("paid", verse.label, verse.meaning, ({ paidCents }) => paidCents ?? NOT_TOLD),
        least("paid", verse.label, ({ paidIsMinimum }) => paidIsMinimum),
        year.cents("spent", depense.label, depense.meaning, ({ spentCents }) => spentCents ?? NOT_TOLD),
        least("spent", depense.label, ({ spentIsMinimum }) => spentIsMinimum),
      ],
    },
    about: aboutChart(origin, at, model, [
      {
        label: "Groupes",
        text: charts.leftOut === 0 ? "tous" : `les douze du plus grand dû ; ${charts.leftOut} autres laissés`,
      },
    ]),
    rows: charts.years,
    filters: filterWords(model),
  };
}

/** The figures of the distributions: CPTS by class of rate. */
export function spreadExport(origin: Origin, at: string, model: Summary, charts: Charts): Export<SpreadRow> {
  const { consommation, atteinte } = MEASURE;
  return {
    table: {
      id: "analyse-repartition",
      title: "CPTS par taux de consommation et d’atteinte",
      description:
        "Nombre de CPTS dont le taux est dans chaque classe ; une classe comprend sa borne basse, la dernière dizaine aussi 100 %.",
      key: ["from_percent"],
      columns: [
        spread.integer(
          "from_percent",
          "À partir de (%)",
          "Borne basse de la classe",
          ({ tenth }) => tenth * 10,
        ),
        spread.text("class", "Classe", "Classe de taux, en mots", ({ tenth }) => tenthWords(tenth)),
        spread.integer(
          "consumption",
          consommation.label,
          "CPTS de cette classe de consommation",
          (row) => row.consumption,
        ),
        spread.integer(
          "achievement",
          atteinte.label,
          "CPTS de cette classe d’atteinte",
          (row) => row.achievement,
        ),
      ],
    },
    about: aboutChart(origin, at, model, [{ label: "Taux inconnus", text: unknownWords(charts.spread) }]),
    rows: charts.spread.rows,
    filters: filterWords(model),
  };
}

const unknownWords = ({ unknown }: Spread): string =>
  `${unknown.consumption} CPTS sans consommation connue, ${unknown.achievement} sans atteinte arrêtée`;

function aboutChart(
  origin: Origin,
  at: string,
  model: Summary,
  notes: readonly { readonly label: string; readonly text: string }[],
) {
  const { today } = model;
  const all = [...notes, ...moneyNotes(today, filterWords(model))];
  return { ...aboutOf({ today, asOf: today }, origin, at, all), licence: RESERVED };
}
