/** What the fields of each section are called, and their values in words: errors, conflicts and differences read alike. */
import { LINE_NAMES, PART_NAMES, SCHEDULES, type LineCode, type Part } from "../funding";
import { isIsoDay } from "../kernel/date";
import type { Mission, PartnerKind, PartyKind, Profession } from "../record/cpts";
import type { LifecycleKind } from "../record/lifecycle";
import type { Section } from "../record/sections";
import { day } from "./fr";
import { DIRECTION, INDICATOR_KIND } from "./indicators";
import { LIFECYCLE, MISSION, PARTNER, PARTY, PROFESSION } from "./labels";

type Path = readonly (string | number)[];

interface Field {
  readonly label: string;
  readonly words?: Readonly<Record<string, string>>;
  /** One of a list: « Contact 2 ». */
  readonly item?: string;
  readonly fields?: Fields;
}
type Fields = Readonly<Record<string, Field>>;

const text = (label: string): Field => ({ label });
const coded = (label: string, words: Readonly<Record<string, string>>): Field => ({ label, words });

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function mapped<K extends string, V>(
  from: Readonly<Record<K, V>>,
  word: (value: V) => string,
): Readonly<Record<K, string>> {
  const entries = Object.entries<V>(from).map(([key, value]) => [key, capitalised(word(value))]);
  return Object.fromEntries(entries) as Record<K, string>;
}

export const MISSION_WORDS = mapped<Mission, { long: string }>(MISSION, ({ long }) => long);
export const PROFESSION_WORDS = mapped<Profession, readonly [string, string]>(PROFESSION, ([, many]) => many);
export const PARTNER_WORDS = mapped<PartnerKind, readonly [string, string]>(PARTNER, ([one]) => one);
export const STEP_WORDS: Readonly<Record<LifecycleKind, string>> = LIFECYCLE;
export const PARTY_WORDS: Readonly<Record<PartyKind, string>> = PARTY;
export const LINE_WORDS: Readonly<Record<LineCode, string>> = mapped<LineCode, { long: string }>(
  LINE_NAMES,
  ({ long }) => long,
);
export const PART_WORDS: Readonly<Record<Part, string>> = {
  fixed: `volet ${PART_NAMES.fixed}`,
  variable: `volet ${PART_NAMES.variable}`,
  unknown: PART_NAMES.unknown,
};
export const SCHEDULE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  SCHEDULES.map(({ id, label }) => [id, label]),
);
export const SCOPE_WORDS = { members: "adhérents", territory: "en exercice sur le territoire" } as const;

const FIELDS: Readonly<Record<Section, Fields>> = {
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

/** « Contact 2, courriel », « Nom de la CPTS »: the field at a path of the section's form. */
export function fieldLabel(section: Section, path: Path): string {
  const parts: string[] = [];
  let fields: Fields | undefined = FIELDS[section];
  let field: Field | undefined;
  for (const step of path) {
    if (typeof step === "number") {
      parts.splice(-1, 1, `${field?.item ?? "Ligne"} ${step + 1}`);
      fields = field?.fields;
    } else {
      field = fields?.[step];
      parts.push(field?.label ?? step);
    }
  }
  return parts.map((part, at) => (at === 0 ? part : lowered(part))).join(", ");
}

/** The words of the field's own label, without the row it stands in. */
export function ownLabel(section: Section, path: Path): string {
  return fieldAt(section, path)?.label ?? String(path.at(-1) ?? "");
}

const EMPTY = "non renseigné";

/** A value of the form in words, never JSON: codes by their names, days as written, rows one after the other. */
export function fieldWords(section: Section, path: Path, value: unknown): string {
  return wordsOf(fieldAt(section, path), value);
}

function wordsOf(field: Field | undefined, value: unknown): string {
  if (value === null || value === undefined || value === "") return EMPTY;
  if (typeof value === "string") return field?.words?.[value] ?? (isIsoDay(value) ? day(value) : value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return "aucune ligne";
    return value
      .map((row) => (isFields(row) ? rowWords(field?.fields, row) : wordsOf(undefined, row)))
      .join("\n");
  }
  if (!isFields(value)) return EMPTY;
  if ("numerator" in value) return `${String(value.numerator)}/${String(value.denominator)}`;
  return rowWords(field?.fields, value);
}

/** « Présidente · Dr Exemple · 04 73 00 00 00 »: what is filled of a row. */
function rowWords(fields: Fields | undefined, row: Readonly<Record<string, unknown>>): string {
  const names = fields ? Object.keys(fields) : Object.keys(row);
  const said = names.flatMap((name) => {
    const value = row[name];
    const none =
      value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    return none ? [] : [wordsOf(fields?.[name], value).replaceAll("\n", "\u00a0; ")];
  });
  return said.length === 0 ? "ligne vide" : said.join(" · ");
}

function fieldAt(section: Section, path: Path): Field | undefined {
  let fields: Fields | undefined = FIELDS[section];
  let field: Field | undefined;
  for (const step of path) {
    if (typeof step === "number") fields = field?.fields;
    else field = fields?.[step];
  }
  return field;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Acronyms keep their capitals. */
function lowered(label: string): string {
  return /^[A-ZÉ]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
