import type { Absence, Mark } from "@/lib/kernel/certainty";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";

interface SumCellProps {
  /** Null: nothing of it is known. */
  readonly cents: number | null;
  readonly isMinimum: boolean;
  readonly mark?: Mark;
  /** Why nothing is known, where nothing is. */
  readonly absent: Absence;
}

/** A sum of amounts: whole, a minimum where some are not known, or not known at all. */
export function SumCell({ cents, isMinimum, mark, absent }: SumCellProps) {
  if (cents === null) return <Absent why={absent} />;
  return (
    <>
      {isMinimum && <span className="mut">au moins </span>}
      {mark ? <Money cents={cents} mark={mark} /> : <Money cents={cents} />}
    </>
  );
}
