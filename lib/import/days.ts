import { isIsoDay, type IsoDay } from "../kernel/date";
import { searchName } from "../territory/search-name";

/** Days of a file: 31/12/2025, 31.12.25, 2025-12-31, 12/31/2025, 31 décembre 2025, Dec 31, 2025. */

/** Whether the day or the month comes first in « 03/04/2025 ». */
export const DAY_ORDERS = ["jour-mois", "mois-jour"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

const NUMERIC = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const ISO = /^(\d{4})[-/](\d{2})[-/](\d{2})$/;
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?[AP]M)?Z?$/i;

/** As French and English shorten them, beginning by these letters. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan"],
  ["fev", "feb"],
  ["mar"],
  ["avr", "apr"],
  ["mai", "may"],
  ["juin", "jun"],
  ["juil", "jul"],
  ["aou", "aug"],
  ["sep"],
  ["oct"],
  ["nov"],
  ["dec"],
];

/** The order that a column shows; the French one where nothing tells. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  const found = cells.flatMap((cell) => {
    const match = NUMERIC.exec(withoutTime(cell));
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const isFrench = found.some(([first]) => first > 12);
  return !isFrench && found.some(([, second]) => second > 12) ? "mois-jour" : "jour-mois";
}

/** A day; null for what is none. */
export function readDay(cell: string, order: DayOrder): IsoDay | null {
  const text = withoutTime(cell);
  const iso = ISO.exec(text);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, first, second, year] = numeric;
    return order === "jour-mois" ? dayFrom(year, second, first) : dayFrom(year, first, second);
  }
  return inWords(text);
}

const withoutTime = (cell: string): string => cell.trim().replace(TIME, "").trim();

function inWords(text: string): IsoDay | null {
  const words = searchName(text).split(" ");
  if (words.length !== 3) return null;
  const at = words.findIndex((word) => monthOf(word) !== null);
  const month = at < 0 ? null : monthOf(words[at] ?? "");
  const [first = "", last = ""] = words.filter((_, i) => i !== at);
  if (month === null || at > 1) return null;
  const day = first.replace(/^(\d+)(er|st|nd|rd|th)$/, "$1");
  return /^\d{1,2}$/.test(day) ? dayFrom(last, String(month), day) : null;
}

function monthOf(word: string): number | null {
  const found = MONTHS.findIndex((starts) => starts.some((start) => word.startsWith(start)));
  return found < 0 ? null : found + 1;
}

function dayFrom(year = "", month = "", day = ""): IsoDay | null {
  if (!/^(\d{4}|\d{2})$/.test(year)) return null;
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDay(iso) ? iso : null;
}
