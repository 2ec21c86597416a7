import type { Absence, Mark } from "@/lib/kernel/certainty";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";

interface DueCellProps {
  readonly cents: number;
  readonly mark: Mark;
  /** Why a part of it is not known; null where it is whole. */
  readonly missing: Absence | null;
}

/** A due: whole, a minimum, or not known at all. Nothing known is no zero. */
export function DueCell({ cents, mark, missing }: DueCellProps) {
  if (missing && cents === 0) return <Absent why={missing} />;
  return (
    <>
      {missing && <span className="mut">au moins </span>}
      <Money cents={cents} mark={mark} />
    </>
  );
}
