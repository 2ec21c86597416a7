/**
 * Contract years run from anniversary to anniversary of the signature; a contract lasts five years,
 * renewable (domain.md, section 5). An amendment may move its term: where that leaves no whole number of
 * years, the last one ends at the term, before its anniversary. Signed on 29 February, a contract has its
 * anniversaries on 28 February in common years.
 */
import { addDays, addMonths, addMonthsToSpan, type IsoDay, isoDay, span, type Span } from "../kernel/date";
import { daysIncluding } from "./arithmetic";

/** Five years, in months. */
export const TERM_MONTHS = 60;

export interface ContractYear {
  /** 1 for the first. */
  readonly index: number;
  readonly start: IsoDay;
  /** Last day, included: the eve of the anniversary, or that of the term when it comes first. */
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

/** All the years of a term (whole months, at least one; a RangeError otherwise), the last perhaps shorter. */
export function contractYears(signedOn: IsoDay, termMonths: number = TERM_MONTHS): ContractYear[] {
  return contractYearSpans(span(signedOn), termMonths).map(({ index, start, end }) => ({
    index,
    start: start.earliest,
    end: end.earliest,
  }));
}

/**
 * The years of a term counted from an uncertain signature: each bound is itself uncertain.
 *
 * @param upTo whole years follow past the term, up to this one, where a renewal may not be on record yet
 */
export function contractYearSpans(
  signature: Span,
  termMonths: number = TERM_MONTHS,
  upTo = 0,
): ContractYearSpan[] {
  const inTerm = yearsOfTerm(termMonths);
  return Array.from({ length: Math.max(inTerm, upTo) }, (_, i) => {
    const next = addMonthsToSpan(signature, i + 1 === inTerm ? termMonths : 12 * (i + 1));
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
  yearsOfTerm(termMonths);
  return addMonthsToSpan(signature, termMonths);
}

/** True for a year that begins at the term or after it. */
export function isPastTerm(index: number, termMonths: number = TERM_MONTHS): boolean {
  return index > yearsOfTerm(termMonths);
}

/** The anniversary or the term that closes a year: the day its balance falls due. */
export function anniversaryAfter(year: ContractYear): IsoDay {
  return addDays(year.end, 1);
}

/** The years that begin before the term, the last perhaps cut by it. Throws a RangeError on what is no term. */
export function yearsOfTerm(termMonths: number): number {
  if (!Number.isSafeInteger(termMonths) || termMonths < 1) {
    throw new RangeError(`a term is a whole number of months, at least one, got ${termMonths}`);
  }
  return Math.ceil(termMonths / 12);
}

/** True for a year that the term cuts: any other has 365 or 366 days, and this one a month less at least. */
export function isCutByTerm({ start, end }: Pick<ContractYear, "start" | "end">): boolean {
  return daysIncluding(start, end) < 365;
}

/** The days of the year had it run to its anniversary, 365 or 366: what a proration is counted on. */
export function wholeYearDays({ start, end }: Pick<ContractYear, "start" | "end">): number {
  const days = daysIncluding(start, end);
  return days < 365 ? daysIncluding(start, addMonths(start, 12)) - 1 : days;
}
