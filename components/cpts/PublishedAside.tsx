import { money, moneyDifference, when } from "@/lib/format/fr";
import { STATUS } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import type { Comparison, PublishedMoney } from "@/lib/queries/cpts-published";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { purposeWords, statedWords } from "./money-words";

/** Every sum that a source states, with how it is read and what the schedule gives beside it. */
export function PublishedAside({ money: facts }: { readonly money: readonly PublishedMoney[] }) {
  return (
    <>
      <h3>Montants publiés, en regard</h3>
      {facts.length === 0 && (
        <p className="note">
          <Absent why="non_communique" /> aucune source ne donne de montant pour cette CPTS.
        </p>
      )}
      <dl className="pub">
        {facts.map((fact) => (
          <div key={`${fact.ref}${fact.payer}${fact.purpose}${fact.amountCents}`}>
            <dt>
              <Num>{statedWords(fact)}</Num>
              <SourceRef n={fact.ref} />
            </dt>
            <dd>
              {purposeWords(fact)}&nbsp;: {STATUS[fact.status]}, {when(fact.asOf)}
              {fact.toConfirm && (
                <>
                  {" "}
                  <Absent why="a_confirmer" />
                </>
              )}
            </dd>
            {fact.note && (
              <dd>
                <Num>{typeset(fact.note)}</Num>
              </dd>
            )}
            {fact.comparisons.map((comparison) => (
              <ComparisonLine key={comparison.reading.id} comparison={comparison} />
            ))}
            {fact.comparisons.length === 0 && fact.amountCents !== null && <dd>Hors barème de l’accord.</dd>}
          </div>
        ))}
      </dl>
    </>
  );
}

function ComparisonLine({ comparison }: { readonly comparison: Comparison }) {
  const { scheduleLabel, scheduleRef, tier, reading, readingIsOurs, computedCents, computedToCents } =
    comparison;
  return (
    <dd className="beside">
      <span>
        {scheduleLabel}
        <SourceRef n={scheduleRef} />, {tier === null ? "de la taille 1 à la taille 4" : `taille ${tier}`},{" "}
        {reading.label}
        {"\u00a0: "}
        <Num>
          {computedToCents === null
            ? money(computedCents)
            : `${money(computedCents)} à ${money(computedToCents)}`}
        </Num>
        {readingIsOurs && <span className="mut"> (lecture de Maillage)</span>}
      </span>
      <span className="eq">
        écart <Num>{moneyDifference(comparison.differenceCents)}</Num>
      </span>
    </dd>
  );
}
