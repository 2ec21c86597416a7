/** Numbers as the French type them, read without a schema: for forms that compute while one types. */

const SPACES = /[\s\u00a0\u202f]/g;

/** What was typed, without the spaces that group figures. */
export const figures = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value).replace(SPACES, "");

const MOST_CENTS = 10_000_000_000;

/** « 60 000,50 », « 60000 € » to cents; null for what is no amount, or is above 100 M€. */
export function centsTyped(value: string | number | null | undefined): number | null {
  const text = figures(value).replace(/€$/, "").replace(",", ".");
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) return null;
  const [whole = "0", cents = ""] = text.split(".");
  const amount = Number(whole) * 100 + Number(cents.padEnd(2, "0"));
  return amount <= MOST_CENTS ? amount : null;
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
