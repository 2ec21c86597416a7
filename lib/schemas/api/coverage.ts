import { z } from "zod";
import { extent, standing } from "./cpts";
import { named } from "./registry";
import {
  asOf,
  communeCode,
  count,
  departmentCode,
  DepartmentRef,
  Extent,
  Range,
  Ranges,
  Rates,
  slug,
  Span,
  StageTotals,
  Vintage,
} from "./values";
import { SourceDocument } from "./sources";

const estimated = Extent.describe(
  "Part of signed or under way that rests on estimated perimeters only: an order of magnitude, no fact.",
);
const pastTerm = Extent.describe(
  "Part of signed held only by contracts past their term, renewal not on record.",
);
const possiblyPastTerm = Extent.describe(
  "Signed by contracts that may all be past their term; not in pastTerm.",
);

export const DepartmentSummary = named(
  "DepartmentSummary",
  "The coverage of one department, as computed from the CPTS on record.",
  z.strictObject({
    code: departmentCode,
    name: z.string(),
    region: z.string().describe("Name of its region."),
    regionCode: z.string(),
    population: count.describe("Inhabitants (INSEE population municipale)."),
    rates: Rates,
    populationByStage: StageTotals,
    ranges: Ranges,
    estimated,
    pastTerm,
    signedCpts: Range,
    recordState: z
      .enum(["none", "unlocated", "computed"])
      .describe(
        "What a rate of 0 means here. `computed`: at least one CPTS is located; `unlocated`: CPTS are on record but none has a known perimeter; `none`: no CPTS is on record. In the last two cases the rate says nothing of the territory.",
      ),
  }),
);

export const DepartmentList = named(
  "DepartmentList",
  "Every department of France on the day asked for, by code.",
  z.strictObject({ asOf, vintage: Vintage, departments: z.array(DepartmentSummary) }),
);
export type DepartmentList = z.infer<typeof DepartmentList>;

const publishedRate = z.number().min(0).max(1).nullable();

export const PublishedCoverage = named(
  "PublishedCoverage",
  "Coverage as a source published it, beside the computed one and never merged with it.",
  z.strictObject({
    asOf: z.string().meta({
      description: "The published date, as precise as the source: day, month, year, or two days.",
      examples: ["2024-10-14", "2025-01", "2020", "2024-12-01/2025-01-31"],
    }),
    asOfSpan: Span,
    signed: publishedRate.describe("0 to 1; null: not published."),
    signedOrUnderWay: publishedRate.describe("0 to 1; null: not published."),
    signedCpts: count.nullable(),
    base: z.string().describe("What the rate is of, in the source's words (French)."),
    note: z.string().nullable(),
    sense: z.string().describe("What the sentence says, reworded (French)."),
    source: SourceDocument,
  }),
);

export const DepartmentCpts = named(
  "DepartmentCpts",
  "A CPTS that holds communes of the department or that a source attaches to it. Population and communes are of its part of this department; `whole` is all of it.",
  z.strictObject({
    slug,
    name: z.string(),
    ...standing,
    ...extent,
    departments: z.array(departmentCode),
    whole: z.strictObject(extent),
  }),
);

export const DepartmentCoverage = named(
  "DepartmentCoverage",
  "The coverage of one department: each commune counts once, at the highest stage among the CPTS that hold it that day.",
  z.strictObject({
    department: DepartmentRef,
    asOf,
    vintage: Vintage,
    population: StageTotals.describe("Inhabitants by exclusive stage: the four sum to total."),
    communes: StageTotals.describe("Communes by exclusive stage: the four sum to total."),
    rates: Rates,
    ranges: Ranges,
    estimated: z
      .strictObject({ population: count, communes: count, signed: Extent })
      .describe(
        "Part of signed or under way (`signed`: of signed) that rests on estimated perimeters only: an order of magnitude, no fact.",
      ),
    pastTerm,
    possiblyPastTerm,
    signedCpts: Range,
    published: z.array(PublishedCoverage).describe("Earliest first, whatever the day asked for."),
    cpts: z.array(DepartmentCpts).describe("By slug."),
    blankLabel: z
      .enum(["zone_blanche", "hors_perimetre_connu"])
      .describe(
        "What `blank` is: until every CPTS signed here is on record with a declared perimeter, these communes are only outside the known perimeters.",
      ),
    blank: z
      .array(z.strictObject({ code: communeCode, name: z.string(), population: count }))
      .describe("Communes in no known perimeter, most populated first."),
  }),
);
export type DepartmentCoverage = z.infer<typeof DepartmentCoverage>;
