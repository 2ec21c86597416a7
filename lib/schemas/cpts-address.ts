import { addressWith, choiceInAddress, sortInAddress, type Ignored, type Query, type Sort } from "./address";

/** What the page of a CPTS keeps in its address beside the day: the contract year and the schedule shown. */
export interface CptsAddress {
  /** Contract year, from 1; null: the one the day falls in, or the last of the term. */
  readonly year: number | null;
  /** Schedule id as typed; the query knows which the year may be under. */
  readonly schedule: string | null;
  readonly communesBy: Sort<CommuneColumn>;
  readonly ignored: readonly Ignored[];
}

export const COMMUNE_COLUMNS = ["nom", "code", "departement", "population"] as const;
export type CommuneColumn = (typeof COMMUNE_COLUMNS)[number];

export const LIST_COLUMNS = ["nom", "departement", "etape", "signature", "taille", "population"] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export const STAGE_CHOICES = ["toutes", "signe", "valide", "intention", "aucune"] as const;
export type StageChoice = (typeof STAGE_CHOICES)[number];

export const PERIMETER_CHOICES = ["tous", "connu", "inconnu"] as const;
export type PerimeterChoice = (typeof PERIMETER_CHOICES)[number];

export interface CptsListAddress {
  /** Department code as typed; null: all. The query knows which there are. */
  readonly department: string | null;
  readonly stage: StageChoice;
  readonly perimeter: PerimeterChoice;
  readonly sort: Sort<ListColumn>;
  readonly ignored: readonly Ignored[];
}

export function cptsInAddress(query: Query): CptsAddress {
  const year = one(query.annee);
  const wholeYear = year !== null && /^[1-9]\d?$/.test(year);
  const { sort, ignored } = sortInAddress(query, "tri", COMMUNE_COLUMNS, { by: "nom", descending: false });
  const badYear: Ignored | null =
    year === null || wholeYear
      ? null
      : { parameter: "annee", value: year, reason: "n’est pas une année de contrat, par exemple 3" };
  return {
    year: wholeYear ? Number(year) : null,
    schedule: one(query.bareme),
    communesBy: sort,
    ignored: [badYear, ignored].filter((found) => found !== null),
  };
}

export function cptsListInAddress(query: Query): CptsListAddress {
  const stage = choiceInAddress(query, "etape", STAGE_CHOICES);
  const perimeter = choiceInAddress(query, "perimetre", PERIMETER_CHOICES);
  const { sort, ignored } = sortInAddress(query, "tri", LIST_COLUMNS, { by: "nom", descending: false });
  return {
    department: one(query.departement),
    stage: stage.value,
    perimeter: perimeter.value,
    sort,
    ignored: [stage.ignored, perimeter.ignored, ignored].filter((found) => found !== null),
  };
}

/** The link that sorts by a column: ascending first, then the other way. */
export function sortLink<T extends string>(path: string, query: Query, by: T, now: Sort<T>, hash = "") {
  const isNow = now.by === by;
  const next = isNow && !now.descending ? `-${by}` : by;
  return {
    href: addressWith(path, query, { tri: next }) + hash,
    now: isNow ? (now.descending ? ("descending" as const) : ("ascending" as const)) : null,
  };
}

function one(value: string | readonly string[] | undefined): string | null {
  const text = typeof value === "string" || value === undefined ? value : value[0];
  return text === undefined || text === "" ? null : text;
}

/** A link to another page that keeps the day shown, unless it is today. */
export function dated(
  path: string,
  { asOf, today }: { readonly asOf: string; readonly today: string },
): string {
  return asOf === today ? path : addressWith(path, {}, { date: asOf });
}
