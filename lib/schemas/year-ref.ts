import type { YearRef } from "../record/money";

/** `contractNo-year`, as addresses and forms write a contract year. */
const YEAR = /^([1-9]\d?)-([1-9]\d?)$/;

export function yearRefOf(text: string): YearRef | null {
  const [, contractNo, year] = YEAR.exec(text) ?? [];
  return contractNo && year ? { contractNo: Number(contractNo), year: Number(year) } : null;
}

export const yearRefText = ({ contractNo, year }: YearRef): string => `${contractNo}-${year}`;
