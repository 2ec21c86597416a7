import { z } from "zod";
import { DIRECTIONS, INDICATOR_KINDS, stepsFault } from "../../funding";
import { MISSIONS } from "../../record/cpts";
import type { Contents } from "../../record/sections";
import {
  amountInEuros,
  choice,
  listOf,
  optionalCount,
  optionalDecimal,
  requiredCount,
  requiredDecimal,
  requiredText,
} from "./fields";

const MOST_INDICATORS = 200;
const MOST_STEPS = 20;
const MOST_CONTRACTS = 12;
const MOST_YEARS = 20;

const step = z
  .object({
    threshold: requiredDecimal("est obligatoire\u00a0: indiquez la valeur à atteindre, ou retirez le palier"),
    euros: amountInEuros(
      "est obligatoire\u00a0: indiquez ce que ce palier rapporte en tout, ou retirez le palier",
    ),
  })
  .transform(({ threshold, euros }) => ({ threshold, amountCents: euros }));

const indicator = z
  .object({
    contract: requiredCount(MOST_CONTRACTS, "est obligatoire\u00a0: choisissez le contrat").refine(
      (rank) => rank >= 1,
      "commence à 1",
    ),
    mission: choice(MISSIONS, "est obligatoire\u00a0: choisissez la mission"),
    label: requiredText(300, "est obligatoire\u00a0: recopiez l’intitulé de l’annexe"),
    kind: choice(INDICATOR_KINDS, "est obligatoire\u00a0: action ou résultat"),
    unit: requiredText(
      40,
      "est obligatoire\u00a0: indiquez ce qui est compté, par exemple «\u00a0%\u00a0» ou «\u00a0patients\u00a0»",
    ),
    baseline: optionalDecimal,
    direction: choice(DIRECTIONS, "est obligatoire\u00a0: à la hausse ou à la baisse"),
    steps: listOf(step, MOST_STEPS, "paliers"),
    /** Empty: from the first. */
    fromYear: optionalCount(MOST_YEARS)
      .refine((year) => year !== 0, "commence à 1")
      .transform((year) => year ?? 1),
    /** Empty: to the last. */
    toYear: optionalCount(MOST_YEARS).refine((year) => year !== 0, "commence à 1"),
  })
  .superRefine(({ steps, direction, fromYear, toYear }, context) => {
    if (toYear !== null && toYear < fromYear)
      context.addIssue({ code: "custom", path: ["toYear"], message: "précède la première année" });
    const fault = faultOf(steps, direction);
    if (fault) context.addIssue({ code: "custom", ...fault });
  });

type Steps = readonly { readonly threshold: number; readonly amountCents: number }[];

/** The first step that makes no sense after those before it. */
function faultOf(steps: Steps, direction: (typeof DIRECTIONS)[number]) {
  if (steps.length === 0) {
    return {
      path: ["steps"],
      message: "est vide\u00a0: ajoutez au moins un palier, un seul pour tout ou rien",
    };
  }
  for (let index = 0; index < steps.length; index += 1) {
    const fault = stepsFault({ steps: steps.slice(0, index + 1), direction });
    if (fault === "amounts_not_growing") {
      const message =
        index === 0
          ? "doit dépasser 0\u00a0€"
          : "doit dépasser celui du palier précédent\u00a0: un palier dit tout ce que l’indicateur rapporte une fois atteint";
      return { path: ["steps", index, "euros"], message };
    }
    if (fault === "thresholds_out_of_order") {
      const message =
        direction === "rising"
          ? "doit dépasser celui du palier précédent\u00a0: rangez les paliers du plus facile au plus difficile"
          : "doit être inférieur à celui du palier précédent\u00a0: à la baisse, le plus difficile est le plus petit";
      return { path: ["steps", index, "threshold"], message };
    }
  }
  return null;
}

export const indicatorsForm = z
  .object({
    indicators: listOf(indicator, MOST_INDICATORS, "indicateurs").superRefine((indicators, context) => {
      indicators.forEach((one, index) => {
        const twin = indicators.slice(0, index).some((other) => isSame(one, other) && meet(one, other));
        if (twin)
          context.addIssue({
            code: "custom",
            path: [index, "label"],
            message: "est déjà un indicateur de cette mission pour la même année\u00a0: gardez-en un",
          });
      });
    }),
  })
  .transform(({ indicators }) => ({
    indicators: [...indicators].sort((a, b) => a.contract - b.contract),
  })) satisfies z.ZodType<Contents["indicators"]>;

type One = Pick<
  Contents["indicators"]["indicators"][number],
  "contract" | "mission" | "label" | "fromYear" | "toYear"
>;

const isSame = (a: One, b: One): boolean =>
  a.contract === b.contract && a.mission === b.mission && a.label === b.label;

const meet = (a: One, b: One): boolean =>
  a.fromYear <= (b.toYear ?? MOST_YEARS) && b.fromYear <= (a.toYear ?? MOST_YEARS);
