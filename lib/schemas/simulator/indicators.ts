/**
 * A mission's results by the indicators of its ACI. Their steps are amounts of a whole year, as the annex writes
 * them, or shares of the variable envelope. Either way the last steps sum to the whole: to the mission's
 * variable envelope in scenario A (it is never prorated), or to 100 %. Where they do not, nothing is made up:
 * the engine says « à confirmer » and names both figures.
 *
 * Once they fit, they keep their shares where the envelope is another one (scenario B, the tier above): an annex
 * says nothing of a size that is not its own, and this is what its indicators weigh. The page says so.
 */
import { type Direction, type SimulatedIndicator } from "../../funding";
import { allocate, shareOf, type Cents } from "../../kernel/money";

export const BASES = ["euros", "parts"] as const;
export type Basis = (typeof BASES)[number];

/** Of a CPTS's annex, some missions have four. */
export const MOST_INDICATORS = 6;
export const MOST_STEPS = 5;
export const MOST_LABEL = 80;
export const MOST_UNIT = 20;

/** 100 %, in hundredths of a percent. */
export const WHOLE_PARTS = 10_000;

/** Cents of a whole year where `basis` is euros; hundredths of a percent of the envelope where it is parts. */
export type StepAmount = number;

export interface StateStep {
  readonly threshold: number;
  /** All that the indicator earns once the step is reached. */
  readonly amount: StepAmount;
}

export interface StateIndicator {
  /** Empty: its number names it. */
  readonly label: string;
  readonly unit: string;
  readonly direction: Direction;
  /** At least one. */
  readonly steps: readonly StateStep[];
  /** Null: not known, which is no failure. */
  readonly value: number | null;
  /** Contract years whose value is not `value`. */
  readonly values: Readonly<Partial<Record<number, number>>>;
}

export interface MissionIndicators {
  readonly basis: Basis;
  /** Empty while none has a step: the results are then not known. */
  readonly list: readonly StateIndicator[];
}

/** « Indicateur 2 » where no label was typed. */
export function indicatorLabel({ label }: Pick<StateIndicator, "label">, index: number): string {
  return label === "" ? `Indicateur ${index + 1}` : label;
}

const lastAmount = ({ steps }: StateIndicator): StepAmount => steps.at(-1)?.amount ?? 0;

/** What the last steps sum to, in the unit of the basis. */
export function amountsTogether({ list }: MissionIndicators): StepAmount {
  return list.reduce((sum, one) => sum + lastAmount(one), 0);
}

/** What the last steps sum to beside what they share out. */
export interface SumBeside {
  readonly sumCents: Cents;
  readonly envelopeCents: Cents;
  /** Sum less envelope; 0: they fit. */
  readonly differenceCents: Cents;
  /** The same in hundredths of a percent, where they are shares of the envelope. */
  readonly parts: { readonly sum: number; readonly difference: number } | null;
}

export function sumBeside(indicators: MissionIndicators, envelopeCents: Cents): SumBeside {
  const sum = amountsTogether(indicators);
  const isParts = indicators.basis === "parts";
  const sumCents = isParts ? shareOf(envelopeCents, sum, WHOLE_PARTS) : sum;
  return {
    sumCents,
    envelopeCents,
    differenceCents: sumCents - envelopeCents,
    parts: isParts ? { sum, difference: sum - WHOLE_PARTS } : null,
  };
}

/**
 * The engine's indicators of one contract year.
 * @param envelopeCents what they share out.
 * @param statedCents the envelope that amounts in euros were written for: that of scenario A.
 */
export function indicatorsOfYear(
  indicators: MissionIndicators,
  year: number,
  envelopeCents: Cents,
  statedCents: Cents | null,
): SimulatedIndicator[] {
  const { basis, list } = indicators;
  const sum = amountsTogether(indicators);
  const whole = basis === "parts" ? WHOLE_PARTS : statedCents;
  const maxima = sum === whole && sum > 0 ? allocate(envelopeCents, list.map(lastAmount)) : null;
  const asTyped = (amount: StepAmount): Cents =>
    basis === "parts" ? shareOf(envelopeCents, amount, WHOLE_PARTS) : amount;
  return list.flatMap((one, index): SimulatedIndicator[] => {
    const { unit, direction, steps, value, values } = one;
    const maximum = maxima?.[index];
    const amounts = steps.map(({ threshold, amount }, rank) => ({
      threshold,
      amountCents:
        maximum === undefined
          ? asTyped(amount)
          : rank === steps.length - 1
            ? maximum
            : shareOf(envelopeCents, amount, sum),
    }));
    const growing = onlyGrowing(amounts);
    if (growing.length === 0) return [];
    const label = indicatorLabel(one, index);
    return [{ label, unit, direction, steps: growing, value: values[year] ?? value }];
  });
}

/** Steps a cent apart may meet once shared out anew: the harder one is kept. */
function onlyGrowing(steps: SimulatedIndicator["steps"]): SimulatedIndicator["steps"] {
  return steps.filter(({ amountCents }, rank) => {
    const next = steps[rank + 1];
    return amountCents > 0 && (next === undefined || amountCents < next.amountCents);
  });
}
