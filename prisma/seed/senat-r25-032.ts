import { monthSpan, yearSpan, type Span } from "../../lib/kernel/date";
import { euros } from "../../lib/kernel/money";
import type { PublishedFigure } from "../../lib/record/cpts";
import type { Citation } from "../../lib/record/sources";
import { citationsOf } from "./statements";

const may2025 = monthSpan(2025, 5);

const c = citationsOf("senat-r25-032", {
  stades: [
    "En mai 2025, 700 CPTS ont signé l’ACI, 24 projets sont validés sans signature et 85 lettres d’intention déposées.",
  ],
  couverture: ["En mai 2025, les CPTS couvrent 82 % de la population."],
  zonesBlanches: [
    "5,4 millions d’habitants vivent en zone blanche, dont 78,93 % des habitants de Corse et 26,58 % de ceux de Normandie.",
    "5,4 millions est un arrondi.",
  ],
  versements2022: ["105,8 M€ sont versés à 348 CPTS en 2022.", "Le montant est un arrondi."],
  versements2023: ["121 M€ sont versés à 508 CPTS en 2023.", "Le montant est un arrondi."],
});

export const SENAT_CITATIONS = Object.values(c);

/**
 * The only national figures there are, by their own report. Rates are in ten-thousandths, money in cents.
 * Figures that the report rounds (millions) are « about »; its rates keep the digits it prints.
 */
export const NATIONAL_FIGURES: readonly PublishedFigure[] = [
  figure("FR", "signed_cpts", 700, "cpts", may2025, c.stades),
  figure("FR", "validated_projects", 24, "cpts", may2025, c.stades),
  figure("FR", "letters_of_intent", 85, "cpts", may2025, c.stades),
  figure("FR", "covered_population_rate", 8200, "ten_thousandths", may2025, c.couverture),
  figure("FR", "uncovered_population", 5_400_000, "inhabitants", may2025, c.zonesBlanches, "about"),
  figure("R94", "uncovered_population_rate", 7893, "ten_thousandths", may2025, c.zonesBlanches),
  figure("R28", "uncovered_population_rate", 2658, "ten_thousandths", may2025, c.zonesBlanches),
  figure("FR", "aci_payments", euros(105_800_000), "cents", yearSpan(2022), c.versements2022, "about"),
  figure("FR", "paid_cpts", 348, "cpts", yearSpan(2022), c.versements2022),
  figure("FR", "aci_payments", euros(121_000_000), "cents", yearSpan(2023), c.versements2023, "about"),
  figure("FR", "paid_cpts", 508, "cpts", yearSpan(2023), c.versements2023),
];

function figure(
  territory: string,
  measure: string,
  value: number,
  unit: string,
  asOf: Span,
  citation: Citation,
  qualifier: PublishedFigure["qualifier"] = "exact",
): PublishedFigure {
  return { territory, measure, value, unit, qualifier, asOf, citation: citation.id };
}
