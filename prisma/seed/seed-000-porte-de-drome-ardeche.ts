import { span } from "../../lib/kernel/date";
import { euros } from "../../lib/kernel/money";
import type { PublishedCoverage } from "../../lib/record/cpts";
import { estimatedPerimeter } from "./perimeters";
import type { SeedCpts } from "./record-seed";
import { aciContract, citationsOf, engagedIn, money, structures } from "./statements";

const signedOn = span("2024-10-14");

const c = citationsOf("seed-000", {
  drome: ["La nouvelle CPTS est créée dans la Drôme."],
  ardeche: [
    "Le territoire porte le nom de Porte de Drôme Ardèche.",
    "Le communiqué ne situe la CPTS que dans la Drôme ; l’Ardèche vient de son nom et de l’EPCI du même nom, qui y compte huit communes.",
  ],
  signature: ["L’ARS et la CPAM de la Drôme créent la CPTS en signant l’ACI le lundi 14 octobre 2024."],
  contrat: [
    "Le contrat tripartite avec l’Assurance Maladie et l’ARS ouvre droit aux financements.",
    "Durée non écrite ici : cinq ans est la règle de l’accord.",
  ],
  couverture: [
    "Avec cette septième CPTS et celles en cours de création, 96 % des Drômois sont ou seront bientôt couverts.",
    "La fin du communiqué rapporte les mêmes 96 % au « département » : lu comme une part de la population.",
  ],
  adherents: ["La CPTS réunit près de 50 professionnels de santé."],
  associes: [
    "La CPTS associe maisons et centres de santé, établissements hospitaliers et médico-sociaux et d’autres acteurs.",
    "Aucun nombre n’est donné.",
  ],
  habitants: ["La CPTS sert près de 47 000 habitants de 35 communes."],
  taille: ["La CPTS est de taille 2, entre 40 000 et 80 000 habitants."],
  accompagnementMsa: [
    "La MSA Ardèche Drôme Loire a accompagné l’élaboration du projet de santé, avec l’ARS et la CPAM.",
  ],
  missionAcces: [
    "Première mission : médecin traitant et soins non programmés, avec recensement des patients et réponse organisée avec l’hôpital et le SAS.",
  ],
  missionParcours: [
    "Deuxième mission : parcours de soins et lien ville-hôpital, d’abord l’insuffisance cardiaque.",
  ],
  missionPrevention: [
    "Troisième mission : prévention, dépistage des cancers et vaccination contre la grippe.",
  ],
  missionCrise: [
    "Quatrième mission : réponse aux crises sanitaires graves.",
    "Le communiqué n’en dit que l’intitulé.",
  ],
  missionQualite: [
    "Cinquième mission : interconnaissance des professionnels et travail sur les pratiques.",
    "Rangée sous « qualité et pertinence des soins » : notre lecture, le communiqué ne nomme pas la mission ainsi.",
  ],
  missionAccompagnement: [
    "Sixième mission : accompagnement des professionnels et des internes qui arrivent, attractivité.",
  ],
  versementCpam: [
    "La CPAM de la Drôme a versé 150 000 € pour démarrer les missions de la première année.",
    "La somme porte sur deux volets, fonctionnement et missions ; leur partage n’est pas donné.",
  ],
  plafond: [
    "La taille 2 peut ouvrir droit à 317 500 € pour une année pleine, si tous les objectifs sont atteints.",
  ],
  aideArs: [
    "L’ARS a versé 50 000 € pour élaborer le projet de santé et recruter une coordinatrice avant le contrat.",
    "Une seule somme pour les deux usages.",
  ],
});

export const CITATIONS_000 = Object.values(c);

