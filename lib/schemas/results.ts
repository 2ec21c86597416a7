import { z } from "zod";
import { MISSIONS } from "../record/cpts";
import { textOf } from "./form";
import { choice, listOf, optionalDay, optionalDecimal, optionalText, requiredText } from "./sections/fields";

const MOST_INDICATORS = 200;
export const MOST_REASON = 1_000;

/** A page or a file that shows a result: nothing but the web, since it will be followed. */
const link = optionalText(500).refine(
  (value) =>
    value === null || z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).safeParse(value).success,
  "n’est pas une adresse du web\u00a0: écrivez par exemple https://www.cpts.fr/bilan.pdf",
);

const chosen = (message: string) =>
  z
    .uuid(message)
    .or(z.literal(""))
    .nullish()
    .transform((value) => value || null);

const evidence = {
  documentId: chosen("n’est pas un document de cette CPTS"),
  link,
  comment: optionalText(1_000),
};

/** « 66,67 » to 0.6667: a rate in percent, with four decimals at most. */
const percentage = optionalDecimal
  .refine(
    (value) =>
      value === null || (value >= 0 && value <= 100 && Math.round(value * 10_000) / 10_000 === value),
    "doit être de 0 à 100, avec quatre décimales au plus",
  )
  .transform((value) => (value === null ? null : Math.round(value * 10_000) / 1_000_000));

/** What is typed of a year: the indicators' terms are the contract's, and come from it. */
export const resultsForm = z.object({
  crisisRecognised: z
    .enum(["", "yes", "no"], "n’est pas dans la liste")
    .transform((value) => (value === "" ? null : value === "yes")),
  missions: listOf(
    z.object({
      mission: choice(MISSIONS, "est obligatoire"),
      achievement: percentage,
      ...evidence,
      /** In the order of the contract. */
      indicators: listOf(z.object({ value: optionalDecimal, ...evidence }), MOST_INDICATORS, "indicateurs"),
    }),
    MISSIONS.length,
    "missions",
  ),
  comment: optionalText(4_000),
});
export type ResultsTyped = z.output<typeof resultsForm>;

/** What settling asks for besides. */
export const settlingForm = z.object({
  settledOn: optionalDay,
  meetingId: chosen("n’est pas une réunion de cette CPTS"),
  /** « 1 »: what has no value stays unknown, and the agent says so. */
  unknown: z
    .string()
    .nullish()
    .transform((value) => value === "1"),
});

export const reopeningReason = requiredText(
  MOST_REASON,
  "est obligatoire\u00a0: dites pourquoi l’année est rouverte, l’historique le garde",
);

/** The names of the fields of one mission, or of one of its indicators: those of the form and of its faults. */
export const resultField = (field: string, mission: string, indicator?: number): string =>
  indicator === undefined ? `${field}-${mission}` : `${field}-${mission}-${indicator}`;

/** The form as {@link resultsForm} reads it. `missions` fields say which missions it has, and how many indicators. */
export function resultsInForm(form: FormData) {
  const evidenceOf = (mission: string, indicator?: number) => ({
    documentId: textOf(form, resultField("document", mission, indicator)),
    link: textOf(form, resultField("link", mission, indicator)),
    comment: textOf(form, resultField("comment", mission, indicator)),
  });
  return {
    crisisRecognised: textOf(form, "crisis"),
    missions: form.getAll("missions").flatMap((said) => {
      const [mission = "", count = "0"] = typeof said === "string" ? said.split(":") : [];
      const indicators = Math.min(Number(count) || 0, MOST_INDICATORS);
      return [
        {
          mission,
          achievement: textOf(form, resultField("rate", mission)),
          ...evidenceOf(mission),
          indicators: Array.from({ length: indicators }, (_, index) => ({
            value: textOf(form, resultField("value", mission, index)),
            ...evidenceOf(mission, index),
          })),
        },
      ];
    }),
    comment: textOf(form, "comment"),
  };
}
