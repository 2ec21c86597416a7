import type { ReactNode } from "react";
import { difference, integer } from "@/lib/format/fr";
import { compareContracts, totalMarks, type ContractSimulation, type Envelope } from "@/lib/funding";
import type { Mark } from "@/lib/kernel/certainty";
import type { Cents } from "@/lib/kernel/money";
import type { SimulatorState } from "@/lib/schemas/simulator/state";
import { FIELD } from "@/lib/schemas/simulator/names";
import { DataTable, type Column } from "../tables/DataTable";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { ComparisonTable, Difference } from "./ComparisonTable";
import { fieldId } from "./field";
import type { OtherScenario, Results } from "./use-simulator";
import { changeWords } from "./words";

interface ScenariosProps {
  readonly results: Results;
  readonly state: SimulatorState;
}

/** A and B side by side: what B changes, what both give, and the difference of every line. */
export function Scenarios({ results: { contract, shown, other }, state }: ScenariosProps) {
  if (!other) {
    return (
      <p className="note sim-same">
        B est une copie de A tant que rien ne change&nbsp;:{" "}
        <a href={`#${fieldId(FIELD.b(FIELD.population))}`}>dites ce qui change dans B</a>, une population, une
        date, un barème, une mission ou un résultat.
      </p>
    );
  }
  const { index } = shown.input.contractYear;
  return (
    <>
      <p className="sim-say">
        <b>Dans B</b>&nbsp;: <Num>{changeWords(state).join("\u00a0; ")}</Num>. Le reste est comme A.
      </p>
      <Summary a={contract} b={other.contract} shown={shown} other={other} />
      <h3 className="sim-h3">Année {index}, ligne par ligne</h3>
      <ComparisonTable
        comparison={other.comparison}
        before="A"
        after="B"
        caption={`Année ${index}, scénarios A et B`}
      />
    </>
  );
}

interface SummaryProps {
  readonly a: ContractSimulation;
  readonly b: ContractSimulation;
  readonly shown: Envelope;
  readonly other: OtherScenario;
}

function Summary({ a, b, shown, other }: SummaryProps) {
  const { index } = shown.input.contractYear;
  const { comparison } = other;
  const marks = [totalMarks(shown), totalMarks(other.shown)] as const;
  const five = compareContracts(a, b);
  const rows: readonly SummaryRow[] = [
    {
      label: "Population",
      a: <Num>{integer(a.scenario.population)}</Num>,
      b: <Num>{integer(b.scenario.population)}</Num>,
      gap: <Num>{difference(five.inhabitants)}</Num>,
    },
    {
      label: `Taille, année ${index}`,
      a: shown.sizeTier,
      b: other.shown.sizeTier,
      gap: <Num>{difference(other.shown.sizeTier - shown.sizeTier)}</Num>,
    },
    {
      label: `Maximum, année ${index}`,
      a: <Money cents={shown.totals.maximumCents} mark={marks[0].maximum.mark} />,
      b: <Money cents={other.shown.totals.maximumCents} mark={marks[1].maximum.mark} />,
      gap: <Difference cents={comparison.maximumCents} isHypothesis={comparison.maximumMark === "H"} />,
    },
    {
      label: `Dû, année ${index}`,
      a: <Due isMinimum={shown.totals.dueIsMinimum} cents={shown.totals.dueCents} mark={marks[0].due.mark} />,
      b: (
        <Due
          isMinimum={other.shown.totals.dueIsMinimum}
          cents={other.shown.totals.dueCents}
          mark={marks[1].due.mark}
        />
      ),
      gap: <Difference cents={comparison.dueCents} isHypothesis={comparison.dueMark === "H"} />,
    },
    {
      label: "Dû, cinq années",
      a: <Due isMinimum={a.dueIsMinimum} cents={a.dueCents} mark={a.dueMark} />,
      b: <Due isMinimum={b.dueIsMinimum} cents={b.dueCents} mark={b.dueMark} />,
      gap: <Difference cents={five.dueCents} isHypothesis={five.dueMark === "H"} />,
    },
    {
      label: "dont à confirmer",
      a: <Money cents={a.toConfirmCents} />,
      b: <Money cents={b.toConfirmCents} />,
      gap: <Difference cents={five.toConfirmCents} isHypothesis={false} />,
    },
  ];
  return (
    <DataTable
      columns={SUMMARY}
      rows={rows}
      rowKey={({ label }) => label}
      caption="Scénarios A et B"
      captionHidden
      phone="scroll"
      label="Scénarios A et B, en bref"
      className="sim-summary"
    />
  );
}

interface DueProps {
  readonly isMinimum: boolean;
  readonly cents: Cents;
  readonly mark: Mark;
}

function Due({ isMinimum, cents, mark }: DueProps) {
  return (
    <>
      {isMinimum && "au moins "}
      <Money cents={cents} mark={mark} />
    </>
  );
}

interface SummaryRow {
  readonly label: string;
  readonly a: ReactNode;
  readonly b: ReactNode;
  readonly gap: ReactNode;
}

const SUMMARY: readonly Column<SummaryRow>[] = [
  { key: "label", header: "Mesure", label: "Mesure", rowHeader: true, cell: ({ label }) => label },
  { key: "a", header: "A", label: "A", numeric: true, cell: ({ a }) => a },
  { key: "b", header: "B", label: "B", numeric: true, cell: ({ b }) => b },
  { key: "gap", header: "Écart, B moins A", label: "Écart", numeric: true, cell: ({ gap }) => gap },
];
