import { z } from "zod";
import { named } from "./registry";
import { communeCode, count } from "./values";

/** The small answers: health, search, problems. */

export const Health = named(
  "Health",
  "The server answers and so does its database.",
  z.strictObject({
    status: z.literal("ok"),
    database: z.enum(["embedded", "postgresql"]),
    revision: count.describe(
      "Grows by one with every write: what was read at the same revision still holds.",
    ),
  }),
);
export type Health = z.infer<typeof Health>;

export const SearchResults = named(
  "SearchResults",
  "What the site holds under that name or code, best first within each kind.",
  z.strictObject({
    query: z.string(),
    results: z.array(
      z.strictObject({
        kind: z.enum(["region", "departement", "commune", "cpts"]),
        label: z.string(),
        detail: z.string().describe("What tells it apart from its namesakes (French)."),
        href: z.string().meta({ description: "Its page on this site.", examples: ["/communes/63113"] }),
      }),
    ),
  }),
);
export type SearchResults = z.infer<typeof SearchResults>;

export const Problem = named(
  "Problem",
  "RFC 9457 problem. `detail` says in French what is wrong and how to mend it.",
  z.strictObject({
    type: z.string().describe("Where this document describes the problem."),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string().describe("The address asked for."),
    errors: z
      .array(
        z.strictObject({
          detail: z.string(),
          parameter: z.string().optional().describe("The parameter of the address at fault."),
          pointer: z.string().optional().describe("JSON Pointer to the field of the body at fault."),
        }),
      )
      .optional()
      .describe("One per value at fault."),
    successors: z
      .array(z.strictObject({ code: communeCode, name: z.string(), href: z.string() }))
      .optional()
      .describe("For the code of a former commune: those of today that took it over, most populated first."),
  }),
);
export type Problem = z.infer<typeof Problem>;
