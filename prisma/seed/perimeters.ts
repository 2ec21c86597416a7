import type { EstimatedPerimeter } from "./record-seed";
import { citationsOf } from "./statements";

/**
 * Estimated perimeters. The documents list no communes: where the CPTS bears the name of an EPCI, its
 * communes stand in for the territory, marked as an estimate (domain.md, section 7, names each one).
 * The others have no known perimeter, hence no entry here. Commune counts are those of the COG 2026.
 */
export const PERIMETER_CITATIONS = citationsOf("maillage-perimetres", {
  porteDeDromeArdeche: [
    "Périmètre estimé : les 34 communes de la CC Porte de Dromardèche.",
    "La CPTS en annonce 35 : l’estimation n’est pas sa liste.",
  ],
  sudArdDrom: [
    "Périmètre estimé : les 14 communes de la CC Drôme Sud Provence et les 9 de la CC du Rhône aux Gorges de l’Ardèche.",
    "La CPTS en annonce 17, l’estimation en compte 23 : elle déborde le territoire.",
  ],
  sudAllier: [
    "Périmètre estimé : les 60 communes de la CC Saint-Pourçain Sioule Limagne.",
    "Le communiqué situe des professionnels à Chantelle et à Gannat, qui en font partie ; il ne liste pas de communes.",
  ],
  hauteCombrailleEtVolcans: [
    "Périmètre estimé : les 36 communes de la CC Chavanon Combrailles et Volcans.",
    "La CPTS en annonce 38 : l’estimation n’est pas sa liste.",
  ],
  thiersDoreEtMontagne: [
    "Périmètre estimé : les 30 communes de la CC Thiers Dore et Montagne.",
    "Le document ne dit pas combien de communes la CPTS couvre.",
  ],
  nordCombrailles: [
    "Périmètre estimé : les 34 communes de la CC du Pays de Saint-Eloy.",
    "Le document ne dit pas combien de communes la CPTS couvre.",
  ],
  livradoisForez: [
    "Périmètre estimé : les 58 communes de la CC Ambert Livradois Forez.",
    "Le document ne dit pas combien de communes la CPTS couvre.",
  ],
  clermontPlus: [
    "Périmètre estimé : les 21 communes de Clermont Auvergne Métropole.",
    "Le document ne dit pas combien de communes la CPTS couvre.",
  ],
  sud63: [
    "Périmètre estimé : les 87 communes de la CA Agglo Pays d’Issoire.",
    "Le document ne dit pas combien de communes la CPTS couvre.",
  ],
  royansVercors: [
    "Périmètre estimé : les 18 communes de la CC du Royans-Vercors.",
    "Le nombre publié est le même ; la liste, elle, n’est pas publiée.",
  ],
});

const EPCI: Readonly<Record<keyof typeof PERIMETER_CITATIONS, readonly string[]>> = {
  porteDeDromeArdeche: ["200040491"],
  sudArdDrom: ["200042901", "240700864"],
  sudAllier: ["200071389"],
  hauteCombrailleEtVolcans: ["200071215"],
  thiersDoreEtMontagne: ["200070712"],
  nordCombrailles: ["200072080"],
  livradoisForez: ["200070761"],
  clermontPlus: ["246300701"],
  sud63: ["200070407"],
  royansVercors: ["200067767"],
};

export function estimatedPerimeter(name: keyof typeof PERIMETER_CITATIONS): EstimatedPerimeter {
  return { epci: EPCI[name], citation: PERIMETER_CITATIONS[name].id };
}
