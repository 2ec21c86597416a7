import { count, integer, money } from "@/lib/format/fr";
import { DIMENSION, MEASURE } from "@/lib/format/labels-analysis";
import { tenthWords } from "@/lib/format/spread";
import { typeset } from "@/lib/format/typography";
import type { Charts, SpreadRow, Summary, YearRow } from "@/lib/queries/analysis";
import { addressWith } from "@/lib/schemas/address";
import { analysisQuery } from "@/lib/schemas/analysis-address";
import { MoneyLegend } from "../charts/MoneyLegend";
import { Section } from "../layout/Section";
import { SumCell } from "../money/SumCell";
import { DataTable, type Column } from "../tables/DataTable";
import { Downloads } from "../tables/Downloads";
import { SpreadBars, YearBars } from "./Drawn";
import { ANALYSIS_PATH } from "./SummaryTable";
import { TakePicture } from "./TakePicture";

interface ChartSectionsProps {
  readonly model: Summary;
  readonly charts: Charts;
}

/** The charts of a view, each with its table and both to be taken away; without scripts, the tables. */
export function ChartSections({ model, charts }: ChartSectionsProps) {
  if (model.all.length === 0) return null;
  const fileOf = (table: string) =>
    addressWith(`${ANALYSIS_PATH}/telecharger/${table}`, analysisQuery(model.address), {});
  return (
    <>
      <Section
        id="exercices"
        title={`Exercice par exercice, par ${DIMENSION[model.by].within}`}
        intro={introOf(charts)}
      >
        <Years rows={charts.years} />
        <TakePicture name={`maillage_analyse-exercices_${model.today}.svg`} what="exercice par exercice" />
        <details className="why">
          <summary>Les chiffres de ces graphiques</summary>
          <DataTable
            columns={yearColumns(DIMENSION[model.by].label)}
            rows={charts.years}
            rowKey={({ code, year }) => `${code} ${year}`}
            caption="Dû, versé et dépensé par exercice"
            captionHidden
            phone="cards"
          />
        </details>
        <Downloads href={fileOf("exercices")} what="les chiffres par exercice" rows={charts.years.length} />
      </Section>
      <Section
        id="repartition"
        title="Répartition des CPTS"
        intro={`${count(charts.spread.unknown.consumption, "CPTS", "CPTS")} sans consommation connue, ${integer(charts.spread.unknown.achievement)} sans atteinte arrêtée.`}
      >
        <div className="charts scripted">
          {(["consumption", "achievement"] as const).map((of) => (
            <figure key={of}>
              <figcaption>{`${TITLE[of]}, en CPTS par dizaine de %`}</figcaption>
              <div className="chart-frame wide" role="img" aria-label={spreadWords(charts.spread.rows, of)}>
                <SpreadBars rows={charts.spread.rows} of={of} />
              </div>
            </figure>
          ))}
        </div>
        <TakePicture name={`maillage_analyse-repartition_${model.today}.svg`} what="répartition des CPTS" />
        <details className="why">
          <summary>Les chiffres de ces graphiques</summary>
          <DataTable
            columns={SPREAD_COLUMNS}
            rows={charts.spread.rows}
            rowKey={({ tenth }) => String(tenth)}
            caption="CPTS par classe de taux"
            captionHidden
            phone="cards"
          />
        </details>
        <Downloads href={fileOf("repartition")} what="la répartition" rows={charts.spread.rows.length} />
      </Section>
    </>
  );
}

const TITLE = { consumption: MEASURE.consommation.label, achievement: MEASURE.atteinte.label } as const;

/** Small multiples on one scale: what is read is the difference between groups. */
function Years({ rows }: { readonly rows: readonly YearRow[] }) {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const top = Math.max(
    1,
    ...rows.flatMap((row) => [row.dueCents ?? 0, row.paidCents ?? 0, row.spentCents ?? 0]),
  );
  const groups = [...new Set(rows.map(({ code }) => code))].map(
    (code) => [code, rows.filter((row) => row.code === code)] as const,
  );
  return (
    <div className="scripted">
      <MoneyLegend className="chart-legend" looks={["due", "paid", "spent"]} />
      <div className="charts">
        {groups.map(([code, own]) => (
          <figure key={code}>
            <figcaption>{own[0]?.label}</figcaption>
            <div className="chart-frame" role="img" aria-label={own.map(yearWords).join(" ")}>
              <YearBars rows={own} years={years} top={top} />
            </div>
          </figure>
        ))}
      </div>
    </div>
  );
}

const introOf = ({ leftOut }: Charts): string =>
  leftOut === 0
    ? "Même échelle pour tous."
    : `Les douze du plus grand dû, même échelle pour tous ; ${count(leftOut, "autre")} dans la synthèse.`;

function yearColumns(label: string): readonly Column<YearRow>[] {
  const amount = (key: "due" | "paid" | "spent", header: string): Column<YearRow> => ({
    key,
    header,
    label: header,
    numeric: true,
    cell: (row) => (
      <SumCell
        cents={row[`${key}Cents`]}
        isMinimum={row[`${key}IsMinimum`]}
        absent={key === "due" ? "a_confirmer" : "non_communique"}
      />
    ),
  });
  return [
    { key: "group", header: label, label, rowHeader: true, cell: (row) => row.label },
    { key: "year", header: "Exercice", label: "Exercice", cell: ({ year }) => year },
    amount("due", MEASURE.du.label),
    amount("paid", MEASURE.verse.label),
    amount("spent", MEASURE.depense.label),
  ];
}

const SPREAD_COLUMNS: readonly Column<SpreadRow>[] = [
  {
    key: "class",
    header: "Classe",
    label: "Classe",
    rowHeader: true,
    cell: ({ tenth }) => tenthWords(tenth),
  },
  ...(["consumption", "achievement"] as const).map((of) => ({
    key: of,
    header: TITLE[of],
    label: TITLE[of],
    numeric: true,
    cell: (row: SpreadRow) => integer(row[of]),
  })),
];

const said = (cents: number | null): string => (cents === null ? "non communiqué" : money(cents));

const yearWords = ({ year, dueCents, paidCents, spentCents }: YearRow): string =>
  typeset(
    `${year} : dû ${dueCents === null ? "à confirmer" : money(dueCents)}, versé ${said(paidCents)}, dépensé ${said(spentCents)}.`,
  );

const spreadWords = (rows: readonly SpreadRow[], of: "consumption" | "achievement"): string =>
  `${TITLE[of]}. ${rows
    .filter((row) => row[of] > 0)
    .map((row) => `${tenthWords(row.tenth)}${"\u00a0"}: ${count(row[of], "CPTS", "CPTS")}`)
    .join(", ")}.`;
