import { euros, type Cents } from "../kernel/money";

/** What one professional may receive from the CPTS in a calendar year, at most. */
export interface ProfessionalCeiling {
  readonly rule: string;
  readonly source: string;
  readonly years: readonly { readonly year: number; readonly cents: Cents }[];
}

/** Shown on the method page only: the record does not hold what each professional is paid. */
export const PROFESSIONAL_CEILING: ProfessionalCeiling = {
  rule: "Ce qu’un professionnel reçoit de la CPTS dans une année civile ne peut dépasser le plafond annuel de la sécurité sociale.",
  source: "Décret n° 2022-375",
  years: [
    { year: 2022, cents: euros(41_136) },
    { year: 2023, cents: euros(43_992) },
  ],
};
