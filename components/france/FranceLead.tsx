import { SourceRef } from "@/components/ui/SourceRef";
import { Num } from "@/components/ui/Num";
import { count, decimal, integer, publishedRate, when } from "@/lib/format/fr";
import type { Footnotes } from "@/lib/queries/footnotes";
import type { NationalFigures } from "@/lib/queries/national-figures";

interface FranceLeadProps {
  readonly national: NationalFigures;
  /** CPTS described that day. */
  readonly cpts: number;
  readonly footnotes: Footnotes;
}

/** Where the country stands, in one sentence: what is published, then how much of it is described here. */
export function FranceLead({ national, cpts, footnotes }: FranceLeadProps) {
  const { coveredRate, uncovered, signedCpts } = national;
  const described = (
    <>
      Maillage décrit <strong>{count(cpts, "CPTS", "CPTS")}</strong>.
    </>
  );
  if (!coveredRate) return <span>{described}</span>;
  return (
    <span>
      <strong>
        <Num>{publishedRate(coveredRate.value)}</Num> de la population couverte
        {uncovered && `, ${decimal(uncovered.value / 1_000_000, 1)} millions d’habitants en zone blanche`}
      </strong>
      &nbsp;: le Sénat, {when(coveredRate.asOf)} <SourceRef n={footnotes.numberOf(coveredRate.citation)} />.{" "}
      {signedCpts && <>Il comptait {integer(signedCpts.value)} contrats&nbsp;; </>}
      {described}
    </span>
  );
}
