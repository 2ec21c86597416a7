import { citationsOf } from "./statements";

/** Sentences of the press release of 17 June 2020. */
export const c = citationsOf("seed-002", {
  allier: ["C’est le premier contrat qui finance une CPTS dans l’Allier."],
  signature: [
    "Le contrat qui crée la CPTS Sud Allier est signé le mercredi 17 juin 2020 par l’ARS, l’Assurance maladie de l’Allier et la CPTS.",
  ],
  duree: ["Le contrat court sur cinq années."],
  professionnels: [
    "La CPTS compte 135 professionnels de santé libéraux.",
    "« Compte » ne dit pas s’ils adhèrent tous : lu comme les professionnels du territoire, les adhérents restant non communiqués.",
  ],
  metiers: [
    "27 généralistes, 60 infirmiers, 29 masseurs-kinésithérapeutes, 16 chirurgiens-dentistes, 3 orthophonistes.",
  ],
  equipes: ["Certains exercent dans 6 équipes de soins primaires."],
  structures: [
    "Le territoire compte aussi 2 centres médico-psychologiques, 4 maisons de santé, 10 ambulances et 17 véhicules sanitaires légers.",
  ],
  missionAcces: [
    "Première mission obligatoire : médecin traitant et soins non programmés, avec repérage des patients et information.",
    "Le communiqué décrit ici les missions de toute CPTS.",
  ],
  missionParcours: [
    "Deuxième mission obligatoire : parcours pluriprofessionnels autour du patient.",
    "Le communiqué décrit ici les missions de toute CPTS.",
  ],
  missionPrevention: [
    "Troisième mission obligatoire : actions territoriales de prévention.",
    "Le communiqué décrit ici les missions de toute CPTS.",
  ],
  missionQualite: [
    "Première mission complémentaire : qualité et pertinence, avec un groupe de travail et une procédure de territoire.",
    "Le communiqué décrit ici les missions de toute CPTS : que Sud Allier s’y engage n’est pas dit, et le plafond publié de 185 000 € est, en taille 1, celui d’un contrat sans mission complémentaire.",
  ],
  missionAccompagnement: [
    "Seconde mission complémentaire : accompagnement des professionnels du territoire.",
    "Le communiqué décrit ici les missions de toute CPTS ; le projet de Sud Allier prévoit l’accueil de stagiaires, mais le plafond publié de 185 000 € est, en taille 1, celui d’un contrat sans mission complémentaire.",
  ],
  axeFragiles: [
    "Premier axe du projet : patients fragiles et âgés, relations entre la ville et l’hôpital.",
    "Axe rangé sous les parcours : notre lecture.",
  ],
  axeMedecinTraitant: [
    "Deuxième axe du projet : accès au médecin traitant et attractivité du territoire.",
    "Actions réparties entre l’accès aux soins et l’accompagnement : notre lecture.",
  ],
  axePrevention: ["Troisième axe du projet : programmes de prévention."],
  plafond: ["L’Assurance Maladie pourra apporter jusqu’à 185 000 € par an, selon missions et objectifs."],
  aideArs: ["L’ARS a versé 15 000 € pour écrire le projet de santé."],
});

export const CITATIONS_002 = Object.values(c);
