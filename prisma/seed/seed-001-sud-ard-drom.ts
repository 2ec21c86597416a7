import { span } from "../../lib/kernel/date";
import { euros } from "../../lib/kernel/money";
import type { PublishedCoverage } from "../../lib/record/cpts";
import { estimatedPerimeter } from "./perimeters";
import type { SeedCpts } from "./record-seed";
import { c } from "./seed-001-sud-ard-drom.citations";
import { aciContract, engagedIn, money, structures } from "./statements";

const signedOn = span("2023-12-01");
/** The figures are those of the day of the press release (« à date »), not of the signature. */
const asOf = span("2023-12-07");

export const SUD_ARD_DROM: SeedCpts = {
  slug: "sud-ard-drom",
  name: "Sud Ard’Drôm",
  summary:
    "À cheval sur l’Ardèche et la Drôme : 17 communes, plus de 45 500 habitants, plus de 45 adhérents sur 290 libéraux, jusqu’à 382 500 € par an.",
  departments: [
    { code: "07", rank: 1, citation: c.departements.id },
    { code: "26", rank: 2, citation: c.departements.id },
  ],
  figures: [
    { measure: "population", value: 45_500, qualifier: "more_than", asOf, citation: c.territoire.id },
    { measure: "communes", value: 17, qualifier: "exact", asOf, citation: c.territoire.id },
    { measure: "members", value: 45, qualifier: "more_than", asOf, citation: c.adherents.id },
    { measure: "professionals", value: 290, qualifier: "exact", asOf, citation: c.adherents.id },
  ],
  events: [
    {
      kind: "signature",
      when: signedOn,
      note: "Rendue publique le 07/12/2023. Projet de santé validé par l’ARS à une date non communiquée.",
      citation: c.signature.id,
    },
  ],
  estimatedPerimeter: estimatedPerimeter("sudArdDrom"),
  // Professions are named without a number: they stand in the citation of the members.
  professionals: [],
  partners: structures(asOf, c.structures.id, [
    { kind: "etablissement_sante", name: "ensemble des établissements du territoire" },
    { kind: "autre", name: "ensemble des structures d’exercice coordonné du territoire" },
  ]),
  missions: [
    engagedIn("acces_soins", c.missionAcces, [
      ["Informer les habitants par une plaquette", c.usages],
      ["Aller vers les personnes les plus éloignées du soin", c.usages],
      ["Partager un planning entre professionnels de santé", c.usages],
      ["Organiser des plages de soins non programmés", c.usages],
      [
        "Réduire le nombre de patients sans médecin traitant, d’abord en affection de longue durée ou fragiles",
        c.medecinTraitant,
      ],
    ]),
    engagedIn("parcours", c.missionParcours, [
      ["Définir des protocoles de prise en charge", c.missionParcours],
      ["Identifier les filières après une hospitalisation", c.missionParcours],
      ["Mettre en place un coordinateur de parcours", c.missionParcours],
      ["Construire des parcours pour les maladies chroniques", c.usages],
    ]),
    engagedIn("prevention", c.missionPrevention, [
      ["Dépistage des cancers et vaccination", c.actionsPrevention],
      ["Risques liés au vieillissement", c.actionsPrevention],
      ["Conduites addictives", c.actionsPrevention],
      ["Troubles alimentaires de l’enfant", c.actionsPrevention],
    ]),
    engagedIn("crise_sanitaire", c.missionCrise),
    engagedIn("qualite", c.missionQualite, [
      [
        "Associer usagers et professionnels par des formations communes à plusieurs métiers",
        c.missionQualite,
      ],
      ["Améliorer la qualité et la pertinence des soins, avec les patients", c.accueil],
    ]),
    engagedIn("accompagnement", c.missionAccompagnement, [
      ["Accompagner les professionnels et les internes qui arrivent", c.missionAccompagnement],
      ["Accueillir les professionnels et faciliter le logement des étudiants en santé", c.accueil],
      ["Faire évoluer le nombre de maîtres de stage", c.accueil],
    ]),
  ],
  contracts: [
    aciContract(signedOn, c.duree.id, [
      ["cpts", "CPTS Sud Ard’Drôm"],
      ["cpam", "CPAM de l’Ardèche"],
      ["ars", "ARS Auvergne-Rhône-Alpes"],
    ]),
  ],
  funding: [
    money({
      payer: "ars",
      purpose: "start_up",
      status: "paid",
      period: "once",
      amountCents: euros(15_000),
      asOf,
      note: "Démarrage et fonctionnement, en une seule somme ; « verse » au présent.",
      citation: c.aideArs.id,
    }),
    money({
      payer: "cpam",
      purpose: "full_year",
      status: "ceiling",
      period: "yearly",
      amountCents: euros(382_500),
      asOf,
      note: "Maximum pour un bassin de 40 000 à 80 000 habitants, si les objectifs sont atteints.",
      citation: c.plafond.id,
    }),
    money({
      payer: "cpam",
      purpose: "core_missions",
      status: "floor",
      period: "yearly",
      amountCents: euros(180_000),
      asOf,
      note: "Montant minimal pour les quatre premières missions.",
      citation: c.minimum.id,
    }),
  ],
};

export const ARDECHE_COVERAGE: PublishedCoverage = {
  department: "07",
  asOf,
  signedCpts: null,
  signedRate: 5120,
  signedOrUnderWayRate: 6840,
  base: "de la population du territoire ardéchois",
  note: "CPTS à cheval sur l’Ardèche et la Drôme comprises ; le second taux suppose signés les projets en cours.",
  citation: c.couverture.id,
};
