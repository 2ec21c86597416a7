import { citationsOf } from "./statements";

/** Sentences of the press release of 19 February 2020. */
export const c = citationsOf("seed-004", {
  puyDeDome: ["C’est le premier contrat qui finance une CPTS dans le Puy-de-Dôme."],
  signature: [
    "La CPTS est créée le mercredi 19 février 2020 par un contrat entre l’Assurance maladie, l’ARS et ses porteurs.",
    "Durée non écrite ici : cinq ans est la règle de l’accord.",
  ],
  habitants: ["Le territoire compte 18 750 habitants dans 38 communes."],
  professionnels: [
    "La CPTS compte 120 professionnels de santé libéraux.",
    "« Compte » ne dit pas s’ils adhèrent tous : lu comme les professionnels du territoire, les adhérents restant non communiqués.",
  ],
  metiers: [
    "23 généralistes, 43 infirmiers, 10 pharmaciens, 15 chirurgiens-dentistes, 4 sages-femmes, 18 masseurs-kinésithérapeutes, 4 podologues, 2 orthophonistes, 1 orthoptiste.",
  ],
  structures: [
    "Ils travaillent avec 2 maisons de santé, 6 EHPAD de 312 lits, 4 services d’aide à domicile, le SSIAD, les maisons de services au public, les CLIC, les MAIA et les hôpitaux proches.",
    "Un singulier est compté un ; un pluriel sans nombre reste sans nombre. Le communiqué nomme la maison de santé de Pontgibaud.",
  ],
  telemedecine: ["Télémédecine et télé-expertise se font avec le CHU de Clermont-Ferrand."],
  medecinTraitant: ["Premier objectif : l’accès au médecin traitant, par l’attractivité du territoire."],
  soinsNonProgrammes: [
    "Deuxième objectif : les soins non programmés, par des plannings partagés et la téléconsultation à domicile.",
    "Rangé avec le précédent sous l’accès aux soins : une seule mission de l’accord.",
  ],
  parcours: ["Troisième objectif : les parcours, d’abord le retour d’hospitalisation."],
  prevention: ["Quatrième objectif : la prévention, sur trois axes appelés à évoluer."],
  qualite: ["Cinquième objectif : qualité et pertinence, analyse de pratiques et place des usagers."],
  accompagnement: [
    "Sixième objectif : accompagner internes et nouveaux installés avec le SMADC et le contrat local de santé.",
    "Le communiqué écrit aussi « SMADT » pour le même syndicat mixte.",
  ],
  aideArs: ["L’ARS a versé 15 000 € pour écrire le projet de santé."],
  plafond: [
    "L’Assurance Maladie finance missions et moyens, pour un montant pouvant atteindre 220 000 €.",
    "« Par an » n’est pas écrit : lu ainsi parce que c’est le maximum annuel publié de la taille 1.",
  ],
});

export const CITATIONS_004 = Object.values(c);
