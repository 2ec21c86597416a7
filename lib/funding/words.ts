/**
 * The few French forms the engine's own sentences need. Typographic spaces are lib/format's business:
 * these sentences use plain ones.
 */
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";

/** « 50 000 € », « 25 205,48 € ». */
export function moneyWords(cents: Cents): string {
  const rest = Math.abs(cents) % 100;
  const whole = (Math.abs(cents) - rest) / 100;
  const decimals = rest === 0 ? "" : `,${String(rest).padStart(2, "0")}`;
  return `${cents < 0 ? "−" : ""}${countWords(whole)}${decimals} €`;
}

/** « 18 750 ». */
export function countWords(count: number): string {
  const digits = String(count);
  let words = "";
  for (let i = 0; i < digits.length; i += 1) {
    if (i > 0 && (digits.length - i) % 3 === 0) words += " ";
    words += digits[i];
  }
  return words;
}

/** « 1 250 », « 12,5 », « −3 »: a value as a person typed it. */
export function numberWords(value: number): string {
  const [whole = "0", decimals] = Math.abs(value).toString().split(".");
  const grouped = /^\d+$/.test(whole) ? countWords(Number(whole)) : whole;
  return `${value < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : `,${decimals}`}`;
}

/** « 80 % », « 33,33 % »: at most two decimals, from a fraction. */
export function percentWords(numerator: number, denominator: number): string {
  const hundredths = Math.round((numerator * 10_000) / denominator);
  const exact = numerator * 10_000 === hundredths * denominator;
  const text = String(hundredths / 100).replace(".", ",");
  return `${exact ? "" : "environ "}${text} %`;
}

/** « 19/02/2020 », from a day already checked. */
export function dayWords(day: IsoDay): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
