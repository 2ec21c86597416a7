import type { ContractAmount, MissionInput } from "../../funding";
import type { Mission } from "../../record/cpts";
import { termsOf } from "../../record/indicators";
import type { IndicatorTerms, YearReview } from "../../record/money";

/**
 * What the engine is to take as a mission's results in one contract year: `achievement` and `indicators` of its
 * `MissionInput`. Only a settled year is known. One that is open or proposed gives nulls: the indicators that the
 * contract has in force that year, without values, and no rate.
 *
 * A settled year no longer depends on the contract: its own indicators are taken, with the terms they had, and a
 * mission that it does not name has no result (its variable share is then « non communiqué »). For the envelope
 * that was shared out that year, see {@link settledAmounts}.
 *
 * @param review null where nothing was typed for the year.
 * @param inForce the contract's indicators of that mission in that year (`indicatorsOf` of `../results-year`).
 */
export function resultsInput(
  review: Pick<YearReview, "status" | "results"> | null,
  inForce: readonly IndicatorTerms[],
  mission: Mission,
): Required<Pick<MissionInput, "achievement" | "indicators">> {
  if (review?.status !== "settled") {
    return { achievement: null, indicators: inForce.map((one) => ({ ...termsOf(one), value: null })) };
  }
  const results = review.results.missions.find((one) => one.mission === mission);
  if (!results || results.indicators.length === 0) {
    return { achievement: results?.achievement ?? null, indicators: [] };
  }
  return {
    achievement: null,
    indicators: results.indicators.map(({ terms, value }) => ({ ...termsOf(terms), value })),
  };
}

/**
 * The engine's contract amounts for a year: where it is settled, the variable envelopes as they stood that day
 * come before `amounts`, so that a later size or annex changes nothing of what was settled.
 */
export function settledAmounts(
  review: Pick<YearReview, "status" | "results"> | null,
  amounts: readonly ContractAmount[],
): readonly ContractAmount[] {
  if (review?.status !== "settled") return amounts;
  const settled = review.results.missions.flatMap(
    ({ mission, envelopeCents, envelopeMark }): ContractAmount[] =>
      envelopeCents == null
        ? []
        : [
            {
              line: mission,
              part: "variable",
              amountCents: envelopeCents,
              mark: envelopeMark ?? "H",
              source: "Année arrêtée au dialogue de gestion",
            },
          ],
  );
  const isSettled = ({ line, part }: ContractAmount) =>
    settled.some((one) => one.line === line && one.part === part);
  return [...amounts.filter((one) => !isSettled(one)), ...settled];
}
