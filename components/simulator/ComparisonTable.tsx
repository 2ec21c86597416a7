import { moneyDifference } from "@/lib/format/fr";
import { totalMarks, type Comparison, type EnvelopeLine, type LineComparison } from "@/lib/funding";
import { weakest } from "@/lib/kernel/certainty";
import { LINE_LABEL } from "../cpts/line-words";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";

interface ComparisonTableProps {
  readonly comparison: Comparison;
  /** What the two are called, in a header: « A », « Taille 3 ». */
  readonly before: string;
  readonly after: string;
  readonly caption: string;
}

/** Two envelopes of the same year, line by line, and their differences. */
export function ComparisonTable({ comparison, before, after, caption }: ComparisonTableProps) {
  const lines = comparison.lines.filter(isEngaged);
  const marks = [totalMarks(comparison.before), totalMarks(comparison.after)] as const;
  return (
    <DataTable
      columns={columnsFor(before, after)}
      rows={lines}
      rowKey={({ line, part }) => `${line} ${part}`}
      caption={caption}
      captionHidden
      phone="scroll"
      label={caption}
      className="sim-compare"
      foot={
        <tr>
          <th scope="row">Total</th>
          <td className="num">
            <Money cents={comparison.before.totals.maximumCents} mark={marks[0].maximum.mark} />
          </td>
          <td className="num">
            <Money cents={comparison.after.totals.maximumCents} mark={marks[1].maximum.mark} />
          </td>
          <td className="num">
            <Difference cents={comparison.maximumCents} isHypothesis={comparison.maximumMark === "H"} />
          </td>
          <td className="num">
            {comparison.before.totals.dueIsMinimum && "au moins "}
            <Money cents={comparison.before.totals.dueCents} mark={marks[0].due.mark} />
          </td>
          <td className="num">
            {comparison.after.totals.dueIsMinimum && "au moins "}
            <Money cents={comparison.after.totals.dueCents} mark={marks[1].due.mark} />
          </td>
          <td className="num">
            <Difference cents={comparison.dueCents} isHypothesis={comparison.dueMark === "H"} />
          </td>
        </tr>
      }
    />
  );
}

/** A signed amount; a difference with a hypothesis in it is one. Null: between minimums, there is none to tell. */
export function Difference({
  cents,
  isHypothesis,
}: {
  readonly cents: number | null;
  readonly isHypothesis: boolean;
}) {
  if (cents === null) return <Absent why="a_confirmer" />;
  const figure = <Num>{moneyDifference(cents)}</Num>;
  if (!isHypothesis || cents === 0) return <span className="nb">{figure}</span>;
  return (
    <span className="nb">
      <span className="hyp">{figure}</span> <Mark mark="H" />
    </span>
  );
}

function columnsFor(before: string, after: string): readonly Column<LineComparison>[] {
  return [
    {
      key: "line",
      header: "Ligne",
      label: "Ligne",
      rowHeader: true,
      cell: ({ line, part }) => (
        <>
          {LINE_LABEL[line]}
          {line !== "fonctionnement" && line !== "non_ventile" && (
            <span className="mut">, {part === "fixed" ? "fixe" : "variable"}</span>
          )}
        </>
      ),
    },
    amount("max-before", `Maximum, ${before}`, ({ before: line }) => <Maximum line={line} />),
    amount("max-after", `Maximum, ${after}`, ({ after: line }) => <Maximum line={line} />),
    amount("max-gap", "Écart", (row) =>
      row.before?.maximumCents || row.after?.maximumCents ? (
        <Difference
          cents={row.maximumCents}
          isHypothesis={weakest([row.before, row.after].map((line) => line?.mark ?? "V")) === "H"}
        />
      ) : (
        <Absent why="sans_objet" />
      ),
    ),
    amount("due-before", `Dû, ${before}`, ({ before: line }) => <Due line={line} />),
    amount("due-after", `Dû, ${after}`, ({ after: line }) => <Due line={line} />),
    amount("due-gap", "Écart", (row) =>
      row.dueCents === null ? (
        <Absent why={isSettled(row) ? "sans_objet" : "a_confirmer"} />
      ) : (
        <Difference
          cents={row.dueCents}
          isHypothesis={weakest([row.before, row.after].map((line) => line?.dueMark ?? "V")) === "H"}
        />
      ),
    ),
  ];
}

function amount(
  key: string,
  label: string,
  cell: (row: LineComparison) => React.ReactNode,
): Column<LineComparison> {
  return { key, header: label, label, numeric: true, cell };
}

function Maximum({ line }: { readonly line: EnvelopeLine | null }) {
  if (line === null || line.maximumCents === 0) return <Absent why="sans_objet" />;
  return <Money cents={line.maximumCents} mark={line.mark} />;
}

function Due({ line }: { readonly line: EnvelopeLine | null }) {
  if (line === null) return <Absent why="sans_objet" />;
  return typeof line.due === "number" ? (
    <Money cents={line.due} mark={line.dueMark} />
  ) : (
    <Absent why={line.due} />
  );
}

/** A line that neither envelope engages compares nothing. */
function isEngaged({ before, after }: LineComparison): boolean {
  return [before, after].some(
    (line) => line !== null && line.reason !== "not_engaged" && line.reason !== "options_not_engaged",
  );
}

function isSettled({ before, after }: LineComparison): boolean {
  return [before, after].every((line) => line === null || line.due === "sans_objet");
}
