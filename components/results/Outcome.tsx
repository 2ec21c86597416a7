import { ABSENCE } from "@/lib/format/labels";
import { money } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import { thresholdWords, type IndicatorOutcome, type VariableOutcome } from "@/lib/funding";
import type { Mark } from "@/lib/kernel/certainty";
import type { Cents } from "@/lib/kernel/money";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";

/** What a mission's variable share earns, of how much, and how that was found. */
export function MissionOutcome({ of }: { readonly of: VariableOutcome }) {
  const { due, amountCents, mark, formula } = of;
  return (
    <div className="earned">
      <p>
        <b>Atteint&nbsp;: </b>
        {typeof due === "number" ? (
          <Marked cents={due} mark={mark} />
        ) : (
          <Absent why={due}>{ABSENCE[due]}</Absent>
        )}
        {amountCents !== null && (
          <>
            {" "}
            sur <Marked cents={amountCents} mark={mark} />
          </>
        )}
      </p>
      <p className="mut">
        <Num>{typeset(formula)}</Num>
      </p>
    </div>
  );
}

/** An amount with the certainty of the envelope that it is a part of. */
export function Marked({ cents, mark }: { readonly cents: Cents; readonly mark: Mark | null }) {
  return mark === null ? <Num>{money(cents)}</Num> : <Money cents={cents} mark={mark} />;
}

/** « palier « 80 % ou plus » atteint : 12 000 € sur 15 000 € ». */
export function IndicatorEarned({ of }: { readonly of: IndicatorOutcome }) {
  const { indicator, reached, maximumCents, earnedCents } = of;
  if (earnedCents === null) {
    return (
      <>
        <Absent why="non_communique" />, <Num>{money(maximumCents)}</Num> au plus
      </>
    );
  }
  return (
    <>
      <b>
        <Num>{money(earnedCents)}</Num>
      </b>{" "}
      sur <Num>{money(maximumCents)}</Num>
      <span className="mut reached">
        {" "}
        {reached === null
          ? "aucun palier atteint"
          : typeset(`palier « ${thresholdWords(reached.threshold, indicator)} » atteint`)}
      </span>
    </>
  );
}
