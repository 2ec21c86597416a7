import { Absent } from "@/components/ui/Absent";
import { Money } from "@/components/ui/Money";
import { typeset } from "@/lib/format/typography";
import type { MethodAmount, MethodSchedule } from "@/lib/queries/method-schedules";

interface AmountCellProps {
  readonly amount: MethodAmount | null;
  readonly schedule: Pick<MethodSchedule, "id" | "sources">;
}

/** An amount of a schedule with its mark, and the number of its source under the table. */
export function AmountCell({ amount, schedule: { id, sources } }: AmountCellProps) {
  return (
    <td className="num">
      {amount === null ? (
        <Absent why="non_communique" />
      ) : (
        <>
          <Money cents={amount.cents} mark={amount.mark} detail={typeset(sources[amount.source - 1] ?? "")} />{" "}
          <a
            className="src"
            href={`#${sourceAnchor(id, amount.source)}`}
            aria-label={`Source ${amount.source}`}
          >
            [{amount.source}]
          </a>
        </>
      )}
    </td>
  );
}

export function sourceAnchor(schedule: string, source: number): string {
  return `${schedule}-${source}`;
}
