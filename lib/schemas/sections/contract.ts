import { z } from "zod";
import { LINES, SCHEDULES } from "../../funding";
import type { Contents } from "../../record/sections";
import {
  amountInEuros,
  choice,
  listOf,
  optionalCount,
  optionalDay,
  optionalText,
  requiredCount,
  requiredDay,
  requiredText,
} from "./fields";

const STEP_KINDS = [
  "letter_of_intent",
  "project_validated",
  "signature",
  "amendment",
  "renewal",
  "termination",
] as const;
const PARTY_KINDS = ["cpts", "cpam", "ars", "msa"] as const;
const MOST_TERM_MONTHS = 240;
const MOST_YEARS = MOST_TERM_MONTHS / 12;

const inOrder = "doit suivre le premier jour possible, ou lui être égal";

const step = z
  .object({
    kind: choice(STEP_KINDS, "est obligatoire\u00a0: choisissez l’étape"),
    earliest: requiredDay("est obligatoire\u00a0: indiquez le jour de l’étape"),
    /** Empty: the day is known, and is `earliest`. */
    latest: optionalDay,
    note: optionalText(500),
  })
  .transform((value) => ({ ...value, latest: value.latest ?? value.earliest }))
  .refine(({ earliest, latest }) => earliest <= latest, { path: ["latest"], error: inOrder });

const amount = z
  .object({
    line: choice(LINES, "est obligatoire\u00a0: choisissez la ligne"),
    part: choice(["fixed", "variable"], "est obligatoire\u00a0: volet fixe ou variable"),
    /** Empty: every contract year. */
    year: optionalCount(MOST_YEARS).refine((year) => year !== 0, "commence à 1"),
    euros: amountInEuros(
      "est obligatoire\u00a0: indiquez le montant annuel de l’annexe, ou retirez la ligne",
    ),
  })
  .refine(({ line, part }) => line !== "fonctionnement" || part === "fixed", {
    path: ["part"],
    error: "n’existe pas pour le fonctionnement\u00a0: choisissez le volet fixe",
  })
  .transform(({ euros, ...rest }) => ({ ...rest, amountCents: euros }));

const contract = z
  .object({
    signedEarliest: requiredDay("est obligatoire\u00a0: indiquez le jour de la signature"),
    signedLatest: optionalDay,
    termMonths: requiredCount(
      MOST_TERM_MONTHS,
      "est obligatoire\u00a0: indiquez la durée en mois, 60 d’ordinaire",
    ).refine((months) => months >= 1, "doit être d’un mois au moins"),
    endedOn: optionalDay,
    scheduleId: z
      .string()
      .nullish()
      .transform((value) => value || null)
      .refine(
        (value) => value === null || SCHEDULES.some(({ id }) => id === value),
        "n’est pas un barème connu",
      ),
    parties: listOf(
      z.object({
        kind: choice(PARTY_KINDS, "est obligatoire\u00a0: choisissez le signataire"),
        name: requiredText(160, "est obligatoire\u00a0: nommez le signataire, ou retirez la ligne"),
      }),
      12,
      "signataires",
    ),
    amounts: listOf(amount, 300, "montants").superRefine((amounts, context) => {
      const seen = new Set<string>();
      amounts.forEach(({ line, part, year }, index) => {
        const key = `${line} ${part} ${year ?? "*"}`;
        if (seen.has(key))
          context.addIssue({
            code: "custom",
            path: [index, "line"],
            message: "a déjà un montant pour ce volet et cette année\u00a0: gardez-en un",
          });
        seen.add(key);
      });
    }),
  })
  .transform((value) => ({ ...value, signedLatest: value.signedLatest ?? value.signedEarliest }))
  .superRefine(({ signedEarliest, signedLatest, endedOn }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (signedLatest < signedEarliest) issue("signedLatest", inOrder);
    if (endedOn !== null && endedOn < signedEarliest) issue("endedOn", "précède la signature du contrat");
  });

export const contractForm = z
  .object({ steps: listOf(step, 100, "étapes"), contracts: listOf(contract, 12, "contrats") })
  .superRefine(({ steps, contracts }, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    steps.forEach((one, index) => {
      const first = steps.findIndex(
        (other) => other.kind === one.kind && other.earliest === one.earliest && other.latest === one.latest,
      );
      if (first < index) issue(["steps", index, "kind"], "est déjà dans la liste à cette date");
    });
    const signings = steps.filter(({ kind }) => kind === "signature" || kind === "renewal");
    // A contract with a fault of its own comes here as typed, its last day left empty.
    const signed = contracts.map(({ signedEarliest, signedLatest }) => ({
      earliest: signedEarliest,
      latest: (signedLatest as string | null | undefined) ?? signedEarliest,
    }));
    signed.forEach((when, index) => {
      const same = ({ earliest, latest }: typeof when) =>
        earliest === when.earliest && latest === when.latest;
      if (signed.findIndex(same) < index)
        issue(["contracts", index, "signedEarliest"], "est déjà celle d’un autre contrat");
      const stepped = signings.some(same);
      if (!stepped)
        issue(
          ["contracts", index, "signedEarliest"],
          "ne correspond à aucune signature ni renouvellement des étapes\u00a0: ajoutez l’étape à la même date",
        );
    });
  })
  .transform(({ steps, contracts }) => ({
    steps: [...steps].sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0)),
    contracts: [...contracts].sort((a, b) => (a.signedEarliest < b.signedEarliest ? -1 : 1)),
  })) satisfies z.ZodType<Contents["contract"]>;
