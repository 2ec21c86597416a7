import { NBSP } from "./fr";

const PARIS = new Intl.DateTimeFormat("fr-FR", {
  timeZone: "Europe/Paris",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function partsOf(instant: string): Readonly<Record<string, string>> {
  return Object.fromEntries(PARIS.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

/** « 14:05 », in Paris. */
export function clock(instant: string): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}`;
}

/** « le 21/11/2026 à 14:05 », in Paris. */
export function instantInSentence(instant: string): string {
  const { day, month, year } = partsOf(instant);
  return `le ${day}/${month}/${year} à${NBSP}${clock(instant)}`;
}
