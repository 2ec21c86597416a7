/**
 * Décret 2022-375: what a professional receives from the CPTS in a calendar year may not exceed the annual
 * social-security ceiling (domain.md, section 5). Checked on totals without names.
 */
import type { Mark } from "../kernel/certainty";
import { type Cents, euros } from "../kernel/money";

export interface YearlyCeiling {
  readonly year: number;
  readonly cents: Cents;
  readonly mark: Mark;
  readonly source: string;
}

const ceiling = (year: number, amount: number, source: string): YearlyCeiling => ({
  year,
  cents: euros(amount),
  mark: "V",
  source,
});

/** Plafond annuel de la sécurité sociale (PASS), by calendar year. A new year is one new line. */
export const YEARLY_CEILINGS: readonly YearlyCeiling[] = [
  ceiling(2022, 41_136, "Sénat, rapport r25-032, octobre 2025"),
  ceiling(2023, 43_992, "Sénat, rapport r25-032, octobre 2025"),
  ceiling(2024, 46_368, "Bulletin officiel de la sécurité sociale (BOSS), 12/10/2023"),
  ceiling(2025, 47_100, "Bulletin officiel de la sécurité sociale (BOSS), 04/11/2024"),
  ceiling(2026, 48_060, "laprotectionsociale.fr, 18/11/2025"),
];

export interface CeilingCheck {
  /** Null for a year whose ceiling is not on record: nothing can be said then. */
  readonly ceiling: YearlyCeiling | null;
  /** Totals above the ceiling, and by how much together; null where there is no ceiling. */
  readonly above: { readonly count: number; readonly excessCents: Cents } | null;
}

/** The totals of one calendar year, one per professional, against its ceiling: reaching it is not exceeding it. */
export function checkCeiling(year: number, totals: readonly Cents[]): CeilingCheck {
  const found = YEARLY_CEILINGS.find((one) => one.year === year) ?? null;
  if (!found) return { ceiling: null, above: null };
  const excesses = totals.filter((cents) => cents > found.cents).map((cents) => cents - found.cents);
  return {
    ceiling: found,
    above: { count: excesses.length, excessCents: excesses.reduce((sum, cents) => sum + cents, 0) },
  };
}
