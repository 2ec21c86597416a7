import type { MissionInput } from "../../funding";
import type { Mission } from "../../record/cpts";
import type { IndicatorTerms, YearReview } from "../../record/money";

/**
 * What the engine may take as known of a mission's results in a year. Only a settled year is known: while it
 * is open or proposed, the indicators in force are there without values, and there is no rate.
 *
 * @param inForce the indicators that the contract's annex states for the mission and the year
 */
export function resultsInput(
  review: YearReview | null,
  inForce: readonly IndicatorTerms[],
  mission: Mission,
): Pick<MissionInput, "achievement" | "indicators"> {
  const settled =
    review?.status === "settled" ? review.results.missions.find((one) => one.mission === mission) : undefined;
  if (!settled) {
    return { achievement: null, indicators: inForce.map((terms) => ({ ...terms, value: null })) };
  }
  return {
    achievement: settled.achievement,
    indicators: settled.indicators.map(({ terms, value }) => ({ ...terms, value })),
  };
}
