"use client";

import { useEffect, useRef } from "react";
import { instant } from "@/lib/format/instant";
import { variableOutcomes } from "@/lib/funding";
import type { YearPage } from "@/lib/queries/results";
import type { YearResults } from "@/lib/record/money";
import { ResultTables } from "./ResultTables";
import type { ResultsState } from "./results-state";

interface ResultsConflictProps {
  readonly theirs: NonNullable<ResultsState["theirs"]>;
  readonly page: YearPage;
}

/** What somebody else saved since, whole, above what was typed here: the writer chooses, nothing is written before. */
export function ResultsConflict({ theirs: { version, content, by, at }, page }: ResultsConflictProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [version]);
  return (
    <section className="callout err conflict" role="alert" tabIndex={-1} ref={box} aria-labelledby="conflit">
      <h2 id="conflit">Modifiée entre-temps</h2>
      <p>
        {by ?? "Quelqu’un d’autre"} a enregistré les résultats de cette année
        {at && ` le ${instant(new Date(at))}`}, pendant que vous les saisissiez. Rien n’a été écrasé{"\u00a0"}
        : voici sa version{"\u00a0"}; la vôtre est toujours dans le formulaire, plus bas.
      </p>
      {content && (
        <div className="theirs">
          <ResultTables
            slug={page.slug}
            results={content}
            outcomes={outcomesOf(page, content)}
            documents={page.documents}
          />
        </div>
      )}
      <p>
        Reprenez dans le formulaire ce que vous gardez de sa version, puis enregistrez la vôtre à la place
        {"\u00a0"}; {/* The same address: the form as it is kept, what was typed here let go. */}
        <a href="?">ou gardez la sienne</a>.
      </p>
    </section>
  );
}

function outcomesOf({ case: kase }: YearPage, { missions, crisisRecognised }: YearResults) {
  const measures = missions.map(({ mission, achievement, indicators }) => ({
    mission,
    achievement: indicators.length > 0 ? null : achievement,
    indicators: indicators.map(({ terms, value }) => ({ ...terms, value })),
  }));
  return variableOutcomes(kase, measures, crisisRecognised);
}
