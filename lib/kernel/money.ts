/**
 * Money is an integer number of euro cents. No float ever holds an amount: sums, shares and
 * differences stay exact, and what is divided is handed out again to the cent.
 */
export type Cents = number;

/** Whole euros to cents. Throws on anything that is not a whole number of cents. */
export function euros(amount: number): Cents {
  return assertCents(Math.round(amount * 100));
}

/** Throws a RangeError unless `value` is a safe integer; returns it otherwise. */
export function assertCents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an integer number of cents`);
  return value;
}

export function sumCents(amounts: readonly Cents[]): Cents {
  return assertCents(amounts.reduce((total, amount) => total + amount, 0));
}

/**
 * `amount × numerator ÷ denominator`, rounded to the nearest cent, halves away from zero.
 * Exact for any safe integers (the product is computed on BigInt). Throws when the denominator is not positive.
 */
export function shareOf(amount: Cents, numerator: number, denominator: number): Cents {
  if (!Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`denominator must be a positive integer, got ${denominator}`);
  }
  const product = BigInt(assertCents(amount)) * BigInt(assertCents(numerator));
  const d = BigInt(denominator);
  const sign = product < 0n ? -1n : 1n;
  return assertCents(Number(sign * ((product * sign * 2n + d) / (2n * d))));
}

/**
 * Splits `total` in proportion to `weights` (non-negative integers, at least one positive) so that
 * the parts always sum to the total. Each part is first rounded down; the cents left over go one by
 * one to the largest weights (first come first served between equals).
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  assertCents(total);
  if (weights.some((w) => !Number.isSafeInteger(w) || w < 0)) {
    throw new RangeError("weights must be non-negative integers");
  }
  const weightSum = weights.reduce((sum, w) => sum + BigInt(w), 0n);
  if (weightSum === 0n) throw new RangeError("at least one weight must be positive");
  const sign = total < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(total));
  const parts = weights.map((w) => Number((magnitude * BigInt(w)) / weightSum));
  let left = Math.abs(total) - parts.reduce((sum, part) => sum + part, 0);
  const byWeight = weights.map((w, i) => ({ w, i })).sort((a, b) => b.w - a.w || a.i - b.i);
  for (const { i } of byWeight) {
    if (left === 0) break;
    parts[i] = (parts[i] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part));
}
