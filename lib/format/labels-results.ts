/** The words of the results of contract years. */
import type { YearRef } from "../record/money";

/** Where the results of a year stand. */
export const YEAR_STATE = {
  to_come: "À venir",
  under_way: "En cours",
  to_propose: "À proposer",
  proposed: "Proposée",
  settled: "Arrêtée",
} as const;

/** « 1-3 »: the third year of the first contract, in an address. */
export const yearSlug = ({ contractNo, year }: YearRef): string => `${contractNo}-${year}`;

export function yearOfSlug(slug: string): YearRef | null {
  const [, contractNo, year] = /^([1-9]\d?)-([1-9]\d?)$/.exec(slug) ?? [];
  return contractNo && year ? { contractNo: Number(contractNo), year: Number(year) } : null;
}

export const CRISIS: Readonly<Record<"" | "yes" | "no", string>> = {
  "": "Non communiqué",
  yes: "Oui, une crise a été reconnue",
  no: "Non, aucune",
};

/** The three answers as the form holds them. */
export const crisisValue = (recognised: boolean | null): "" | "yes" | "no" =>
  recognised === null ? "" : recognised ? "yes" : "no";
