import { z } from "zod";
import { LINES, SCHEDULES } from "../../funding";
import {
  DIMENSIONS,
  MEASURES,
  type AnalysisAddress,
  type Dimension,
  type MeasureColumn,
} from "../analysis-address";

/** The analyst's addresses for programs: the page's own parameters, under the English names of the API. */

export const API_DIMENSIONS = {
  region: "region",
  departement: "department",
  cpts: "cpts",
  taille: "sizeTier",
  accord: "schedule",
  annee: "contractYear",
  exercice: "year",
  mission: "mission",
  ligne: "line",
} as const satisfies Readonly<Record<Dimension, string>>;
export type ApiDimension = (typeof API_DIMENSIONS)[Dimension];

const API_MEASURES = {
  nom: "name",
  cpts: "cptsCount",
  population: "population",
  couverture: "coverage",
  contracte: "contracted",
  du: "due",
  a_confirmer: "toConfirm",
  verse: "paid",
  depense: "spent",
  consommation: "consumption",
  atteinte: "achievement",
} as const satisfies Readonly<Record<MeasureColumn, string>>;

const MOST_PER_PAGE = 500;

const oneOf = (names: readonly string[]) =>
  z
    .string()
    .refine((name) => names.includes(name), `n’est pas connu ; valeurs possibles : ${names.join(", ")}`)
    .meta({ enum: [...names] });

const whole = (from: number, to: number, what: string) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to,
      `n’est pas ${what}, de ${from} à ${to}`,
    )
    .meta({ pattern: String.raw`^\d+$` });

const grouping = oneOf(Object.values(API_DIMENSIONS));
const columns = Object.values(API_MEASURES);

const filters = {
  region: z
    .string()
    .regex(/^\d{2}$/, "n’est pas un code de région, par exemple 84")
    .optional()
    .meta({ description: "Only CPTS of this region, by INSEE code.", examples: ["84"] }),
  department: z
    .string()
    .regex(/^(\d{2,3}|2[AB])$/, "n’est pas un code de département, par exemple 63")
    .optional()
    .meta({ description: "Only CPTS whose contract this department’s CPAM holds.", examples: ["63"] }),
  cpts: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/, "n’est pas l’identifiant d’une CPTS")
    .optional()
    .meta({ description: "Only this CPTS, by slug.", examples: ["sud-allier"] }),
  sizeTier: whole(1, 4, "une taille").optional().describe("Only contract years in this size tier."),
  schedule: oneOf(SCHEDULES.map(({ id }) => id))
    .optional()
    .describe("Only contract years under this schedule."),
  contractYear: whole(1, 12, "une année de contrat").optional().describe("Only this year of the contracts."),
  year: whole(2016, 2099, "une année civile")
    .optional()
    .describe("Only contract years that begin in this civil year."),
  line: oneOf(LINES).optional().describe("Only this line of the contracts."),
};

export const LedgerQuery = z.strictObject({
  ...filters,
  after: z
    .string()
    .max(200, "n’est pas la suite d’une lecture : reprenez `next` tel quel")
    .optional()
    .describe("`next` of the answer before; absent: from the beginning."),
  limit: whole(1, MOST_PER_PAGE, "un nombre de lignes")
    .optional()
    .describe(`Rows of this answer, at most ${MOST_PER_PAGE}; absent: 100.`),
});

export const AnalysisQuery = z.strictObject({
  groupBy: grouping.optional().describe("What rows are; absent: region."),
  thenBy: grouping.optional().describe("A second grouping within the first."),
  ...filters,
  sort: oneOf(columns.flatMap((column) => [column, `-${column}`]))
    .optional()
    .describe("Column, `-` before it for descending; absent: name."),
  page: whole(1, 99_999, "une page").optional().describe("From 1."),
  perPage: whole(1, MOST_PER_PAGE, "un nombre de lignes")
    .optional()
    .describe(`Rows of a page, at most ${MOST_PER_PAGE}; absent: 50.`),
});

const numberOr = <T>(text: string | undefined, absent: T): number | T =>
  text === undefined ? absent : Number(text);

const dimensionOf = (name: string | undefined): Dimension | null =>
  DIMENSIONS.find((dimension) => API_DIMENSIONS[dimension] === name) ?? null;

/** The view that the API’s parameters ask for: the page’s own. */
export function addressOfApi(query: z.infer<typeof AnalysisQuery>): AnalysisAddress {
  const by = dimensionOf(query.groupBy) ?? DIMENSIONS[0];
  const then = dimensionOf(query.thenBy);
  const column = (query.sort ?? "name").replace(/^-/, "");
  return {
    by,
    then: then === by ? null : then,
    filters: filtersOfApi(query),
    sort: {
      by: MEASURES.find((measure) => API_MEASURES[measure] === column) ?? "nom",
      descending: query.sort?.startsWith("-") ?? false,
    },
    page: numberOr(query.page, 1),
    ignored: [],
  };
}

export function filtersOfApi(
  query: Pick<z.infer<typeof AnalysisQuery>, keyof typeof filters>,
): AnalysisAddress["filters"] {
  return {
    region: query.region ?? null,
    department: query.department ?? null,
    cpts: query.cpts ?? null,
    tier: numberOr(query.sizeTier, null),
    schedule: query.schedule ?? null,
    year: numberOr(query.contractYear, null),
    exercice: numberOr(query.year, null),
    line: LINES.find((line) => line === query.line) ?? null,
  };
}

/** The API’s parameters for a view of the page: the way back of {@link addressOfApi}, its page left out. */
export function analysisApiQuery(address: AnalysisAddress): Readonly<Record<string, string>> {
  const { by, then, filters: kept, sort } = address;
  const all: Readonly<Record<keyof z.infer<typeof AnalysisQuery>, string | number | null>> = {
    groupBy: API_DIMENSIONS[by],
    thenBy: then && API_DIMENSIONS[then],
    region: kept.region,
    department: kept.department,
    cpts: kept.cpts,
    sizeTier: kept.tier,
    schedule: kept.schedule,
    contractYear: kept.year,
    year: kept.exercice,
    line: kept.line,
    sort:
      sort.by === "nom" && !sort.descending ? null : `${sort.descending ? "-" : ""}${API_MEASURES[sort.by]}`,
    page: null,
    perPage: null,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );
}
