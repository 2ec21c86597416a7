import { z } from "zod";
import { isoDaySchema } from "../address";

/** The parameters of each address: what is not named here is refused, since a misspelt one would go unheeded. */

const asOf = isoDaySchema.optional().describe("Day to describe; absent: today in metropolitan France.");

const STAGES = ["signed", "validated", "intent", "none"] as const;
const LONGEST_SEARCH = 100;

export const AsOfQuery = z.strictObject({ asOf });

export const CptsQuery = z.strictObject({
  department: z
    .string()
    .min(1, "est vide : indiquez le code d’un département, par exemple 63")
    .optional()
    .meta({
      description: "Only those attached to this department, or that hold communes of it.",
      examples: ["63"],
    }),
  stage: z
    .enum(STAGES, `n’est pas une étape connue ; valeurs possibles : ${STAGES.join(", ")}`)
    .optional()
    .describe("Only those certain to be at this stage on the day."),
  asOf,
});

export const SearchQuery = z.strictObject({
  q: z
    .string("est obligatoire : indiquez un nom, un code postal ou un code INSEE")
    .refine((text) => text.trim() !== "", "est vide : indiquez un nom, un code postal ou un code INSEE")
    .max(LONGEST_SEARCH, `dépasse ${LONGEST_SEARCH} caractères`)
    .meta({
      description:
        "A name (accents and case do not matter), a postal code, an INSEE code or the beginning of one.",
      examples: ["saint eloy", "63000"],
      minLength: 1,
    }),
});

export const NoQuery = z.strictObject({});
