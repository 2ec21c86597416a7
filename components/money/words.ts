import { day, when } from "@/lib/format/fr";
import { contractYearWords } from "@/lib/format/labels-money";
import type { YearOffered, YearsOffered } from "@/lib/queries/money/years-offered";
import type { YearRef } from "@/lib/record/money";

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** « Année 2, du 14/10/2025 au 13/10/2026 »; its bounds as uncertain as the signature. */
export function yearLabel(year: YearOffered, hasSeveral: boolean): string {
  return `${capitalised(contractYearWords(year, hasSeveral))}, ${yearDays(year)}`;
}

export function yearDays({ start, end }: Pick<YearOffered, "start" | "end">): string {
  if (start.earliest === start.latest) return `du ${day(start.earliest)} au ${day(end.earliest)}`;
  return `ouverte ${when(start)}, bornes inconnues au jour près`;
}

/** A contract year on record, although no contract may have it any more. */
export const yearName = (ref: YearRef, { hasSeveral }: Pick<YearsOffered, "hasSeveral">): string =>
  capitalised(contractYearWords(ref, hasSeveral || ref.contractNo > 1));
