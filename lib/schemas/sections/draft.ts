import { z } from "zod";

/**
 * A draft is a form as it stands, right or wrong: only its size and shape are bounded, so that nothing typed
 * is lost for being unfinished, and nothing but a form can be stored.
 */
const MOST_CHARACTERS = 20_000;
const MOST_ITEMS = 3_000;
const MOST_FIELDS = 40;
const MOST_DEPTH = 6;
/** Characters of the whole draft, as JSON. */
export const MOST_DRAFT_CHARACTERS = 400_000;

/** PostgreSQL keeps no NUL, and half a surrogate pair is no text. */
const UNREADABLE = /\u0000|\p{Surrogate}/u;

export type DraftValue = string | number | boolean | null | DraftValue[] | { [key: string]: DraftValue };
export type DraftContent = { [key: string]: DraftValue };

export const draftContent = z
  .custom<DraftContent>((value) => isRecord(value), {
    error: "doit être le contenu d’un formulaire",
    abort: true,
  })
  .superRefine((value, context) => {
    const fault = faultIn(value, 0);
    if (fault) context.addIssue(fault);
    else if (JSON.stringify(value).length > MOST_DRAFT_CHARACTERS)
      context.addIssue("est trop long pour être gardé\u00a0: réduisez les textes ou les listes");
  });

function faultIn(value: unknown, depth: number): string | null {
  if (depth > MOST_DEPTH) return "est trop profond pour un formulaire";
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "number") return Number.isFinite(value) ? null : "contient un nombre sans valeur";
  if (typeof value === "string") {
    if (value.length > MOST_CHARACTERS)
      return `contient un texte de plus de ${MOST_CHARACTERS.toLocaleString("fr-FR")} caractères`;
    return UNREADABLE.test(value) ? "contient des caractères illisibles" : null;
  }
  if (Array.isArray(value)) {
    if (value.length > MOST_ITEMS)
      return `contient une liste de plus de ${MOST_ITEMS.toLocaleString("fr-FR")} éléments`;
    return firstFault(value, depth);
  }
  if (!isRecord(value)) return "contient autre chose que du texte, des nombres et des listes";
  const keys = Object.keys(value);
  if (keys.length > MOST_FIELDS || keys.some((key) => !/^\w{1,40}$/.test(key) || key === "__proto__"))
    return "a des champs inconnus";
  return firstFault(Object.values(value), depth);
}

function firstFault(values: readonly unknown[], depth: number): string | null {
  for (const value of values) {
    const fault = faultIn(value, depth + 1);
    if (fault) return fault;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}
