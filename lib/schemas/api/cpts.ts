import { z } from "zod";
import { named } from "./registry";
import {
  asOf,
  count,
  departmentCode,
  PastTerm,
  Perimeter,
  possibleStage,
  Range,
  SizeTier,
  SizeTierBasis,
  slug,
  Span,
  Stage,
} from "./values";

/** Where a CPTS stands on the day asked for, whatever the list it appears in. */
export const standing = {
  stage: Stage,
  possibleStage,
  since: Span.nullable().describe("When this stage began; after a termination, the termination."),
  term: Span.nullable().describe("First day with no full term left; null unless signed."),
  pastTerm: PastTerm,
  sizeTier: SizeTier.nullable(),
  sizeTierBasis: SizeTierBasis.nullable(),
  perimeter: Perimeter,
};

/** What it holds; every value null where the perimeter is unknown, which is not zero. */
export const extent = {
  population: count.nullable().describe("Inhabitants counted for certain; null: perimeter unknown."),
  communes: count.nullable().describe("Communes held wholly or in part; null: perimeter unknown."),
  populationRange: Range.nullable(),
};

export const CptsListItem = named(
  "CptsListItem",
  "A CPTS on the day asked for; population and communes are of its whole perimeter.",
  z.strictObject({
    slug,
    name: z.string(),
    departments: z
      .array(departmentCode)
      .describe("Those that sources attach it to, then those its perimeter reaches."),
    ...standing,
    ...extent,
  }),
);

export const CptsList = named(
  "CptsList",
  "CPTS on the day asked for, by slug. `none`: on record, with nothing in force for certain that day.",
  z.strictObject({ asOf, cpts: z.array(CptsListItem) }),
);
export type CptsList = z.infer<typeof CptsList>;
