import { YEARLY_CEILINGS, type YearlyCeiling } from "../funding";

/** What one professional may receive from the CPTS in a calendar year, at most. */
export interface ProfessionalCeiling {
  readonly rule: string;
  readonly source: string;
  readonly years: readonly YearlyCeiling[];
}

export const PROFESSIONAL_CEILING: ProfessionalCeiling = {
  rule: "Ce qu’un professionnel reçoit de la CPTS dans une année civile ne peut dépasser le plafond annuel de la sécurité sociale.",
  source: "Décret n° 2022-375",
  years: YEARLY_CEILINGS,
};
