import { span } from "../../lib/kernel/date";
import { euros } from "../../lib/kernel/money";
import { estimatedPerimeter } from "./perimeters";
import type { SeedCpts } from "./record-seed";
import { c } from "./seed-002-sud-allier.citations";
import { aciContract, engagedIn, headcounts, money, structures } from "./statements";

const signedOn = span("2020-06-17");

export const SUD_ALLIER: SeedCpts = {
  slug: "sud-allier",
  name: "Sud Allier",
  summary:
    "Premier contrat de l’Allier : 135 professionnels libéraux, jusqu’à 185 000 € par an pendant cinq ans.",
  departments: [{ code: "03", rank: 1, citation: c.allier.id }],
  figures: [
    {
      measure: "professionals",
      value: 135,
      qualifier: "exact",
      asOf: signedOn,
      citation: c.professionnels.id,
    },
  ],
  events: [
    {
      kind: "signature",
      when: signedOn,
      note: "Premier contrat d’une CPTS dans l’Allier.",
      citation: c.signature.id,
    },
  ],
  estimatedPerimeter: estimatedPerimeter("sudAllier"),
  professionals: headcounts("territory", signedOn, c.metiers.id, {
    medecin_generaliste: 27,
    infirmier: 60,
    masseur_kinesitherapeute: 29,
    chirurgien_dentiste: 16,
    orthophoniste: 3,
  }),
  partners: [
    ...structures(signedOn, c.equipes.id, [{ kind: "esp", count: 6 }]),
    ...structures(signedOn, c.structures.id, [
      { kind: "cmp", count: 2 },
      { kind: "msp", count: 4 },
      { kind: "ambulance", count: 10 },
      { kind: "vsl", count: 17 },
    ]),
  ],
  missions: [
    engagedIn("acces_soins", c.missionAcces, [
      [
        "Repérer les patients sans médecin traitant et les orienter vers les généralistes de leur secteur",
        c.missionAcces,
      ],
      ["Informer les patients sur la prise en charge des soins non programmés", c.missionAcces],
      ["Fixer des protocoles avec tous les médecins traitants de la CPTS", c.axeMedecinTraitant],
      ["Répondre de façon organisée aux demandes de soins non programmés", c.axeMedecinTraitant],
      ["Se doter d’une trame opérationnelle de réponse aux habitants", c.axeMedecinTraitant],
      ["Recruter une coordinatrice de santé", c.axeMedecinTraitant],
    ]),
    engagedIn("parcours", c.missionParcours, [
      ["Faciliter et suivre le parcours des personnes fragiles", c.axeFragiles],
      [
        "Éviter prescriptions et hospitalisations inutiles, organiser le retour au lieu de vie",
        c.axeFragiles,
      ],
      ["Organiser des consultations avancées de spécialistes au plus près des patients", c.axeFragiles],
      [
        "Faciliter la coopération entre premier recours, hôpital et médico-social, sans rupture de prise en charge",
        c.axeFragiles,
      ],
      ["Préparer les sorties d’hôpital par des concertations entre professions", c.axeFragiles],
      [
        "Maintenir le parcours ville-hôpital pendant la crise du COVID-19 et répondre en urgence",
        c.axeFragiles,
      ],
    ]),
    engagedIn("prevention", c.missionPrevention, [
      ["Poursuivre les actions de prévention engagées", c.axePrevention],
      [
        "Prévenir l’isolement et les troubles psychiques liés au confinement, suivre les personnes fragiles",
        c.axePrevention,
      ],
      ["Poursuivre l’éducation aux gestes barrières", c.axePrevention],
      ["Améliorer la couverture vaccinale, notamment contre la grippe", c.axePrevention],
    ]),
    engagedIn("qualite", c.missionQualite, [
      [
        "Réunir un groupe de travail « qualité des soins » entre référents et professionnels",
        c.missionQualite,
      ],
      ["Élaborer une procédure de qualité des soins pour le territoire", c.missionQualite],
    ]),
    engagedIn("accompagnement", c.missionAccompagnement, [
      ["Accueillir des stagiaires pour favoriser leur installation", c.axeMedecinTraitant],
    ]),
  ],
  contracts: [
    aciContract(signedOn, c.duree.id, [
      ["cpts", "CPTS Sud Allier"],
      ["cpam", "CPAM de l’Allier"],
      ["ars", "ARS Auvergne-Rhône-Alpes"],
    ]),
  ],
  funding: [
    money({
      payer: "cpam",
      purpose: "full_year",
      status: "ceiling",
      period: "yearly",
      amountCents: euros(185_000),
      asOf: signedOn,
      note: "Pendant les cinq années du contrat, selon les missions déployées et les objectifs atteints.",
      citation: c.plafond.id,
    }),
    money({
      payer: "ars",
      purpose: "project_writing",
      status: "paid",
      period: "once",
      amountCents: euros(15_000),
      asOf: signedOn,
      citation: c.aideArs.id,
    }),
  ],
};
