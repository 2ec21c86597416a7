/**
 * What is carried from one contract year to the next: money received and not yet spent, line by line. An
 * unknown payment or spending makes what follows unknown, never zero.
 */
import type { Cents } from "../kernel/money";

export interface YearOfMoney {
  readonly year: number;
  /** Null: nobody recorded what was paid. */
  readonly paidCents: Cents | null;
  /** Null: not communicated. */
  readonly spentCents: Cents | null;
}

export interface CarriedYear extends YearOfMoney {
  /** Carried in from the years before; null where a payment or a spending before is not known. */
  readonly openingCents: Cents | null;
  /** Opening + paid − spent: negative when more was spent than received. */
  readonly closingCents: Cents | null;
}

/** The years in order, each with what it opens and closes on. Throws a RangeError on a year given twice. */
export function carryOver(years: readonly YearOfMoney[]): CarriedYear[] {
  const ordered = [...years].sort((a, b) => a.year - b.year);
  let opening: Cents | null = 0;
  return ordered.map((year, i) => {
    if (ordered[i - 1]?.year === year.year) throw new RangeError(`year ${year.year} is given twice`);
    const openingCents: Cents | null = opening;
    opening =
      openingCents === null || year.paidCents === null || year.spentCents === null
        ? null
        : openingCents + year.paidCents - year.spentCents;
    return { ...year, openingCents, closingCents: opening };
  });
}
