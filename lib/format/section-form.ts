/** What the fields of each section's form are called, and the words of their codes. */
import type { Section } from "../record/sections";
import { DIRECTION, INDICATOR_KIND } from "./indicators";
import {
  LINE_WORDS,
  MISSION_WORDS,
  PARTNER_WORDS,
  PART_WORDS,
  PARTY_WORDS,
  PROFESSION_WORDS,
  SCHEDULE_WORDS,
  SCOPE_WORDS,
  STEP_WORDS,
} from "./section-words";

export interface Field {
  readonly label: string;
  readonly words?: Readonly<Record<string, string>>;
  /** One of a list: « Contact 2 ». */
  readonly item?: string;
  readonly fields?: Fields;
}
export type Fields = Readonly<Record<string, Field>>;

const text = (label: string): Field => ({ label });
const coded = (label: string, words: Readonly<Record<string, string>>): Field => ({ label, words });

export const FIELDS: Readonly<Record<Section, Fields>> = {
  identity: {
    name: text("Nom de la CPTS"),
    legalForm: text("Forme juridique"),
    siret: text("SIRET"),
    address: text("Adresse"),
    email: text("Courriel de la CPTS"),
    phone: text("Téléphone de la CPTS"),
    website: text("Site internet"),
    contacts: {
      label: "Contacts",
      item: "Contact",
      fields: {
        function: text("Fonction"),
        name: text("Nom et prénom"),
        email: text("Courriel"),
        phone: text("Téléphone"),
      },
    },
  },
  territory: {
    from: text("Jour d’effet"),
    communes: {
      label: "Communes",
      item: "Commune",
      fields: {
        code: text("Code INSEE"),
        share: coded("Part de la commune", { whole: "entière", unknown: "inconnue" }),
        note: text("Motif"),
      },
    },
  },
  professionals: {
    asOf: text("Date du décompte"),
    counts: {
      label: "Décompte",
      item: "Ligne",
      fields: {
        profession: coded("Profession", PROFESSION_WORDS),
        scope: coded("Périmètre", SCOPE_WORDS),
        count: text("Nombre"),
      },
    },
  },
  partners: {
    asOf: text("Date du décompte"),
    structures: {
      label: "Structures partenaires",
      item: "Structure",
      fields: {
        kind: coded("Type de structure", PARTNER_WORDS),
        name: text("Nom"),
        count: text("Nombre"),
        beds: text("Lits ou places"),
      },
    },
  },
  project: {
    summary: text("Résumé du projet de santé"),
    axes: {
      label: "Axes",
      item: "Axe",
      fields: {
        title: text("Titre"),
        description: text("Description"),
        mission: coded("Mission de l’ACI servie", MISSION_WORDS),
      },
    },
  },
  missions: {
    missions: {
      label: "Missions",
      item: "Mission",
      fields: {
        mission: coded("Mission", MISSION_WORDS),
        startedOn: text("Jour de démarrage"),
        endedOn: text("Jour de fin"),
        objectives: { label: "Objectifs", item: "Objectif" },
      },
    },
  },
  contract: {
    steps: {
      label: "Étapes",
      item: "Étape",
      fields: {
        kind: coded("Étape", STEP_WORDS),
        earliest: text("Jour, ou premier jour possible"),
        latest: text("Dernier jour possible"),
        note: text("Précision"),
      },
    },
    contracts: {
      label: "Contrats",
      item: "Contrat",
      fields: {
        signedEarliest: text("Jour de signature, ou premier jour possible"),
        signedLatest: text("Dernier jour possible de signature"),
        termMonths: text("Durée en mois"),
        endedOn: text("Fin anticipée"),
        scheduleId: coded("Barème", SCHEDULE_WORDS),
        parties: {
          label: "Signataires",
          item: "Signataire",
          fields: { kind: coded("Qualité", PARTY_WORDS), name: text("Nom du signataire") },
        },
        amounts: {
          label: "Montants de l’annexe",
          item: "Montant",
          fields: {
            line: coded("Ligne", LINE_WORDS),
            part: coded("Volet", PART_WORDS),
            year: text("Année du contrat"),
            euros: text("Montant annuel en euros"),
          },
        },
      },
    },
  },
  indicators: {
    /** What no one field can be blamed for. */
    sums: text("Les indicateurs"),
    indicators: {
      label: "Indicateurs",
      item: "Indicateur",
      fields: {
        contract: text("Contrat"),
        mission: coded("Mission", MISSION_WORDS),
        label: text("Intitulé"),
        kind: coded("Nature", INDICATOR_KIND),
        unit: text("Unité"),
        baseline: text("Valeur de départ"),
        direction: coded("Sens", DIRECTION),
        fromYear: text("Première année du contrat"),
        toYear: text("Dernière année du contrat"),
        steps: {
          label: "Paliers",
          item: "Palier",
          fields: { threshold: text("Seuil"), euros: text("Montant en euros") },
        },
      },
    },
  },
};
