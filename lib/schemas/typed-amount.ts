import type { Cents } from "../kernel/money";

/**
 * Amounts as people type them, apart from the schemas so that a form may show a total as one types without
 * carrying them.
 */

/** 100 M€: no CPTS nears it. */
export const MOST_CENTS = 10_000_000_000;

const SPACES = /[\s\u00a0\u202f]/g;

/** Without the spaces that group digits. */
export const unspaced = (value: string): string => value.replace(SPACES, "");

/** « 60 000,50 » in cents; null where nothing is typed; undefined where it is no amount from 0 to 100 M€. */
export function typedCents(value: string): Cents | null | undefined {
  const text = unspaced(value).replace(/€$/, "").replace(",", ".");
  if (text === "") return null;
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) return undefined;
  const [whole = "0", rest = ""] = text.split(".");
  const amount = Number(whole) * 100 + Number(rest.padEnd(2, "0"));
  return amount <= MOST_CENTS ? amount : undefined;
}

/** An amount as a form shows it to be corrected: « 60000 », « 60000,50 ». */
export function centsToType(cents: Cents | null): string {
  if (cents === null) return "";
  const rest = cents % 100;
  const whole = String(Math.floor(cents / 100));
  return rest === 0 ? whole : `${whole},${String(rest).padStart(2, "0")}`;
}
