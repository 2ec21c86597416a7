import { citationsOf } from "./statements";

/** Sentences of the press release of 7 December 2023. */
export const c = citationsOf("seed-001", {
  departements: ["La CPTS Sud Ard’Drôm est bi-départementale, Ardèche et Drôme ; son contrat est ardéchois."],
  signature: [
    "Le contrat tripartite est signé le 1er décembre 2023 et rendu public le jeudi 7 décembre 2023 à Privas.",
  ],
  duree: ["Le contrat est signé pour cinq ans, avec l’Assurance maladie et l’ARS."],
  couverture: [
    "51,2 % de la population ardéchoise est couverte par une CPTS ayant signé l’ACI ; 68,4 % le sera après les signatures en cours.",
    "CPTS à cheval sur l’Ardèche et la Drôme comprises. Le nombre de CPTS n’est pas donné.",
  ],
  territoire: ["La CPTS couvre 17 communes du sud des deux départements et plus de 45 500 habitants."],
  adherents: [
    "Plus de 45 professionnels adhèrent, sur les 290 libéraux du territoire : généralistes, infirmiers, sages-femmes, kinésithérapeutes, pharmaciens, orthophonistes et autres.",
    "Les adhérents ne sont pas dénombrés par profession.",
  ],
  structures: [
    "Tous les établissements et toutes les structures d’exercice coordonné du territoire en font partie.",
    "Aucun nombre n’est donné.",
  ],
  missionAcces: ["Première mission : médecin traitant et soins non programmés."],
  missionParcours: [
    "Deuxième mission : parcours, avec protocoles, filières après l’hospitalisation et coordinateur.",
  ],
  missionPrevention: ["Troisième mission : prévention."],
  missionCrise: [
    "Quatrième mission : réponse aux crises sanitaires graves.",
    "Le communiqué n’en dit que l’intitulé.",
  ],
  missionQualite: [
    "Cinquième mission : associer usagers et professionnels par des formations communes.",
    "Rangée sous « qualité et pertinence des soins » : notre lecture, le communiqué ne nomme pas la mission ainsi.",
  ],
  missionAccompagnement: [
    "Sixième mission : accompagnement des professionnels et des internes qui arrivent.",
  ],
  usages: [
    "Les sommes financeront une plaquette pour les habitants, l’attention aux plus éloignés du soin, un planning partagé, des plages de soins non programmés et des parcours pour les maladies chroniques.",
    "Le communiqué ne range pas ces usages par mission : notre lecture.",
  ],
  accueil: [
    "Les financements aideront l’accueil, le logement des étudiants, le nombre de maîtres de stage et la qualité des soins.",
    "Le communiqué ne range pas ces usages par mission : notre lecture.",
  ],
  medecinTraitant: [
    "La CPTS veut réduire le nombre de patients sans médecin traitant, d’abord en affection de longue durée ou fragiles.",
  ],
  actionsPrevention: [
    "La prévention portera sur cancers et vaccination, vieillissement, conduites addictives et troubles alimentaires de l’enfant.",
  ],
  aideArs: [
    "L’ARS verse 15 000 € pour le démarrage et le fonctionnement de la CPTS.",
    "« Verse », au présent : lu comme un versement, dont la date n’est pas donnée.",
  ],
  plafond: [
    "L’aide annuelle va jusqu’à 382 500 € pour un bassin de 40 000 à 80 000 habitants comme celui de la CPTS.",
    "Le communiqué donne la tranche d’habitants sans écrire « taille 2 ».",
  ],
  minimum: ["Au moins 180 000 € par an sont assurés pour les quatre premières missions."],
});

export const CITATIONS_001 = Object.values(c);
