/**
 * A rate stays a numerator and a denominator until it is shown, so that the rate of a whole is always
 * recomputed from raw sums and never averaged from the rates of its parts.
 */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

export function rate(numerator: number, denominator: number): Rate {
  if (!Number.isFinite(numerator) || !Number.isFinite(denominator) || denominator < 0) {
    throw new RangeError(`not a rate: ${numerator} / ${denominator}`);
  }
  return { numerator, denominator };
}

/** The rate of several parts together. */
export function sumRates(rates: readonly Rate[]): Rate {
  return rates.reduce(
    (sum, r) => rate(sum.numerator + r.numerator, sum.denominator + r.denominator),
    rate(0, 0),
  );
}

/** The value from 0 to 1, or null where the base is empty: a rate of nothing is no zero. */
export function rateValue({ numerator, denominator }: Rate): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
