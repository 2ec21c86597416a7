import type { ContractTerms } from "../../db/repositories/contract-terms";
import { contractYearAt, contractYearSpans } from "../../funding";
import type { IsoDay, Span } from "../../kernel/date";
import type { YearRef } from "../../record/money";

/** A contract year to choose, its bounds as uncertain as the signature. */
export interface YearOffered extends YearRef {
  readonly start: Span;
  /** Last day, included. */
  readonly end: Span;
}

export interface YearsOffered {
  /** In order. */
  readonly years: readonly YearOffered[];
  /** Whether the CPTS signed several contracts, so that a year must say of which it is. */
  readonly hasSeveral: boolean;
}

/**
 * The contract years that money may be recorded for: those of each term, until it ended or the next contract was
 * signed, and those past the last term up to the day asked (a renewal may not be on record yet).
 */
export function yearsOffered(contracts: readonly ContractTerms[], today: IsoDay): YearsOffered {
  const years = contracts.flatMap(({ signed, termMonths, endedOn }, i): YearOffered[] => {
    const next = contracts[i + 1]?.signed.latest ?? null;
    const until = next === null ? (contractYearAt(signed.earliest, today)?.index ?? 1) : 1;
    return contractYearSpans(signed, termMonths, until)
      .filter(({ start }) => endedOn === null || start.earliest < endedOn)
      .filter(({ start }) => next === null || start.earliest < next)
      .map(({ index, start, end }) => ({ contractNo: i + 1, year: index, start, end }));
  });
  return { years, hasSeveral: contracts.length > 1 };
}

export const isSameYear = (a: YearRef, b: YearRef): boolean =>
  a.contractNo === b.contractNo && a.year === b.year;
