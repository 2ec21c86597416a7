import type { YearRef } from "../record/money";
import type { Ignored, Query } from "./address";

/** A contract year in an address: `1-3` is the third year of the first contract. */
export const yearKey = ({ contractNo, year }: YearRef): string => `${contractNo}-${year}`;

const WRITTEN = /^([1-9]\d?)-([1-9]\d?)$/;

/** The contract year written so; null for anything else. */
export function yearOfKey(text: string): YearRef | null {
  const match = WRITTEN.exec(text);
  return match ? { contractNo: Number(match[1]), year: Number(match[2]) } : null;
}

/** `?annee=`: one of the years there are, else null, and what was ignored. */
export function yearInAddress(
  query: Query,
  known: readonly YearRef[],
): { readonly year: YearRef | null; readonly ignored: Ignored | null } {
  const value = typeof query.annee === "string" ? query.annee : query.annee?.[0];
  if (!value) return { year: null, ignored: null };
  const asked = yearOfKey(value);
  const year = known.find((one) => one.contractNo === asked?.contractNo && one.year === asked.year) ?? null;
  const reason = "n’est pas une année de contrat de cette CPTS, par exemple 1-3";
  return { year, ignored: year ? null : { parameter: "annee", value, reason } };
}
