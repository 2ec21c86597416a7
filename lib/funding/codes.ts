/**
 * The codes of the public API and their official French terms (domain.md, sections 1 and 3).
 * Codes are stored and exported: they never change; labels may.
 */

/** The six missions of the agreement, in its order. */
export const MISSIONS = [
  "acces_soins",
  "parcours",
  "prevention",
  "crise_sanitaire",
  "qualite",
  "accompagnement",
] as const;
export type Mission = (typeof MISSIONS)[number];

/** Every line of an envelope, in the order in which it is shown. */
export const LINES = ["fonctionnement", ...MISSIONS, "non_ventile"] as const;
export type LineCode = (typeof LINES)[number];

/** Fixed share (means), variable share (results), or unknown where no source says which. */
export const PARTS = ["fixed", "variable", "unknown"] as const;
export type Part = (typeof PARTS)[number];

/** Compulsory (`socle`) or optional (`complementaire`); it depends on the schedule. */
export type Nature = "socle" | "complementaire";

export interface LineName {
  /** For tables: « Accès aux soins ». */
  readonly short: string;
  /** The official heading: « Amélioration de l’accès aux soins ». */
  readonly long: string;
  /** In the middle of a sentence, without article: « accès aux soins ». */
  readonly inline: string;
}

export const LINE_NAMES: Readonly<Record<LineCode, LineName>> = {
  fonctionnement: {
    short: "Fonctionnement",
    long: "Fonctionnement de la communauté professionnelle",
    inline: "fonctionnement",
  },
  acces_soins: {
    short: "Accès aux soins",
    long: "Amélioration de l’accès aux soins",
    inline: "accès aux soins",
  },
  parcours: {
    short: "Parcours pluriprofessionnels",
    long: "Organisation de parcours pluriprofessionnels autour du patient",
    inline: "parcours pluriprofessionnels",
  },
  prevention: {
    short: "Prévention",
    long: "Développement des actions territoriales de prévention",
    inline: "prévention",
  },
  crise_sanitaire: {
    short: "Crises sanitaires graves",
    long: "Réponse aux crises sanitaires graves",
    inline: "crises sanitaires graves",
  },
  qualite: {
    short: "Qualité et pertinence",
    long: "Actions en faveur de la qualité et de la pertinence des soins",
    inline: "qualité et pertinence",
  },
  accompagnement: {
    short: "Accompagnement des professionnels",
    long: "Actions en faveur de l’accompagnement des professionnels de santé sur le territoire",
    inline: "accompagnement des professionnels",
  },
  non_ventile: {
    short: "Non ventilé",
    long: "Maximum publié, moins les lignes connues",
    inline: "non ventilé",
  },
};

export const PART_NAMES: Readonly<Record<Part, string>> = {
  fixed: "fixe",
  variable: "variable",
  unknown: "part non connue",
};

export const NATURE_NAMES: Readonly<Record<Nature, string>> = {
  socle: "socle",
  complementaire: "complémentaire",
};

export function isMission(code: string): code is Mission {
  return placeOf(code) >= 0;
}

const PLACES: ReadonlyMap<string, number> = new Map(MISSIONS.map((mission, place) => [mission, place]));

/** The place of a mission in the agreement's order, 0 to 5; -1 for what is no mission. */
export function placeOf(code: string): number {
  return PLACES.get(code) ?? -1;
}
