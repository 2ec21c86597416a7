import { z } from "zod";
import { named } from "./registry";
import {
  asOf,
  Basis,
  communeCode,
  CommuneShare,
  count,
  DepartmentRef,
  PastTerm,
  possibleStage,
  Ranges,
  slug,
  Span,
  Stage,
  StageTotals,
  Vintage,
} from "./values";

export const CommuneCpts = named(
  "CommuneCpts",
  "A CPTS whose territory holds the commune that day, at a stage certain or possible.",
  z.strictObject({
    slug,
    name: z.string(),
    stage: Stage,
    possibleStage,
    since: Span.nullable(),
    pastTerm: PastTerm,
    share: CommuneShare,
    basis: Basis,
  }),
);

export const CommuneCoverage = named(
  "CommuneCoverage",
  "A commune and the CPTS that cover it on the day asked for, highest stage first.",
  z.strictObject({
    asOf,
    vintage: Vintage,
    commune: z.strictObject({
      code: communeCode,
      name: z.string(),
      population: count.describe("Inhabitants (INSEE population municipale)."),
      areaHectares: count.nullable().describe("Null: no contour of its own."),
      postalCodes: z.array(z.string()),
      department: DepartmentRef,
      epci: z.strictObject({ code: z.string(), name: z.string(), kind: z.string() }).nullable(),
      formerCodes: z
        .array(z.strictObject({ code: communeCode, name: z.string().nullable() }))
        .describe("Codes it once had or absorbed."),
    }),
    stage: Stage,
    possibleStage,
    estimated: z.boolean().describe("Its stage rests on estimated perimeters only."),
    pastTerm: PastTerm,
    population: StageTotals.describe("Its inhabitants by exclusive stage: the four sum to total."),
    ranges: Ranges,
    blankLabel: z
      .enum(["zone_blanche", "hors_perimetre_connu"])
      .nullable()
      .describe(
        "When no CPTS is known to hold it: « zone blanche » only if every CPTS signed in the department is on record with a declared perimeter. Null: it is held.",
      ),
    cpts: z.array(CommuneCpts),
  }),
);
export type CommuneCoverage = z.infer<typeof CommuneCoverage>;
