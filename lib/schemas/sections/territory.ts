import { z } from "zod";
import type { Contents } from "../../record/sections";
import { listOf, optionalText, requiredDay } from "./fields";

/** More than the largest department has: no CPTS is larger. */
export const MOST_COMMUNES = 2_000;

const share = z.union(
  [
    z.literal("whole"),
    z.literal("unknown"),
    z
      .object({
        numerator: z.int().positive().max(1_000_000),
        denominator: z.int().positive().max(1_000_000),
      })
      .refine(
        ({ numerator, denominator }) => numerator < denominator,
        "doit être inférieure à la commune entière",
      ),
  ],
  "n’est pas une part de commune\u00a0: entière, inconnue, ou une fraction",
);

export const territoryForm = z.object({
  from: requiredDay("est obligatoire\u00a0: indiquez le jour où ce territoire prend effet"),
  communes: listOf(
    z.object({
      code: z
        .string()
        .regex(/^(\d{2}|2[AB])\d{3}$/, "n’est pas un code INSEE\u00a0: 5 caractères, par exemple 63113"),
      share,
      note: optionalText(500),
    }),
    MOST_COMMUNES,
    "communes",
  )
    .refine((communes) => communes.length > 0, "est vide\u00a0: ajoutez au moins une commune")
    .superRefine((communes, context) => {
      const seen = new Set<string>();
      communes.forEach(({ code }, index) => {
        if (seen.has(code))
          context.addIssue({
            code: "custom",
            path: [index, "code"],
            message: `${code} est deux fois dans la liste`,
          });
        seen.add(code);
      });
    })
    .transform((communes) => [...communes].sort((a, b) => (a.code < b.code ? -1 : 1))),
}) satisfies z.ZodType<Contents["territory"]>;
