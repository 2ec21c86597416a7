/** The words of the money of a CPTS: who pays, on which line, what is spent on what. */
import type { MoneyLine, PaymentPayer, SpendingNature, YearRef } from "../record/money";
import { NBSP } from "./fr";
import { MISSION } from "./labels";

export const PAYMENT_PAYER: Readonly<Record<PaymentPayer, string>> = {
  cpam: "CPAM",
  ars_fir: "ARS (FIR)",
  msa: "MSA",
  other: "Autre payeur",
};

/** The lines of an envelope as tables name them. */
export const LINE_LABEL: Readonly<Record<MoneyLine, string>> = {
  fonctionnement: "Fonctionnement",
  acces_soins: MISSION.acces_soins.short,
  parcours: MISSION.parcours.short,
  prevention: MISSION.prevention.short,
  crise_sanitaire: MISSION.crise_sanitaire.short,
  qualite: MISSION.qualite.short,
  accompagnement: MISSION.accompagnement.short,
  non_ventile: "Non ventilé",
};

/** A payment may be outside the agreement: start-up aid, writing of the projet de santé. */
export const paymentLine = (line: MoneyLine | null): string =>
  line === null ? "Hors accord" : LINE_LABEL[line];

export const SPENDING_NATURE: Readonly<Record<SpendingNature, string>> = {
  coordination_salaries: "Salaires de coordination",
  professional_indemnities: "Indemnités des professionnels",
  rent_running: "Loyers et charges courantes",
  information_systems: "Systèmes d’information",
  actions_purchases: "Actions et achats",
  services: "Prestations",
  other: "Autres dépenses",
};

/** « année 2 », « contrat 2, année 1 » where the CPTS signed several. */
export function contractYearWords({ contractNo, year }: YearRef, hasSeveral: boolean): string {
  return hasSeveral ? `contrat${NBSP}${contractNo}, année${NBSP}${year}` : `année${NBSP}${year}`;
}
