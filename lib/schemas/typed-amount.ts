import type { Cents } from "../kernel/money";

/**
 * Amounts and numbers as people type them, apart from the schemas so that a form may show a total as one types without
 * carrying them.
 */

/** 100 M€: no CPTS nears it. */
export const MOST_CENTS = 10_000_000_000;

const SPACES = /[\s\u00a0\u202f]/g;

/** What was typed, without the spaces that group figures. */
export const figures = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value).replace(SPACES, "");

/** « 60 000,50 » in cents; null where nothing is typed; undefined where it is no amount from 0 to 100 M€. */
export function typedCents(value: string): Cents | null | undefined {
  const text = figures(value).replace(/€$/, "").replace(",", ".");
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

/**
 * « 82,5 », « −3 », « 82,5 % »: at most nine figures and six decimals, which a double and the database keep
 * exactly alike; null for anything else.
 */
export function decimalTyped(value: string | number | null | undefined): number | null {
  const text = figures(value).replace(/%$/, "").replace("−", "-").replace(",", ".");
  // Adding 0 makes of « -0 » the zero that it is.
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) + 0 : null;
}
