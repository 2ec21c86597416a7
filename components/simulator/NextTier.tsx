import { count, integer } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import { tierBounds } from "@/lib/funding";
import { Num } from "../ui/Num";
import { ComparisonTable, Difference } from "./ComparisonTable";
import type { Results } from "./use-simulator";

/** What the tier above would change: how many inhabitants are missing, and what each line would become. */
export function NextTier({ results: { shown, next, contract } }: { readonly results: Results }) {
  const { index } = shown.input.contractYear;
  if (!next) {
    return (
      <p>
        Taille {shown.sizeTier}&nbsp;: {tierBounds(shown.sizeTier, shown.schedule.sizes).label}. C’est la
        dernière&nbsp;: aucune taille au-dessus.
      </p>
    );
  }
  return (
    <>
      <p className="sim-say">
        À{" "}
        <b>
          <Num>{count(next.from, "habitant")}</Num>
        </b>
        , soit{" "}
        <b>
          <Num>{`${integer(next.missing)} de plus`}</Num>
        </b>{" "}
        que les <Num>{integer(contract.scenario.population)}</Num> de la simulation, la CPTS passerait en{" "}
        <b>taille {next.tier}</b> (
        <Num>{typeset(tierBounds(next.tier, next.after.schedule.sizes).label)}</Num>). Pour l’année {index},
        mêmes missions et mêmes résultats,{" "}
        {next.dueCents === null ? (
          "ce que gagnerait son dû reste à confirmer"
        ) : (
          <>
            son dû changerait de{" "}
            <b>
              <Difference cents={next.dueCents} isHypothesis={next.dueMark === "H"} />
            </b>
          </>
        )}{" "}
        et son maximum{next.dueCents === null && " changerait"} de{" "}
        <b>
          <Difference cents={next.maximumCents} isHypothesis={next.maximumMark === "H"} />
        </b>
        .
      </p>
      <ComparisonTable
        comparison={next}
        before={`taille ${shown.sizeTier}`}
        after={`taille ${next.tier}`}
        caption={`Année ${index}, de la taille ${shown.sizeTier} à la taille ${next.tier}`}
      />
      {next.maximumMark === "H" && (
        <p className="note">
          Un écart où entre une hypothèse est une hypothèse&nbsp;: il peut changer de signe quand les montants
          seront confirmés sur l’annexe du JORF.
        </p>
      )}
    </>
  );
}
