/** An indicator's outcome in plain French. */
import type { IndicatorOutcome } from "./indicators";
import { moneyWords, numberWords } from "./words";

/** « Patients sans médecin traitant : 82 %, palier « 80 % ou plus » atteint, 12 000 € sur 15 000 € ». */
export function indicatorWords({ indicator, reached, maximumCents, earnedCents }: IndicatorOutcome): string {
  const { label, value, unit } = indicator;
  const whole = moneyWords(maximumCents);
  if (value === null || earnedCents === null) return `${label} : valeur non communiquée, ${whole} au plus`;
  const measured = `${label} : ${measureWords(value, unit)}`;
  if (reached === null) return `${measured}, aucun palier atteint, 0 € sur ${whole}`;
  const bound = thresholdWords(reached.threshold, indicator);
  return `${measured}, palier « ${bound} » atteint, ${moneyWords(earnedCents)} sur ${whole}`;
}

/** « 80 % ou plus », « 12 jours ou moins ». */
export function thresholdWords(
  threshold: number,
  { unit, direction }: Pick<IndicatorOutcome["indicator"], "unit" | "direction">,
): string {
  return `${measureWords(threshold, unit)} ou ${direction === "rising" ? "plus" : "moins"}`;
}

/** « 82 % », « 1 250 patients ». */
export function measureWords(value: number, unit: string): string {
  return `${numberWords(value)} ${unit}`.trim();
}
