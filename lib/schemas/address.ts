import { z } from "zod";
import { isIsoDay, type IsoDay } from "../kernel/date";

/**
 * The state a page keeps in its address. A value that makes no sense falls back to the default, and is
 * reported so that the page says so instead of showing something else in silence.
 */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The law of 26 January 2016 created the CPTS: there is nothing to ask before. */
export const FIRST_DAY: IsoDay = "2016-01-26";
export const LAST_DAY: IsoDay = "2099-12-31";

export const isoDaySchema = z
  .string()
  .refine(isIsoDay, {
    error: "n’est pas une date écrite AAAA-MM-JJ, par exemple 2024-12-31",
    // What is no day is out of no period.
    abort: true,
  })
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, "est hors de la période du 26/01/2016 au 31/12/2099")
  .meta({ description: "Calendar day, ISO 8601 (YYYY-MM-DD)", example: "2025-01-31", format: "date" });

export interface Ignored {
  readonly parameter: string;
  readonly value: string;
  /** Why, in French, after the value: « “x” n’est pas une date… ». */
  readonly reason: string;
}

export interface DateInAddress {
  readonly asOf: IsoDay;
  readonly ignored: Ignored | null;
}

/** `?date=`; today where absent or senseless. */
export function dateInAddress(query: Query, today: IsoDay, parameter = "date"): DateInAddress {
  const value = single(query[parameter]);
  if (value === undefined || value === "") return { asOf: today, ignored: null };
  const parsed = isoDaySchema.safeParse(value);
  if (parsed.success) return { asOf: parsed.data, ignored: null };
  const reason = parsed.error.issues[0]?.message ?? "n’est pas une date";
  return { asOf: today, ignored: { parameter, value, reason } };
}

/** One of a closed list of values, or the first of them. */
export function choiceInAddress<T extends string>(
  query: Query,
  parameter: string,
  choices: readonly [T, ...T[]],
): { value: T; ignored: Ignored | null } {
  const value = single(query[parameter]);
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return { value: found, ignored: null };
  if (value === undefined || value === "") return { value: choices[0], ignored: null };
  return {
    value: choices[0],
    ignored: { parameter, value, reason: `n’est pas connu ; valeurs possibles : ${choices.join(", ")}` },
  };
}

/** A page number from 1; `pages` bounds it where known. */
export function pageInAddress(
  query: Query,
  parameter: string,
  pages = Infinity,
): { page: number; ignored: Ignored | null } {
  const value = single(query[parameter]);
  if (value === undefined || value === "") return { page: 1, ignored: null };
  const page = Number(value);
  if (/^\d{1,5}$/.test(value) && page >= 1 && page <= pages) return { page, ignored: null };
  return { page: 1, ignored: { parameter, value, reason: "n’est pas une page de cette liste" } };
}

/** A sort: a column of the list, `-` before it for descending. */
export interface Sort<T extends string> {
  readonly by: T;
  readonly descending: boolean;
}

export function sortInAddress<T extends string>(
  query: Query,
  parameter: string,
  columns: readonly T[],
  fallback: Sort<T>,
): { sort: Sort<T>; ignored: Ignored | null } {
  const value = single(query[parameter]);
  if (value === undefined || value === "") return { sort: fallback, ignored: null };
  const by = columns.find((column) => column === value.replace(/^-/, ""));
  if (by !== undefined) return { sort: { by, descending: value.startsWith("-") }, ignored: null };
  return {
    sort: fallback,
    ignored: { parameter, value, reason: `n’est pas un tri possible ; colonnes : ${columns.join(", ")}` },
  };
}

/** The same address with some parameters changed; `null` removes one. Order is stable. */
export function addressWith(
  path: string,
  query: Query,
  changes: Readonly<Record<string, string | null>>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const kept = single(value);
    if (kept !== undefined && kept !== "" && !(name in changes)) params.set(name, kept);
  }
  for (const [name, value] of Object.entries(changes)) if (value !== null) params.set(name, value);
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" || value === undefined ? value : value[0];
}
