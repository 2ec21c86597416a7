import type { Mission } from "../../funding";

/** Names of the fields, in the form and in the address; B's begin with `b.`. */
export const FIELD = {
  population: "population",
  communes: "communes",
  pasted: "coller",
  schedule: "bareme",
  signedOn: "signature",
  missions: "missions",
  crisis: "crise",
  year: "annee",
  /** What the buttons of the indicators ask: « parcours » (an indicator), « parcours.2 » (its second one). */
  add: "ajouter",
  remove: "retirer",
  start: (mission: Mission) => `debut.${mission}`,
  rate: (mission: Mission, year?: number) => `atteint.${mission}${year === undefined ? "" : `.${year}`}`,
  engaged: (mission: Mission) => `mission.${mission}`,
  /** How results are given: a rate, or indicators. */
  basis: (mission: Mission) => `resultats.${mission}`,
  /** Indicators are numbered from 1. Their steps and values are lists: repeated fields, or one joined by « _ ». */
  label: (mission: Mission, index: number) => `ind.${mission}.${index}`,
  unit: (mission: Mission, index: number) => `unite.${mission}.${index}`,
  direction: (mission: Mission, index: number) => `sens.${mission}.${index}`,
  steps: (mission: Mission, index: number) => `paliers.${mission}.${index}`,
  values: (mission: Mission, index: number) => `valeur.${mission}.${index}`,
  b: (name: string) => `b.${name}`,
} as const;

/** What joins the items of a list in the address: no number holds it, and no mail program cuts there. */
export const JOINED = "_";

/** No crisis at all, where nothing would mean « as in A ». */
export const NO_CRISIS = "aucune";

/** The first words of the simulator's own fields. */
export const OWN_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(FIELD).filter((name) => typeof name === "string"),
  ...["debut", "atteint", "mission", "resultats", "ind", "unite", "sens", "paliers", "valeur"],
]);

/** Whether a field is of an indicator, in A or in B. */
export const isOfIndicator = (name: string): boolean => /^(b\.)?(ind|unite|sens|paliers|valeur)\./.test(name);
