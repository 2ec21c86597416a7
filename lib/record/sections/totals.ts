/** Sums of a form's counts as typed: what is not a whole number yet counts for nothing, and is not zero. */
export interface CountTotal {
  /** Null where nothing is counted. */
  readonly sum: number | null;
  /** How many professions have a number. */
  readonly counted: number;
}

export function countTotal(typed: readonly (string | number | null | undefined)[]): CountTotal {
  const numbers = typed.flatMap((value) => {
    const text = String(value ?? "").replace(/[\s\u00a0\u202f]/g, "");
    return /^\d{1,9}$/.test(text) ? [Number(text)] : [];
  });
  return {
    sum: numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0),
    counted: numbers.length,
  };
}