export const PORTE_DE_DROME_ARDECHE: SeedCpts = {
  slug: "porte-de-drome-ardeche",
  name: "Porte de Drôme Ardèche",
  summary:
    "Septième CPTS de la Drôme : près de 47 000 habitants de 35 communes, près de 50 professionnels, jusqu’à 317 500 € pour une année pleine.",
  departments: [
    { code: "26", rank: 1, citation: c.drome.id },
    { code: "07", rank: 2, citation: c.ardeche.id },
  ],
  figures: [
    { measure: "population", value: 47_000, qualifier: "about", asOf: signedOn, citation: c.habitants.id },
    { measure: "communes", value: 35, qualifier: "exact", asOf: signedOn, citation: c.habitants.id },
    { measure: "size_tier", value: 2, qualifier: "exact", asOf: signedOn, citation: c.taille.id },
    { measure: "members", value: 50, qualifier: "about", asOf: signedOn, citation: c.adherents.id },
  ],
  events: [
    {
      kind: "signature",
      when: signedOn,
      note: "Septième CPTS créée dans la Drôme. Projet de santé validé par l’ARS à une date non communiquée.",
      citation: c.signature.id,
    },
  ],
  estimatedPerimeter: estimatedPerimeter("porteDeDromeArdeche"),
  professionals: [],
  partners: [
    ...structures(signedOn, c.associes.id, [
      { kind: "msp", name: "maisons de santé" },
      { kind: "centre_sante" },
      { kind: "etablissement_sante", name: "établissements hospitaliers" },
      { kind: "autre", name: "établissements médico-sociaux" },
      { kind: "autre", name: "autres acteurs de la santé et du médico-social" },
    ]),
    ...structures(signedOn, c.missionAcces.id, [
      { kind: "etablissement_sante", name: "Hôpitaux Drôme-Nord" },
      { kind: "autre", name: "Service d’accès aux soins (SAS)" },
    ]),
  ],
  missions: [
    engagedIn("acces_soins", c.missionAcces, [
      ["Recenser les patients sans médecin traitant et les orienter, avec la CPAM et la MSA", c.missionAcces],
      [
        "Structurer la réponse aux soins non programmés hors urgences, avec les Hôpitaux Drôme-Nord et le SAS",
        c.missionAcces,
      ],
    ]),
    engagedIn("parcours", c.missionParcours, [
      [
        "Resserrer le lien entre la ville et l’hôpital, d’abord pour l’insuffisance cardiaque",
        c.missionParcours,
      ],
    ]),
    engagedIn("prevention", c.missionPrevention, [
      ["Dépistage des cancers", c.missionPrevention],
      ["Vaccination contre la grippe", c.missionPrevention],
    ]),
    engagedIn("crise_sanitaire", c.missionCrise),
    engagedIn("qualite", c.missionQualite, [
      ["Mieux se connaître entre professionnels de santé", c.missionQualite],
      ["Travailler sur les pratiques", c.missionQualite],
    ]),
    engagedIn("accompagnement", c.missionAccompagnement, [
      ["Accompagner les professionnels et les internes qui arrivent", c.missionAccompagnement],
      ["Contribuer à l’attractivité du territoire", c.missionAccompagnement],
    ]),
  ],
  contracts: [
    aciContract(signedOn, c.contrat.id, [
      ["cpts", "CPTS Porte de Drôme Ardèche"],
      ["cpam", "CPAM de la Drôme"],
      ["ars", "ARS Auvergne-Rhône-Alpes"],
    ]),
  ],
  funding: [
    money({
      payer: "cpam",
      purpose: "first_year_missions",
      status: "paid",
      period: "once",
      amountCents: euros(150_000),
      asOf: signedOn,
      note: "Fonctionnement et missions ensemble, partage non communiqué.",
      citation: c.versementCpam.id,
    }),
    money({
      payer: "cpam",
      purpose: "full_year",
      status: "ceiling",
      period: "yearly",
      amountCents: euros(317_500),
      asOf: signedOn,
      note: "Pour une année pleine, si tous les objectifs sont atteints.",
      citation: c.plafond.id,
    }),
    money({
      payer: "ars",
      purpose: "project_writing",
      status: "paid",
      period: "once",
      amountCents: euros(50_000),
      asOf: signedOn,
      note: "Projet de santé et recrutement d’une coordinatrice, en une seule somme.",
      citation: c.aideArs.id,
    }),
    money({
      payer: "msa",
      purpose: "methodological_support",
      status: "paid",
      period: "once",
      amountCents: null,
      asOf: signedOn,
      note: "Accompagnement rendu, sans montant publié.",
      citation: c.accompagnementMsa.id,
    }),
  ],
};

export const DROME_COVERAGE: PublishedCoverage = {
  department: "26",
  asOf: signedOn,
  signedCpts: 7,
  signedRate: null,
  signedOrUnderWayRate: 9600,
  base: "des Drômois",
  note: "Le communiqué écrit aussi « du département » pour la même part ; celle des seules CPTS signées n’est pas publiée.",
  citation: c.couverture.id,
};
