/**
 * The variable share by indicators (domain.md, section 5). Observed in a real contract: each indicator has
 * an amount, all-or-nothing or in steps, and the amounts sum exactly to the envelope, so that what is
 * achieved is computed and never above 100 %.
 */
import type { Cents } from "../kernel/money";
import { assertCents } from "../kernel/money";

/** An action carried out, or a result observed. */
export const INDICATOR_KINDS = ["action", "result"] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** `rising`: a step is reached from its threshold up; `falling`: from its threshold down. */
export const DIRECTIONS = ["rising", "falling"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface IndicatorStep {
  /** In the indicator's unit; reaching it exactly is reaching it. */
  readonly threshold: number;
  /** What the indicator earns once this step is reached: the whole of it, not on top of the step before. */
  readonly amountCents: Cents;
}

export interface Indicator {
  readonly label: string;
  readonly kind: IndicatorKind;
  /** « % », « patients », « oui/non »… */
  readonly unit: string;
  /** The value that the contract starts from; null where it states none. */
  readonly baseline: number | null;
  readonly direction: Direction;
  /** From the easiest to the hardest; one step is all-or-nothing. */
  readonly steps: readonly IndicatorStep[];
}

/** An indicator and what was observed in a year; null: not known yet, which is no failure. */
export interface MeasuredIndicator extends Indicator {
  readonly value: number | null;
}

export interface IndicatorOutcome {
  readonly indicator: MeasuredIndicator;
  /** The hardest step reached; null when none is, or when the value is not known. */
  readonly reached: IndicatorStep | null;
  readonly maximumCents: Cents;
  /** Null when the value is not known. */
  readonly earnedCents: Cents | null;
}

/** What an indicator may earn at most: the amount of its last step. */
export function indicatorMaximum({ steps }: Pick<Indicator, "steps">): Cents {
  return steps.at(-1)?.amountCents ?? 0;
}

export function indicatorOutcome(indicator: MeasuredIndicator): IndicatorOutcome {
  const { value, direction, steps } = indicator;
  const maximumCents = indicatorMaximum(indicator);
  if (value === null) return { indicator, reached: null, maximumCents, earnedCents: null };
  let reached: IndicatorStep | null = null;
  for (const step of steps) if (isReached(value, step.threshold, direction)) reached = step;
  return { indicator, reached, maximumCents, earnedCents: reached?.amountCents ?? 0 };
}

function isReached(value: number, threshold: number, direction: Direction): boolean {
  return direction === "rising" ? value >= threshold : value <= threshold;
}

/** What several indicators may earn together: to be compared with the variable envelope of their line. */
export function indicatorsMaximum(indicators: readonly Pick<Indicator, "steps">[]): Cents {
  return indicators.reduce((sum, indicator) => sum + indicatorMaximum(indicator), 0);
}

/** Why steps make no sense; null when they do. */
export type StepsFault = "no_step" | "thresholds_out_of_order" | "amounts_not_growing";

export function stepsFault({ steps, direction }: Pick<Indicator, "steps" | "direction">): StepsFault | null {
  if (steps.length === 0) return "no_step";
  let before: IndicatorStep | null = null;
  for (const step of steps) {
    if (assertCents(step.amountCents) <= (before?.amountCents ?? 0)) return "amounts_not_growing";
    const harder =
      before === null ||
      (direction === "rising" ? step.threshold > before.threshold : step.threshold < before.threshold);
    if (!harder || !Number.isFinite(step.threshold)) return "thresholds_out_of_order";
    before = step;
  }
  return null;
}

/** Throws a RangeError on an indicator whose steps make no sense, or whose value is no number. */
export function checkIndicator(indicator: MeasuredIndicator): void {
  const fault = stepsFault(indicator);
  if (fault !== null) throw new RangeError(`indicator « ${indicator.label} »: ${fault}`);
  if (indicator.value !== null && !Number.isFinite(indicator.value)) {
    throw new RangeError(`indicator « ${indicator.label} »: ${indicator.value} is no value`);
  }
}
