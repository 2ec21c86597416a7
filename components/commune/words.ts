import { integer, list, whenInSentence } from "@/lib/format/fr";
import type { Stage } from "@/lib/record/lifecycle";
import type { CommuneHolder } from "@/lib/queries/commune-page";
import type { CommuneShare, PerimeterBasis } from "@/lib/record/cpts";

/** What a stage means for those who live there. */
const COVERED: Readonly<Record<Stage, string>> = {
  signed: "Couverte",
  validated: "Bientôt couverte, projet de santé validé",
  intent: "Bientôt couverte, lettre d’intention déposée",
  none: "Non couverte",
};

/** « Couverte par Clermont Plus, par estimation, depuis une signature entre décembre 2024 et janvier 2025 ». */
export function coveredWords(stage: Stage): string {
  return COVERED[stage];
}

export function namesOf(holders: readonly CommuneHolder[]): string {
  return list(holders.map(({ name }) => name));
}

/** « entre décembre 2024 et janvier 2025 »; null where no day is known. */
export function sinceWords({ since }: CommuneHolder): string | null {
  return since && whenInSentence(since);
}

export function shareWords(share: CommuneShare): string {
  if (share === "whole") return "commune entière";
  if (share === "unknown") return "une partie de la commune, part non communiquée";
  return `une partie de la commune, ${integer(share.numerator)} / ${integer(share.denominator)} des habitants`;
}

export const BASIS: Readonly<Record<PerimeterBasis, string>> = {
  declared: "Périmètre déclaré",
  estimated: "Périmètre estimé",
};
