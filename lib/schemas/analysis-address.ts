import { LINES, type LineCode, SCHEDULES } from "../funding";
import {
  choiceInAddress,
  pageInAddress,
  sortInAddress,
  type Ignored,
  type Query,
  type Sort,
} from "./address";

/** What a summary may be grouped by; `mission` sets what is no mission (running costs, what is not itemised) apart as one. */
export const DIMENSIONS = [
  "region",
  "departement",
  "cpts",
  "taille",
  "accord",
  "annee",
  "exercice",
  "mission",
  "ligne",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What each row measures; `nom` sorts by what the row is called. */
export const MEASURES = [
  "nom",
  "cpts",
  "population",
  "couverture",
  "contracte",
  "du",
  "a_confirmer",
  "verse",
  "depense",
  "consommation",
  "atteinte",
] as const;
export type MeasureColumn = (typeof MEASURES)[number];

/** What narrows a summary; null: everything. */
export interface AnalysisFilters {
  readonly region: string | null;
  readonly department: string | null;
  /** Slug. */
  readonly cpts: string | null;
  readonly tier: number | null;
  readonly schedule: string | null;
  readonly year: number | null;
  readonly exercice: number | null;
  readonly line: LineCode | null;
}

/** What the analyst's page keeps in its address, which reproduces it. */
export interface AnalysisAddress {
  readonly by: Dimension;
  /** A second grouping within the first; null: none. */
  readonly then: Dimension | null;
  readonly filters: AnalysisFilters;
  readonly sort: Sort<MeasureColumn>;
  readonly page: number;
  readonly ignored: readonly Ignored[];
}

export function analysisInAddress(query: Query): AnalysisAddress {
  const ignored: Ignored[] = [];
  const by = choiceInAddress(query, "par", DIMENSIONS);
  const then = choiceInAddress(query, "puis", ["", ...DIMENSIONS]);
  const { sort, ignored: badSort } = sortInAddress(query, "tri", MEASURES, { by: "nom", descending: false });
  const page = pageInAddress(query, "page");
  const read = <T>(parameter: string, parse: (text: string) => T | null, reason: string): T | null => {
    const value = one(query[parameter]);
    if (value === null) return null;
    const found = parse(value);
    if (found === null) ignored.push({ parameter, value, reason });
    return found;
  };
  const filters: AnalysisFilters = {
    region: read("region", (text) => (/^\d{2}$/.test(text) ? text : null), "n’est pas un code de région"),
    department: read(
      "departement",
      (text) => (/^(\d{2,3}|2[AB])$/.test(text) ? text : null),
      "n’est pas un code de département",
    ),
    cpts: read("cpts", (text) => (/^[a-z0-9-]{1,120}$/.test(text) ? text : null), "n’est pas une CPTS"),
    tier: read("taille", whole(1, 4), "n’est pas une taille, de 1 à 4"),
    schedule: read(
      "accord",
      (text) => SCHEDULES.find(({ id }) => id === text)?.id ?? null,
      `n’est pas un barème connu : ${SCHEDULES.map(({ id }) => id).join(", ")}`,
    ),
    year: read("annee", whole(1, 12), "n’est pas une année de contrat, de 1 à 12"),
    exercice: read("exercice", whole(2016, 2099), "n’est pas une année civile"),
    line: read(
      "ligne",
      (text) => LINES.find((line) => line === text) ?? null,
      `n’est pas une ligne : ${LINES.join(", ")}`,
    ),
  };
  const second = then.value === "" || then.value === by.value ? null : then.value;
  return {
    by: by.value,
    then: second,
    filters,
    sort,
    page: page.page,
    ignored: [by.ignored, then.ignored, badSort, page.ignored, ...ignored].filter((found) => found !== null),
  };
}

/** The parameters that give an address again, the page of its table left out. */
export function analysisQuery({
  by,
  then,
  filters,
  sort,
}: AnalysisAddress): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, string | number | null>> = {
    par: by,
    puis: then,
    region: filters.region,
    departement: filters.department,
    cpts: filters.cpts,
    taille: filters.tier,
    accord: filters.schedule,
    annee: filters.year,
    exercice: filters.exercice,
    ligne: filters.line,
    tri: sort.by === "nom" && !sort.descending ? null : `${sort.descending ? "-" : ""}${sort.by}`,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );
}

const whole =
  (from: number, to: number) =>
  (text: string): number | null =>
    /^\d{1,4}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : null;

function one(value: string | readonly string[] | undefined): string | null {
  const text = typeof value === "string" || value === undefined ? value : value[0];
  return text === undefined || text === "" ? null : text;
}
