import { stepsWords } from "@/lib/format/indicators";
import { typeset } from "@/lib/format/typography";
import {
  LINE_NAMES,
  measureWords,
  type Envelope,
  type EnvelopeLine,
  type IndicatorOutcome,
} from "@/lib/funding";
import { IndicatorEarned } from "../results/Outcome";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";

interface Row {
  readonly line: EnvelopeLine;
  readonly place: number;
  readonly outcome: IndicatorOutcome;
}

/** What each indicator earns in the year shown, or why that is not known. */
export function IndicatorsTable({ shown }: { readonly shown: Envelope }) {
  const rows = shown.lines
    .filter(({ reason, due }) => reason !== "not_started" && due !== "sans_objet")
    .flatMap((line) => (line.indicators ?? []).map((outcome, place): Row => ({ line, place, outcome })));
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="sim-h3">Indicateurs, année {shown.input.contractYear.index}</h3>
      <DataTable
        columns={COLUMNS}
        rows={rows}
        rowKey={({ line, place }) => `${line.line} ${place}`}
        caption="Ce que rapporte chaque indicateur"
        captionHidden
        phone="cards"
        className="sim-measured"
      />
    </>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "label",
    header: "Indicateur",
    label: "Indicateur",
    rowHeader: true,
    cell: ({ line, outcome }) => (
      <>
        {outcome.indicator.label} <small className="mut">{LINE_NAMES[line.line].short}</small>
      </>
    ),
  },
  {
    key: "steps",
    header: "Paliers",
    label: "Paliers",
    full: true,
    cell: ({ outcome }) => <Num>{stepsWords(outcome.indicator)}</Num>,
  },
  {
    key: "value",
    header: "Valeur obtenue",
    label: "Valeur obtenue",
    cell: ({ outcome: { indicator } }) =>
      indicator.value === null ? (
        <Absent why="non_communique" />
      ) : (
        <Num>{typeset(measureWords(indicator.value, indicator.unit))}</Num>
      ),
  },
  {
    key: "earned",
    header: "Atteint",
    label: "Atteint",
    cell: ({ line, outcome }) =>
      line.reason === "indicators_mismatch" ? (
        <>
          <Absent why="a_confirmer" />, la somme ne tombe pas juste
        </>
      ) : (
        <IndicatorEarned of={outcome} />
      ),
  },
];
