import type { MouseEvent } from "react";
import { day } from "@/lib/format/fr";
import { totalMarks, type Envelope } from "@/lib/funding";
import type { SimulatorPage } from "@/lib/queries/simulator";
import { simulatorAddress } from "@/lib/schemas/simulator/serialise";
import type { SimulatorState } from "@/lib/schemas/simulator/state";
import { DataTable, type Column } from "../tables/DataTable";
import { Money } from "../ui/Money";
import { SourceRef } from "../ui/SourceRef";
import type { Results } from "./use-simulator";

interface YearsTableProps {
  readonly results: Results;
  readonly state: SimulatorState;
  readonly refs: SimulatorPage["refs"];
  readonly showYear: (year: number) => void;
}

/** The five contract years; each leads to its lines. */
export function YearsTable({ results: { contract }, state, refs, showYear }: YearsTableProps) {
  return (
    <DataTable
      columns={columns(state, refs, showYear)}
      rows={contract.years}
      rowKey={({ input }) => String(input.contractYear.index)}
      caption="Les cinq années du contrat"
      captionHidden
      phone="cards"
      className="sim-years-table"
      foot={
        <tr>
          <th scope="row" colSpan={4}>
            Cinq années
          </th>
          <td className="num" data-l="À confirmer">
            <Money cents={contract.toConfirmCents} />
          </td>
          <td className="num" data-l="Dû">
            {contract.dueIsMinimum && "au moins "}
            <Money cents={contract.dueCents} mark={contract.dueMark} />
          </td>
        </tr>
      }
    />
  );
}

function columns(
  state: SimulatorState,
  refs: SimulatorPage["refs"],
  showYear: (year: number) => void,
): readonly Column<Envelope>[] {
  return [
    {
      key: "year",
      header: "Année",
      label: "Année",
      rowHeader: true,
      cell: ({ input: { contractYear } }) => (
        <YearLink state={state} year={contractYear.index} showYear={showYear} />
      ),
    },
    {
      key: "span",
      header: "Période",
      label: "Période",
      cell: ({ input: { contractYear } }) => `${day(contractYear.start)} – ${day(contractYear.end)}`,
    },
    {
      key: "schedule",
      header: "Barème et taille",
      label: "Barème et taille",
      cell: ({ schedule, sizeTier }) => (
        <>
          {schedule.label}
          <SourceRef n={refs.schedules[schedule.id] ?? 1} />, taille {sizeTier}
        </>
      ),
    },
    {
      key: "maximum",
      header: "Maximum",
      label: "Maximum",
      numeric: true,
      cell: (year) => <Money cents={year.totals.maximumCents} mark={totalMarks(year).maximum.mark} />,
    },
    {
      key: "confirm",
      header: "dont dû à confirmer",
      label: "À confirmer",
      numeric: true,
      cell: ({ totals }) => <Money cents={totals.toConfirmCents} />,
    },
    {
      key: "due",
      header: "Dû",
      label: "Dû",
      numeric: true,
      cell: (year) => (
        <>
          {year.totals.dueIsMinimum && "au moins "}
          <b>
            <Money cents={year.totals.dueCents} mark={totalMarks(year).due.mark} />
          </b>
        </>
      ),
    },
  ];
}

interface YearLinkProps {
  readonly state: SimulatorState;
  readonly year: number;
  readonly showYear: (year: number) => void;
}

function YearLink({ state, year, showYear }: YearLinkProps) {
  const isShown = year === state.year;
  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    showYear(year);
  }
  return (
    <a
      href={simulatorAddress({ ...state, year })}
      aria-current={isShown ? "true" : undefined}
      onClick={follow}
    >
      Année {year}
      {isShown && <span className="mut">, détaillée</span>}
    </a>
  );
}
