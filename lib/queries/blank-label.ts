import type { BlankLabel, CoverageTotals } from "../coverage";
import type { PublishedCoverage } from "../record/cpts";

/**
 * What the communes that nobody is known to hold may be called in a department. « Zone blanche » is said
 * only when it can be known:
 *
 * - every CPTS that is, or may be, signed there has a perimeter (what `coverage.blank.label` says);
 * - declared, not estimated: an EPCI that stands in for a territory says nothing of the communes beside it;
 * - at least one is on record, and as many as the last source that counts them: the record of a department
 *   of which one press release was read is not complete.
 *
 * @param published of the department; those after the day asked for are left out.
 */
export function blankLabelOf(
  { asOf, blank, cpts, signedCpts }: CoverageTotals,
  published: readonly PublishedCoverage[],
): BlankLabel {
  const signed = cpts.filter(({ stage, possibleStage }) => stage === "signed" || possibleStage === "signed");
  const declared = signed.length > 0 && signed.every(({ perimeter }) => perimeter === "declared");
  const complete = (publishedCpts(published, asOf) ?? 0) <= signedCpts.min;
  return blank.label === "zone_blanche" && declared && complete ? "zone_blanche" : "hors_perimetre_connu";
}

/** How many signed CPTS the last source that counts them gives by that day; null where none does. */
export function publishedCpts(published: readonly PublishedCoverage[], asOf: string): number | null {
  return published
    .filter(({ asOf: { earliest }, signedCpts }) => earliest <= asOf && signedCpts !== null)
    .reduce<{ latest: string; count: number | null }>(
      (last, { asOf: { latest }, signedCpts }) =>
        latest >= last.latest ? { latest, count: signedCpts } : last,
      { latest: "", count: null },
    ).count;
}
