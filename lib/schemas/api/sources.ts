import { z } from "zod";
import { named } from "./registry";
import { Span } from "./values";

export const SourceDocument = named(
  "SourceDocument",
  "A document that figures come from.",
  z.strictObject({
    id: z.string(),
    kind: z.enum([
      "press_release",
      "law",
      "report",
      "website",
      "reference_data",
      "declaration",
      "convention",
    ]),
    title: z.string(),
    publisher: z.string(),
    published: Span.nullable().describe("Null: the document carries no date."),
    url: z.string().nullable().describe("Public address, or a bare host where only that is known."),
    reference: z.string().nullable().describe("Official reference, or the document's file name."),
  }),
);

export const Citation = named(
  "Citation",
  "One sentence of a source: what a figure stands on.",
  z.strictObject({
    id: z.string(),
    sourceId: z.string(),
    sense: z.string().describe("What the sentence says, reworded (French)."),
    note: z.string().nullable().describe("How it was read, and what stays ambiguous (French)."),
  }),
);

/** The id of the citation, in the same answer, that says so. */
export const citation = z.string().describe("Id of one of `citations`.");
