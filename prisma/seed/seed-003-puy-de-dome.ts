import { monthSpan, span, yearSpan, type Span } from "../../lib/kernel/date";
import { euros } from "../../lib/kernel/money";
import type { FundingFact, MissionEngagement, PublishedCoverage } from "../../lib/record/cpts";
import type { Citation } from "../../lib/record/sources";
import { estimatedPerimeter } from "./perimeters";
import type { EstimatedPerimeter, SeedCpts, SeedDepartmentFact } from "./record-seed";
import { aciContract, citationsOf, engagedIn, money } from "./statements";

/** The document bears no date: its figures are of the last month it names. */
const asOf = monthSpan(2025, 1);

const NO_TERM = "Durée non écrite ici : cinq ans est la règle de l’accord.";
const NOT_OF_ONE_CPTS =
  "Cadre commun à toute CPTS signataire, sans action propre à celle-ci. Exemples cités dans le département :";

const c = citationsOf("seed-003", {
  signataires2020: [
    "Cinq CPTS du Puy-de-Dôme, nommées, sont signataires depuis 2020.",
    `L’année seule est donnée. ${NO_TERM}`,
  ],
  signatairesNouvelles: [
    "Sept nouvelles CPTS du Puy-de-Dôme, nommées, ont signé en décembre 2024 et janvier 2025.",
    `Le jour de chacune n’est pas donné. ${NO_TERM}`,
  ],
  couverture: [
    "Douze CPTS conventionnées couvrent 99,8 % du territoire ; une seule commune est en cours de rattachement.",
    "« Du territoire » ne dit pas si c’est une part des habitants, des communes ou de la surface.",
  ],
  missionAcces: [
    "Première mission prioritaire de l’ACI : accès aux soins.",
    `${NOT_OF_ONE_CPTS} médecin traitant des populations fragiles.`,
  ],
  missionParcours: [
    "Deuxième mission prioritaire de l’ACI : parcours pluriprofessionnels.",
    `${NOT_OF_ONE_CPTS} parcours des étudiants, retour à domicile, diabète, échanges entre la ville et l’hôpital.`,
  ],
  missionPrevention: [
    "Troisième mission prioritaire de l’ACI : actions territoriales de prévention.",
    `${NOT_OF_ONE_CPTS} santé mentale et sexuelle, conduites addictives, obésité, dépistage des cancers, vaccination.`,
  ],
  missionCrise: [
    "Quatrième mission prioritaire de l’ACI : réponse aux crises sanitaires graves, par un plan.",
    "Cadre commun à toute CPTS signataire, sans action propre à celle-ci.",
  ],
  missionsComplementaires: [
    "L’ACI ajoute deux missions complémentaires : qualité et pertinence, accompagnement des professionnels.",
    "Le document ne dit pas quelles CPTS s’y engagent : elles ne sont donc inscrites à aucune.",
  ],
  accompagnementMsa: [
    "La MSA a accompagné trois de ces CPTS, rurales ou de montagne, dans leur diagnostic et leurs missions.",
    "Les trois ne sont pas nommées : fait inscrit au département.",
  ],
  aideArs: [
    "Chacune de ces CPTS a obtenu 251 700 € de l’ARS pour démarrer et structurer son projet de santé.",
    "La phrase suit celle sur les trois CPTS accompagnées par la MSA : « chacune de ces CPTS » peut désigner les douze ou ces trois-là.",
  ],
  aideCpam: [
    "La CPAM apporte chaque année de 287 500 à 580 000 € selon la taille, si les objectifs sont atteints.",
    "Une fourchette pour l’ensemble des CPTS : la taille de chacune n’est pas donnée.",
  ],
});

export const CITATIONS_003 = Object.values(c);

/**
 * What the document says of « each of these CPTS ». It goes to each of the twelve, with its ambiguity in
 * the note, and not to the department as well: the page of a CPTS must show what its source may say of
 * it, and the same sum in two places would be counted twice. Sums of it are to be shown as to confirm.
 */
export const EACH_OF_THE_TWELVE: readonly FundingFact[] = [
  money({
    payer: "ars",
    purpose: "start_up",
    // « A obtenu » is a grant: the document does not say that it is paid.
    status: "promised",
    period: "once",
    amountCents: euros(251_700),
    asOf,
    note: "À confirmer : « chacune de ces CPTS » suit la phrase sur les trois CPTS accompagnées par la MSA et peut désigner les douze ou ces trois-là. « A obtenu » : accordé, le versement n’est pas dit.",
    citation: c.aideArs.id,
  }),
  money({
    payer: "cpam",
    purpose: "full_year",
    status: "ceiling",
    period: "yearly",
    amountCents: euros(287_500),
    amountToCents: euros(580_000),
    asOf,
    note: "Fourchette pour les douze CPTS, selon la taille et si les objectifs sont atteints ; la taille de celle-ci n’est pas donnée.",
    citation: c.aideCpam.id,
  }),
];

