import { z } from "zod";
import { DIRECTIONS, INDICATOR_KINDS } from "../../funding";
import { MISSIONS } from "../../record/cpts";
import type { Contents } from "../../record/sections";
import { stepFaultOf } from "../indicator-steps";
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
    const fault = stepFaultOf(steps, direction);
    if (!fault) return;
    const field = fault.on === "amount" ? "euros" : "threshold";
    const path = fault.step === null ? ["steps"] : ["steps", fault.step, field];
    context.addIssue({ code: "custom", path, message: fault.message });
  });

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
