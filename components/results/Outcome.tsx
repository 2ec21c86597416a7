import { ABSENCE } from "@/lib/format/labels";
import { money } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import { thresholdWords, type IndicatorOutcome, type VariableOutcome } from "@/lib/funding";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";

/** What a mission's variable share earns, of how much, and how that was found. */
export function MissionOutcome({ of }: { readonly of: VariableOutcome }) {
  const { due, amountCents, formula } = of;
  return (
    <div className="earned">
      <p>
        <b>Atteint&nbsp;: </b>
        {typeof due === "number" ? <Num>{money(due)}</Num> : <Absent why={due}>{ABSENCE[due]}</Absent>}
        {amountCents !== null && (
          <>
            {" "}
            sur <Num>{money(amountCents)}</Num>
          </>
        )}
      </p>
      <p className="mut">
        <Num>{typeset(formula)}</Num>
      </p>
    </div>
  );
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
      <span className="mut">
        {" "}
        {reached === null
          ? "aucun palier atteint"
          : typeset(`palier « ${thresholdWords(reached.threshold, indicator)} » atteint`)}
      </span>
    </>
  );
}