/** The three CPTS are not named, so no record of one can bear it. */
export const PUY_DE_DOME_FUNDING: readonly SeedDepartmentFact[] = [
  {
    department: "63",
    ...money({
      payer: "msa",
      purpose: "methodological_support",
      status: "paid",
      period: "once",
      amountCents: null,
      asOf,
      note: "Accompagnement rendu à trois CPTS non nommées, sans montant publié.",
      citation: c.accompagnementMsa.id,
    }),
  },
];

export const PUY_DE_DOME_COVERAGE: PublishedCoverage = {
  department: "63",
  asOf,
  signedCpts: 12,
  signedRate: 9980,
  signedOrUnderWayRate: null,
  base: "du territoire",
  note: "Une seule commune, en cours de rattachement, n’est pas couverte. Base non précisée : habitants, communes ou surface.",
  citation: c.couverture.id,
};

/**
 * The four compulsory missions bind whoever signs the ACI as it stands since April 2022, hence the seven.
 * The five contracts of 2020 were signed before it: what they engage in is not stated, so nothing is entered.
 */
const COMPULSORY_MISSIONS: readonly MissionEngagement[] = [
  engagedIn("acces_soins", c.missionAcces),
  engagedIn("parcours", c.missionParcours),
  engagedIn("prevention", c.missionPrevention),
  engagedIn("crise_sanitaire", c.missionCrise),
];

interface Listed {
  readonly slug: string;
  readonly name: string;
  readonly perimeter: EstimatedPerimeter | null;
}

/** Haute-Combraille et Volcans, the fifth of 2020, has its own press release (seed 004). */
const LISTED_2020: readonly Listed[] = [
  { slug: "bords-d-allier", name: "Bords-d’Allier", perimeter: null },
  { slug: "sancy-ouest", name: "Sancy Ouest", perimeter: null },
  { slug: "entre-limagne-et-livradois", name: "Entre-Limagne-et-Livradois", perimeter: null },
  {
    slug: "thiers-dore-et-montagne",
    name: "Thiers Dore-et-Montagne",
    perimeter: estimatedPerimeter("thiersDoreEtMontagne"),
  },
];

const LISTED_NEW: readonly Listed[] = [
  { slug: "nord-combrailles", name: "Nord Combrailles", perimeter: estimatedPerimeter("nordCombrailles") },
  { slug: "val-d-allier-sud", name: "Val d’Allier Sud", perimeter: null },
  { slug: "val-d-artiere", name: "Val d’Artière", perimeter: null },
  { slug: "livradois-forez", name: "Livradois Forez", perimeter: estimatedPerimeter("livradoisForez") },
  { slug: "clermont-plus", name: "Clermont Plus", perimeter: estimatedPerimeter("clermontPlus") },
  { slug: "combrailles-limagne-et-volcans", name: "Combrailles Limagne et Volcans", perimeter: null },
  { slug: "sud-63", name: "Sud 63", perimeter: estimatedPerimeter("sud63") },
];

function listed(
  { slug, name, perimeter }: Listed,
  signed: Span,
  citation: Citation,
  summary: string,
  missions: readonly MissionEngagement[],
): SeedCpts {
  return {
    slug,
    name,
    summary,
    departments: [{ code: "63", rank: 1, citation: citation.id }],
    figures: [],
    events: [{ kind: "signature", when: signed, note: null, citation: citation.id }],
    estimatedPerimeter: perimeter,
    professionals: [],
    partners: [],
    missions,
    contracts: [
      aciContract(signed, citation.id, [
        ["cpts", `CPTS ${name}`],
        ["cpam", "CPAM du Puy-de-Dôme"],
        ["ars", "ARS Auvergne-Rhône-Alpes"],
      ]),
    ],
    funding: EACH_OF_THE_TWELVE,
  };
}

export const PUY_DE_DOME: readonly SeedCpts[] = [
  ...LISTED_2020.map((cpts) =>
    listed(
      cpts,
      yearSpan(2020),
      c.signataires2020,
      "L’une des cinq CPTS du Puy-de-Dôme signataires depuis 2020 ; habitants et communes non communiqués.",
      [],
    ),
  ),
  ...LISTED_NEW.map((cpts) =>
    listed(
      cpts,
      span("2024-12-01", "2025-01-31"),
      c.signatairesNouvelles,
      "L’une des sept CPTS du Puy-de-Dôme signées en décembre 2024 et janvier 2025 ; habitants et communes non communiqués.",
      COMPULSORY_MISSIONS,
    ),
  ),
];
