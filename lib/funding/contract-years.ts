/**
 * Contract years run from anniversary to anniversary of the signature; a contract lasts five years,
 * renewable (domain.md, section 5). Signed on 29 February, a contract has its anniversaries on
 * 28 February in common years.
 */
import { addDays, addMonths, addMonthsToSpan, type IsoDay, isoDay, span, type Span } from "../kernel/date";

/** Five years, in months. */
export const TERM_MONTHS = 60;

export interface ContractYear {
  /** 1 for the first. */
  readonly index: number;
  readonly start: IsoDay;
  /** Last day, included: the eve of the anniversary. */
  readonly end: IsoDay;
}

/** A contract year whose signature day is known between two bounds only. */
export interface ContractYearSpan {
  readonly index: number;
  readonly start: Span;
  readonly end: Span;
}

/** The n-th contract year, 1 for the first. Throws a RangeError on an index below 1 or not whole. */
export function contractYear(signedOn: IsoDay, index: number): ContractYear {
  if (!Number.isSafeInteger(index) || index < 1) throw new RangeError(`${index} is no contract year`);
  return {
    index,
    start: addMonths(signedOn, 12 * (index - 1)),
    end: addDays(addMonths(signedOn, 12 * index), -1),
  };
}

/** All the years of a term (a multiple of 12 months; a RangeError otherwise). */
export function contractYears(signedOn: IsoDay, termMonths: number = TERM_MONTHS): ContractYear[] {
  return Array.from({ length: termYears(termMonths) }, (_, i) => contractYear(signedOn, i + 1));
}

/** The years of a term counted from an uncertain signature: each bound is itself uncertain. */
export function contractYearSpans(signature: Span, termMonths: number = TERM_MONTHS): ContractYearSpan[] {
  return Array.from({ length: termYears(termMonths) }, (_, i) => {
    const next = addMonthsToSpan(signature, 12 * (i + 1));
    return {
      index: i + 1,
      start: addMonthsToSpan(signature, 12 * i),
      end: span(addDays(next.earliest, -1), addDays(next.latest, -1)),
    };
  });
}

/**
 * The contract year a day falls in, null before the signature. Past the term the count goes on (year 6…):
 * whether anything is due then depends on a renewal, see {@link isPastTerm}.
 */
export function contractYearAt(signedOn: IsoDay, day: IsoDay): ContractYear | null {
  if (isoDay(day) < isoDay(signedOn)) return null;
  let index = Math.max(1, Number(day.slice(0, 4)) - Number(signedOn.slice(0, 4)));
  while (contractYear(signedOn, index).end < day) index += 1;
  return contractYear(signedOn, index);
}

/** The first day no longer under the contract, as uncertain as its signature. */
export function termOf(signature: Span, termMonths: number = TERM_MONTHS): Span {
  return addMonthsToSpan(signature, 12 * termYears(termMonths));
}

/** True for a year that begins at the term or after it. */
export function isPastTerm(index: number, termMonths: number = TERM_MONTHS): boolean {
  return index > termYears(termMonths);
}

/** The anniversary that closes a year: the day its balance falls due. */
export function anniversaryAfter(year: ContractYear): IsoDay {
  return addDays(year.end, 1);
}

function termYears(termMonths: number): number {
  if (!Number.isSafeInteger(termMonths) || termMonths < 12 || termMonths % 12 !== 0) {
    throw new RangeError(`a term is a whole number of years, got ${termMonths} months`);
  }
  return termMonths / 12;
}
