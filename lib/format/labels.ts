/** The official French words for the record's codes. */
import type { Absence, Mark } from "../kernel/certainty";
import type {
  FundingPurpose,
  FundingStatus,
  Mission,
  PartnerKind,
  PartyKind,
  Payer,
  Profession,
  StatedMeasure,
} from "../record/cpts";
import type { LifecycleKind, Stage } from "../record/lifecycle";
import type { SourceKind } from "../record/sources";

export const STAGE: Readonly<Record<Stage, string>> = {
  signed: "ACI signé",
  validated: "Projet de santé validé",
  intent: "Lettre d’intention",
  none: "Aucune étape en vigueur",
};

export const BLANK: Readonly<Record<"zone_blanche" | "hors_perimetre_connu", string>> = {
  zone_blanche: "zone blanche",
  hors_perimetre_connu: "hors périmètre connu",
};

export const PERIMETER: Readonly<Record<"declared" | "estimated" | "unknown", string>> = {
  declared: "Déclaré",
  estimated: "Estimé",
  unknown: "Inconnu",
};

/** What a size tier rests on, after its number. */
export const SIZE_BASIS = {
  stated: "écrite par la source",
  stated_population: "d’après la population publiée",
  declared_perimeter: "d’après le périmètre déclaré",
  estimated_perimeter: "estimée d’après le périmètre, à confirmer",
} as const;

export const LIFECYCLE: Readonly<Record<LifecycleKind, string>> = {
  letter_of_intent: "Lettre d’intention",
  project_validated: "Projet de santé validé",
  signature: "Signature de l’ACI",
  amendment: "Avenant au contrat",
  renewal: "Renouvellement du contrat",
  termination: "Résiliation",
};

/** [singular, plural]. */
export const PROFESSION: Readonly<Record<Profession, readonly [string, string]>> = {
  medecin_generaliste: ["médecin généraliste", "médecins généralistes"],
  medecin_specialiste: ["médecin spécialiste", "médecins spécialistes"],
  infirmier: ["infirmier", "infirmiers"],
  pharmacien: ["pharmacien", "pharmaciens"],
  chirurgien_dentiste: ["chirurgien-dentiste", "chirurgiens-dentistes"],
  sage_femme: ["sage-femme", "sages-femmes"],
  masseur_kinesitherapeute: ["masseur-kinésithérapeute", "masseurs-kinésithérapeutes"],
  pedicure_podologue: ["pédicure-podologue", "pédicures-podologues"],
  orthophoniste: ["orthophoniste", "orthophonistes"],
  orthoptiste: ["orthoptiste", "orthoptistes"],
  biologiste: ["biologiste", "biologistes"],
  ergotherapeute: ["ergothérapeute", "ergothérapeutes"],
  psychomotricien: ["psychomotricien", "psychomotriciens"],
  dieteticien: ["diététicien", "diététiciens"],
  psychologue: ["psychologue", "psychologues"],
  autre: ["autre professionnel", "autres professionnels"],
};

/** [singular, plural]. */
export const PARTNER: Readonly<Record<PartnerKind, readonly [string, string]>> = {
  msp: ["maison de santé pluriprofessionnelle", "maisons de santé pluriprofessionnelles"],
  esp: ["équipe de soins primaires", "équipes de soins primaires"],
  centre_sante: ["centre de santé", "centres de santé"],
  cmp: ["centre médico-psychologique", "centres médico-psychologiques"],
  ehpad: ["EHPAD", "EHPAD"],
  sad: ["service d’aide à domicile", "services d’aide à domicile"],
  ssiad: ["service de soins infirmiers à domicile", "services de soins infirmiers à domicile"],
  ambulance: ["ambulance", "ambulances"],
  vsl: ["véhicule sanitaire léger", "véhicules sanitaires légers"],
  clic: ["centre local d’information et de coordination", "centres locaux d’information et de coordination"],
  maia: ["MAIA", "MAIA"],
  maison_services_public: ["maison de services au public", "maisons de services au public"],
  etablissement_sante: ["établissement de santé", "établissements de santé"],
  collectivite: ["collectivité", "collectivités"],
  autre: ["autre structure", "autres structures"],
};

export const MISSION: Readonly<Record<Mission, { readonly short: string; readonly long: string }>> = {
  acces_soins: { short: "Accès aux soins", long: "Accès aux soins (médecin traitant, soins non programmés)" },
  parcours: { short: "Parcours pluriprofessionnels", long: "Organisation de parcours pluriprofessionnels" },
  prevention: { short: "Prévention", long: "Actions territoriales de prévention" },
  crise_sanitaire: { short: "Crises sanitaires graves", long: "Réponse aux crises sanitaires graves" },
  qualite: { short: "Qualité et pertinence", long: "Qualité et pertinence des soins" },
  accompagnement: { short: "Accompagnement", long: "Accompagnement des professionnels de santé" },
};

export const PAYER: Readonly<Record<Payer, string>> = {
  ars: "ARS",
  cpam: "Assurance Maladie (CPAM)",
  msa: "MSA",
};

export const PARTY: Readonly<Record<PartyKind, string>> = {
  cpts: "CPTS",
  cpam: "Assurance Maladie",
  ars: "ARS",
  msa: "MSA",
};

export const PURPOSE: Readonly<Record<FundingPurpose, string>> = {
  start_up: "démarrage",
  project_writing: "écriture du projet de santé",
  first_year_missions: "démarrage des missions, première année",
  full_year: "année pleine d’activité",
  core_missions: "missions socle",
  running_costs: "fonctionnement",
  methodological_support: "appui méthodologique",
};

export const STATUS: Readonly<Record<FundingStatus, string>> = {
  promised: "annoncé",
  paid: "versé",
  ceiling: "plafond",
  floor: "plancher",
};

export const MEASURE: Readonly<Record<StatedMeasure, string>> = {
  population: "Habitants",
  communes: "Communes",
  size_tier: "Taille",
  members: "Professionnels adhérents",
  professionals: "Professionnels du territoire",
  members_on_territory: "Adhérents exerçant sur le territoire",
};

export const ABSENCE: Readonly<Record<Absence, string>> = {
  non_communique: "non communiqué",
  sans_objet: "sans objet",
  a_confirmer: "à confirmer",
};

export const MARK: Readonly<Record<Mark, { readonly name: string; readonly meaning: string }>> = {
  V: { name: "Vérifié", meaning: "lu dans une source publique nommée" },
  D: { name: "Déduit", meaning: "imposé par le calcul à partir de chiffres vérifiés" },
  H: { name: "Hypothèse", meaning: "valeur de travail, à confirmer" },
};

export const SOURCE_KIND: Readonly<Record<SourceKind, string>> = {
  press_release: "communiqué de presse",
  law: "texte officiel",
  report: "rapport",
  website: "page publique",
  reference_data: "données de référence",
  declaration: "déclaration",
  convention: "convention de Maillage",
};
