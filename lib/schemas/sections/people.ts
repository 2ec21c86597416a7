import { z } from "zod";
import { PARTNER_KINDS, PROFESSIONS } from "../../record/cpts";
import type { Contents } from "../../record/sections";
import { choice, listOf, optionalCount, optionalText, requiredCount, requiredDay } from "./fields";

const MOST_PROFESSIONALS = 100_000;
const MOST_STRUCTURES = 500;

const countedOn = requiredDay("est obligatoire\u00a0: indiquez le jour du décompte");

export const professionalsForm = z.object({
  asOf: countedOn,
  counts: listOf(
    z.object({
      profession: choice(PROFESSIONS, "est obligatoire\u00a0: choisissez la profession"),
      scope: choice(
        ["members", "territory"],
        "est obligatoire\u00a0: adhérents, ou en exercice sur le territoire",
      ),
      count: requiredCount(
        MOST_PROFESSIONALS,
        "est obligatoire\u00a0: indiquez un nombre, ou retirez la ligne",
      ),
    }),
    2 * PROFESSIONS.length,
    "lignes",
  ).superRefine((counts, context) => {
    const seen = new Set<string>();
    counts.forEach(({ profession, scope }, index) => {
      const line = `${profession} ${scope}`;
      if (seen.has(line))
        context.addIssue({ code: "custom", path: [index, "profession"], message: "est déjà dans la liste" });
      seen.add(line);
    });
  }),
}) satisfies z.ZodType<Contents["professionals"]>;

export const partnersForm = z.object({
  asOf: countedOn,
  structures: listOf(
    z.object({
      kind: choice(PARTNER_KINDS, "est obligatoire\u00a0: choisissez le type de structure"),
      name: optionalText(160),
      count: optionalCount(100_000),
      beds: optionalCount(100_000),
    }),
    MOST_STRUCTURES,
    "structures",
  ),
}) satisfies z.ZodType<Contents["partners"]>;
