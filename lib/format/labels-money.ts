/** The official French words for the codes of payments and spending. */
import type { PaymentPayer, SpendingNature } from "../record/money";

export const PAYER: Readonly<Record<PaymentPayer, string>> = {
  cpam: "CPAM",
  ars_fir: "ARS (FIR)",
  msa: "MSA",
  other: "Autre payeur",
};

export const SPENDING_NATURE: Readonly<Record<SpendingNature, string>> = {
  coordination_salaries: "Salaires de coordination",
  professional_indemnities: "Indemnités des professionnels",
  rent_running: "Loyers et charges courantes",
  information_systems: "Systèmes d’information",
  actions_purchases: "Actions et achats",
  services: "Prestations",
  other: "Autres dépenses",
};
