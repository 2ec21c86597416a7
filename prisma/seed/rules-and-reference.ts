import { citationsOf } from "./statements";

// What no figure of the seed points to, but the pages cite beside them: the agreement's rules that its
// readings rest on, and the reference data that the communes come from.
export const RULE_CITATIONS = [
  citationsOf("aci-2019", {
    duree: ["Le contrat d’une CPTS est conclu pour cinq ans, renouvelable."],
    missions: ["L’accord de 2019 rend trois missions obligatoires et en laisse deux complémentaires."],
  }),
  citationsOf("aci-avenant-2", {
    missions: [
      "Depuis le 1er avril 2022, quatre missions sont obligatoires, la réponse aux crises comprise, et deux complémentaires.",
    ],
  }),
  citationsOf("paps-hauts-de-france", {
    delais: [
      "Après la signature, accès aux soins et crises démarrent sous 6 mois et se déploient sous 18 ; parcours et prévention, sous 12 et 24 ; les complémentaires sont libres.",
    ],
  }),
  citationsOf("insee-pmun-2023", {
    population: ["Population municipale de chaque commune, avec laquelle la couverture est comptée."],
  }),
  citationsOf("cog-2026", {
    epci: ["Communes de chaque EPCI, dont viennent les périmètres estimés."],
  }),
].flatMap((citations) => Object.values(citations));
