import type { Stage } from "../record/lifecycle";
import { searchName } from "../territory/search-name";

/** Cells that say something other than a day or an amount, as people write them. */

/** Where a file says that a CPTS stands. */
export type StageSaid = Exclude<Stage, "none"> | "terminated";

const STAGES: readonly (readonly [StageSaid, RegExp])[] = [
  [
    "terminated",
    /\b(resilie|resiliee|resiliation|dissou(s|te)|dissolution|abandon(ne|nee)?|terminee?|echue?)\b/,
  ],
  // A project not yet signed or not yet validated is no signature, nor a validation.
  ["intent", /\b(non|pas|pas encore|en cours de|en attente de|avant) (valid|redaction|ecriture)/],
  ["validated", /\b(non|pas|pas encore|en cours de|en attente de|avant) (sign|contractualis)/],
  [
    "signed",
    /\b(aci signee?|signee?|signataires?|signature|signed|contractualisee?|conventionnee?|en fonctionnement|aci)\b/,
  ],
  ["validated", /\b(validee?|validation|validated|valides?)\b/],
  [
    "intent",
    /\b(initiative|lettre d intention|lettre intention|loi|intent|letter of intent|redaction|en cours d ecriture|ecriture|en projet|projet|emergence|emergente?|pre projet|en construction|en reflexion)\b/,
  ],
];

/**
 * The stage a cell names; null where it names none. The DGOS's « initiative » and « rédaction » come before a
 * validated project: both are counted as letters of intent.
 */
export function readStage(text: string): StageSaid | null {
  const name = searchName(text);
  return STAGES.find(([, words]) => words.test(name))?.[0] ?? null;
}

/** A whole number of zero or more: « 47 000 », « 47.000 », « env. 47000 hab. » is none. Null where it is none. */
export function readCount(text: string): number | null {
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f'’]/g, "")
    .replace(/[.,]0{1,2}$/, "");
  if (/^\d{1,9}$/.test(bare)) return Number(bare);
  return /^\d{1,3}([.,]\d{3})+$/.test(bare) ? Number(bare.replace(/[.,]/g, "")) : null;
}

const YES = new Set(["oui", "o", "vrai", "true", "yes", "y", "1", "x"]);
const NO = new Set(["non", "n", "faux", "false", "no", "0"]);

export function readBoolean(text: string): boolean | null {
  const name = searchName(text);
  return YES.has(name) ? true : NO.has(name) ? false : null;
}

/** « Taille 2 », « T2 », « 2 », « 40 à 80 000 »; null where it names none. */
export function readSizeTier(text: string): 1 | 2 | 3 | 4 | null {
  const name = searchName(text);
  const tier = Number(/^(?:taille |t|categorie |cat )?([1-4])$/.exec(name)?.[1] ?? 0);
  if (tier >= 1) return tier as 1 | 2 | 3 | 4;
  const bounds = (text.match(/\d{1,3}(?:[\s\u00a0\u202f.]?\d{3})*/g) ?? []).map((bound) =>
    Number(bound.replace(/\D/g, "")),
  );
  const key = bounds.map((bound) => (bound >= 1000 ? bound / 1000 : bound)).join("-");
  const isOver = />|\b(plus|superieur)/.test(`${text} ${name}`);
  const found = { "40": isOver ? null : 1, "40-80": 2, "80-175": 3, "175": isOver ? 4 : null }[key] ?? null;
  return found as 1 | 2 | 3 | 4 | null;
}

/** Whether professionals are counted as members of the CPTS or at work on its territory. */
export function readScope(text: string): "members" | "territory" | null {
  const name = searchName(text);
  if (/\b(membres?|adherents?|adherentes?|members?)\b/.test(name)) return "members";
  return /\b(territoire|exercants?|installes?|total|territory)\b/.test(name) ? "territory" : null;
}

/** What files write where nobody knows: « NC », « non communiqué », « - ». */
export const saysNothing = (text: string): boolean =>
  /^(nc|n c|nr|nd|ns|na|n a|non communique|non renseigne|inconnu|a confirmer|sans objet|)$/.test(
    searchName(text),
  );
