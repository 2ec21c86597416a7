/**
 * Figures as French readers expect them: « 1 234 567 », « 287 500 € », « 82,4 % », « 19/02/2020 ».
 * Strings only; narrow no-break spaces (U+202F) group thousands, a no-break space precedes « € » and « % ».
 */
import type { Qualifier } from "../kernel/certainty";
import { partsOf, precisionOf, type IsoDay, type Span } from "../kernel/date";
import type { Cents } from "../kernel/money";
import { rateValue, type Rate } from "../kernel/rate";

export const NARROW = "\u202f";
export const NBSP = "\u00a0";
const MINUS = "−";

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;
const SHORT_MONTHS = [
  "janv.",
  "févr.",
  "mars",
  "avr.",
  "mai",
  "juin",
  "juil.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc.",
] as const;

/** « 1 234 567 »; throws a RangeError on what is no whole number. */
export function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  const digits = Math.abs(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, NARROW);
  return value < 0 ? MINUS + digits : digits;
}

/** « 18 750 », or « 12 665 à 13 200 » where a part of a commune is not known: a minimum is never shown as the figure. */
export function between({ min, max }: { readonly min: number; readonly max: number }): string {
  return max > min ? `${integer(min)}${NBSP}à${NBSP}${integer(max)}` : integer(min);
}

/** « +2 », « −6 085 », « 0 ». */
export function difference(value: number): string {
  return value > 0 ? `+${integer(value)}` : integer(value);
}

/** « 287 500 € »; cents only where there are some: « 1 234,56 € ». */
export function money(cents: Cents): string {
  return `${amount(cents)}${NBSP}€`;
}

/** « +1 500 € », « −35 000 € », « 0 € ». */
export function moneyDifference(cents: Cents): string {
  return cents > 0 ? `+${money(cents)}` : money(cents);
}

function amount(cents: Cents): string {
  const magnitude = Math.abs(cents);
  const euros = integer(Math.floor(magnitude / 100));
  const rest = magnitude % 100;
  const text = rest === 0 ? euros : `${euros},${String(rest).padStart(2, "0")}`;
  return cents < 0 ? MINUS + text : text;
}

/** « 121 M€ », « 105,8 M€ »: whole hundred thousands of euros. */
export function millions(cents: Cents): string {
  return `${decimal(cents / 100_000_000, 1)}${NBSP}M€`;
}

/** A decimal with a comma, trailing zeros left out. */
export function decimal(value: number, digits: number): string {
  const [whole = "0", rest = ""] = Math.abs(value).toFixed(digits).split(".");
  const fraction = rest.replace(/0+$/, "");
  const text = fraction === "" ? integer(Number(whole)) : `${integer(Number(whole))},${fraction}`;
  return value < 0 && Number(text.replace(",", ".")) !== 0 ? MINUS + text : text;
}

/**
 * « 66,9 % ». Only all is « 100 % » and only nothing is « 0 % »: what rounding would make look so is said
 * « plus de 99,9 % », « moins de 0,1 % ». Null where the base is empty.
 */
export function percent(value: Rate, digits = 1): string | null {
  const ratio = rateValue(value);
  if (ratio === null) return null;
  const step = 10 ** -digits;
  const rounded = Number((ratio * 100).toFixed(digits));
  if (ratio > 0 && rounded === 0) return `moins de ${decimal(step, digits)}${NBSP}%`;
  if (ratio < 1 && rounded >= 100) return `plus de ${decimal(100 - step, digits)}${NBSP}%`;
  if (ratio === 0 || ratio === 1) return `${rounded}${NBSP}%`;
  return `${(ratio * 100).toFixed(digits).replace(".", ",")}${NBSP}%`;
}

/** « +23,2 points », « −1,6 point »: from one rate to another; null where a base is empty. */
export function ratePoints(before: Rate, after: Rate): string | null {
  const [was, will] = [rateValue(before), rateValue(after)];
  if (was === null || will === null) return null;
  const points = (will - was) * 100;
  const written = decimal(points, 1);
  return `${points > 0 ? "+" : ""}${written}${NBSP}${plural(Math.trunc(points), "point")}`;
}

/** A published rate in ten-thousandths: 9980 is « 99,8 % ». */
export function publishedRate(tenThousandths: number): string {
  return `${decimal(tenThousandths / 100, 2)}${NBSP}%`;
}

