/** The French words of the analyst's groupings and measures. */
import { LINE_NAMES, LINES } from "../funding";
import type { Dimension, MeasureColumn } from "../schemas/analysis-address";

/** As a heading, and within a sentence (« par région »). */
export const DIMENSION: Readonly<Record<Dimension, { readonly label: string; readonly within: string }>> = {
  region: { label: "Région", within: "région" },
  departement: { label: "Département", within: "département" },
  cpts: { label: "CPTS", within: "CPTS" },
  taille: { label: "Taille", within: "taille" },
  accord: { label: "Accord", within: "accord" },
  annee: { label: "Année de contrat", within: "année de contrat" },
  exercice: { label: "Exercice", within: "exercice" },
  mission: { label: "Mission", within: "mission" },
  ligne: { label: "Ligne", within: "ligne" },
};

/** What each measure is, in a sentence: on the page, in files, in the method. */
export const MEASURE: Readonly<
  Record<Exclude<MeasureColumn, "nom">, { readonly label: string; readonly meaning: string }>
> = {
  cpts: { label: "CPTS", meaning: "CPTS distinctes du groupe" },
  population: {
    label: "Population",
    meaning:
      "Habitants des CPTS du groupe : ceux de leur périmètre connu, sinon les derniers qu’une source donne",
  },
  couverture: {
    label: "Couverture",
    meaning:
      "Part de la population du territoire dans le périmètre connu d’une CPTS signée, ce jour ; sans objet où le groupe n’est pas un territoire",
  },
  contracte: {
    label: "Contracté",
    meaning: "Ce que les contrats donneraient pour des années entières, tout atteint",
  },
  du: { label: "Dû", meaning: "Ce que l’accord rend dû : volets fixes, et volets variables arrêtés" },
  a_confirmer: {
    label: "À confirmer",
    meaning: "La part du dû qui repose sur des montants encore hypothétiques du barème",
  },
  verse: { label: "Versé", meaning: "Versements enregistrés, rattachés à l’année qu’ils règlent" },
  depense: { label: "Dépensé", meaning: "Dépenses que les CPTS ont communiquées" },
  consommation: {
    label: "Consommation",
    meaning: "Dépensé sur versé, où les deux sont connus en entier",
  },
  atteinte: {
    label: "Atteinte",
    meaning: "Volets variables gagnés sur ceux qui pouvaient l’être, années arrêtées",
  },
};

/** What no summary adds up, since it passes from year to year: told beside the measures that it comes from. */
export const CARRIED = {
  label: "Reporté",
  meaning:
    "Ce qui est versé et non dépensé, report de l’année d’avant compris, ligne par ligne ; inconnu après une année sans dépenses communiquées",
} as const;

/** The lines of the agreement, by code. */
export const LINE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  LINES.map((line) => [line, LINE_NAMES[line].short]),
);
