import { Num } from "@/components/ui/Num";
import { SourceRef } from "@/components/ui/SourceRef";
import { count, integer, publishedRate, when } from "@/lib/format/fr";
import type { Footnotes } from "@/lib/queries/footnotes";
import type { RegionRow } from "@/lib/queries/territory-rows";
import { rateText } from "./rates";

interface RegionLeadProps {
  readonly region: RegionRow;
  readonly footnotes: Footnotes;
}

/** Where a region stands: what is described and computed, then, apart, what is published. */
export function RegionLead({ region, footnotes }: RegionLeadProps) {
  const { computed, cpts, described, departments, isMinimum, publishedUncovered } = region;
  return (
    <span>
      {cpts === 0 ? (
        <strong>
          Aucune CPTS décrite dans cette région&nbsp;: rien n’y est compté, et rien n’y vaut zéro.
        </strong>
      ) : (
        <>
          <strong>{count(cpts, "CPTS décrite", "CPTS décrites")}</strong> dans {integer(described)} de ses{" "}
          {count(departments, "département")}.{" "}
        </>
      )}
      {computed && (
        <>
          Les territoires connus couvrent{" "}
          <strong>
            <Num>{count(computed.signed, "habitant")}</Num>
          </strong>
          , {isMinimum && "au moins "}
          <Num>{rateText(computed.signedRate)}</Num> de la région.
        </>
      )}
      {publishedUncovered && (
        <>
          {" "}
          Publié, {when(publishedUncovered.asOf)}&nbsp;: <Num>{publishedRate(publishedUncovered.value)}</Num>{" "}
          des habitants en zone blanche <SourceRef n={footnotes.numberOf(publishedUncovered.citation)} />.
        </>
      )}
    </span>
  );
}