/** « 19/02/2020 ». */
export function day(value: IsoDay): string {
  const { year, month, day: dayOfMonth } = partsOf(value);
  return `${String(dayOfMonth).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

/** « 19 février 2020 », « 1er mars 2024 ». */
export function longDay(value: IsoDay): string {
  const { year, month, day: dayOfMonth } = partsOf(value);
  return `${dayOfMonth === 1 ? "1er" : dayOfMonth}${NBSP}${MONTHS[month - 1] ?? ""} ${year}`;
}

/** « décembre 2026 », from `2026-12`. */
export function month(value: string): string {
  const { year, month: number } = partsOf(`${value}-01`);
  return `${MONTHS[number - 1] ?? ""} ${year}`;
}

/** As certain as it is known: « 19/02/2020 », « janv. 2025 », « 2020, jour inconnu », « déc. 2024 – janv. 2025 ». */
export function when(value: Span): string {
  const from = partsOf(value.earliest);
  const to = partsOf(value.latest);
  const monthOf = (at: typeof from) => `${SHORT_MONTHS[at.month - 1] ?? ""}${NBSP}${at.year}`;
  switch (precisionOf(value)) {
    case "day":
      return day(value.earliest);
    case "month":
      return monthOf(from);
    case "year":
      return `${from.year}, jour inconnu`;
    case "range":
      return wholeMonths(value)
        ? `${monthOf(from)} – ${monthOf(to)}`
        : `entre le ${day(value.earliest)} et le ${day(value.latest)}`;
  }
}

/** Within a sentence: « le 19/02/2020 », « en janvier 2025 », « en 2020 », « entre décembre 2024 et janvier 2025 ». */
export function whenInSentence(value: Span): string {
  const from = partsOf(value.earliest);
  const to = partsOf(value.latest);
  const monthOf = (at: typeof from) => `${MONTHS[at.month - 1] ?? ""} ${at.year}`;
  switch (precisionOf(value)) {
    case "day":
      return `le ${day(value.earliest)}`;
    case "month":
      return `en ${monthOf(from)}`;
    case "year":
      return `en ${from.year}`;
    case "range":
      return wholeMonths(value)
        ? `entre ${monthOf(from)} et ${monthOf(to)}`
        : `entre le ${day(value.earliest)} et le ${day(value.latest)}`;
  }
}

function wholeMonths({ earliest, latest }: Span): boolean {
  return earliest.endsWith("-01") && precisionOf({ earliest: `${latest.slice(0, 8)}01`, latest }) === "month";
}

/** « près de 47 000 », « plus de 45 500 », « jusqu’à 382 500 € »: as the source states it. */
export function qualified(qualifier: Qualifier, value: string): string {
  return qualifier === "exact" ? value : `${QUALIFIER[qualifier]} ${value}`;
}

export const QUALIFIER: Readonly<Record<Qualifier, string>> = {
  exact: "exactement",
  about: "près de",
  more_than: "plus de",
  less_than: "moins de",
  up_to: "jusqu’à",
  at_least: "au moins",
};

/** « 1 234 km² », « 9,8 km² » under ten, from hectares. */
export function area(hectares: number): string {
  const squareKilometres = hectares / 100;
  return `${decimal(squareKilometres, squareKilometres < 10 ? 1 : 0)}${NBSP}km²`;
}

/** `one` from −1 to 1 as French counts (« 0 commune », « 1,5 commune »), else `many`; the number before it. */
export function count(value: number, one: string, many = pluralOf(one)): string {
  return `${integer(value)}${NBSP}${plural(value, one, many)}`;
}

export function plural(value: number, one: string, many = pluralOf(one)): string {
  return Math.abs(value) < 2 ? one : many;
}

/** « mois », « prix », « CPTS » do not change; compound and irregular plurals are the caller's to give. */
function pluralOf(one: string): string {
  return /[sxz]$/i.test(one) ? one : `${one}s`;
}

/** « a », « a et b », « a, b et c ». */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} et ${last}`;
}

const COLLATOR = new Intl.Collator("fr", { sensitivity: "base", numeric: true, ignorePunctuation: true });

/** French alphabetical order: accents and hyphens do not count first. */
export function alphabetical(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
