import type { Cents } from "../kernel/money";

/** An indicator of a contract's annex (see `lib/funding`, which computes it). */
export interface IndicatorTerms {
  readonly label: string;
  readonly kind: "action" | "result";
  readonly unit: string;
  readonly baseline: number | null;
  readonly direction: "rising" | "falling";
  /** From the easiest to the hardest; what reaching each earns in whole. */
  readonly steps: readonly { readonly threshold: number; readonly amountCents: Cents }[];
}

/** Only the terms, of whatever carries them besides. */
export function termsOf({ label, kind, unit, baseline, direction, steps }: IndicatorTerms): IndicatorTerms {
  return {
    label,
    kind,
    unit,
    baseline,
    direction,
    steps: steps.map(({ threshold, amountCents }) => ({ threshold, amountCents })),
  };
}

interface Dated<M extends string> extends IndicatorTerms {
  readonly mission: M;
  readonly fromYear: number;
  readonly toYear: number | null;
}

/** The same with the mission and the years it holds for. */
export function datedTermsOf<M extends string>(one: Dated<M>): Dated<M> {
  const { mission, fromYear, toYear } = one;
  return { mission, ...termsOf(one), fromYear, toYear };
}

/** Whether what is stated for some contract years holds in one of them. */
export function holdsIn(
  { fromYear, toYear }: { readonly fromYear: number; readonly toYear: number | null },
  year: number,
): boolean {
  return fromYear <= year && (toYear === null || year <= toYear);
}
