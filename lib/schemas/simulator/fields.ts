/** The fields of the simulator, as its form sends them and as its address keeps them. */
import { z } from "zod";
import { SCHEDULES } from "../../funding";
import { CONTRACT_YEARS, type Hundredths, type Month } from "./state";

const MOST_INHABITANTS = 70_000_000;
/** More than any CPTS holds; the address stays one that mail programs and servers take. */
export const MOST_COMMUNES = 400;
/** What may be pasted in a form that is sent in its address. */
export const MOST_PASTED = 6_000;

const SPACES = /[\s\u00a0\u202f]/g;

const read = <T>(parse: (text: string) => T | null, reason: string) =>
  z.string().transform((text, context): T => {
    const value = parse(text.trim());
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: reason });
    return z.NEVER;
  });

export const populationField = read((text) => {
  const digits = text.replace(SPACES, "");
  return /^\d{1,9}$/.test(digits) && Number(digits) <= MOST_INHABITANTS ? Number(digits) : null;
}, "n’est pas un nombre entier d’habitants, de 0 à 70 000 000, par exemple 62 000");

/** « 80 », « 80,5 », « 80.25 % ». */
export const rateField = read((text): Hundredths | null => {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(text.replace(SPACES, ""));
  if (!match) return null;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return hundredths <= 10_000 ? hundredths : null;
}, "n’est pas un taux de 0 à 100, par exemple 80 ou 87,5");

/** « 2027-04 » as browsers send it, « 04/2027 » as people write it where they have no field for months. */
export const monthField = read((text): Month | null => {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const [, otherMonth, otherYear] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const found = { year: year ?? otherYear, month: (month ?? otherMonth)?.padStart(2, "0") };
  if (!found.year || !found.month) return null;
  const isMonth = Number(found.month) >= 1 && Number(found.month) <= 12 && found.year >= "1900";
  return isMonth ? `${found.year}-${found.month}` : null;
}, "n’est pas un mois écrit AAAA-MM ou MM/AAAA, par exemple 04/2027");

export const contractYearField = read(
  (text) => CONTRACT_YEARS.find((year) => String(year) === text) ?? null,
  "n’est pas une année du contrat, de 1 à 5",
);

export const codeField = read(
  (text) => (/^(\d{5}|2[AB]\d{3})$/i.test(text) ? text.toUpperCase() : null),
  "n’est pas un code INSEE de commune, par exemple 63300",
);

/** What `bareme` says for « the one in force », where nothing would mean « as in A ». */
export const IN_FORCE = "en-vigueur";

export const scheduleField = read(
  (text) => (text === IN_FORCE ? { id: null } : (SCHEDULES.find(({ id }) => id === text) ?? null)),
  `n’est pas un barème connu ; valeurs possibles : ${[IN_FORCE, ...SCHEDULES.map(({ id }) => id)].join(", ")}`,
).transform(({ id }): string | null => id);

export const engagedField = read(
  (text) => ({ oui: true, non: false })[text] ?? null,
  "n’est pas connu ; valeurs possibles : oui, non",
);
