import { money } from "@/lib/format/fr";
import type { Mark as Certainty } from "@/lib/kernel/certainty";
import type { Cents } from "@/lib/kernel/money";
import { Mark } from "./Mark";
import { Num } from "./Num";

interface MoneyProps {
  readonly cents: Cents;
  /** With a mark, a hypothesis also shows in the figure itself. */
  readonly mark?: Certainty;
  readonly detail?: string;
}

/** An amount in euros, with its mark of certainty where it has one. */
export function Money({ cents, mark, detail }: MoneyProps) {
  const figure = <Num>{money(cents)}</Num>;
  if (!mark) return <span className="nb">{figure}</span>;
  return (
    <span className="nb">
      {mark === "H" ? <span className="hyp">{figure}</span> : figure} <Mark mark={mark} detail={detail} />
    </span>
  );
}
