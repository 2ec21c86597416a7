import { z } from "zod";
import { PAYERS, type MoneyLine, type PaymentTerms } from "../record/money";
import { LINE_CODES, OUTSIDE } from "./payment-choices";
import { amountInEuros, choice, listOf, optionalText, requiredDay } from "./sections/fields";
import { yearRefOf } from "./year-ref";

/** What a form of a payment says. */
export interface PaymentContent {
  readonly terms: PaymentTerms;
  /** Payments just like this one that the writer has seen, and says to be others. */
  readonly distinctFrom: readonly string[];
}

export const MOST_REFERENCE = 80;
export const MOST_NOTE = 1_000;

const settledYear = z
  .string("n’est pas dans la liste")
  .nullish()
  .transform((value, context) => {
    const text = (value ?? "").trim();
    if (text === "") return null;
    const found = yearRefOf(text);
    if (found !== null) return found;
    context.addIssue("n’est pas dans la liste");
    return z.NEVER;
  });

/** A sign is a choice of the form, so that it is never lost in typing. */
const positiveAmount = z
  .union([z.string(), z.number()], "doit être un nombre")
  .nullish()
  .refine((value) => !/^\s*[-−–+]/.test(String(value ?? "")), {
    error: "s’écrit sans signe\u00a0: pour de l’argent rendu par la CPTS, choisissez «\u00a0Reprise\u00a0»",
    abort: true,
  })
  .pipe(amountInEuros("est obligatoire\u00a0: indiquez le montant versé, par exemple 37 500 ou 37 500,50"))
  .refine((cents) => cents > 0, "est nul\u00a0: un versement est d’au moins un centime");

export const paymentForm = z
  .object({
    payer: choice(PAYERS, "est obligatoire\u00a0: choisissez qui a versé"),
    line: choice(
      LINE_CODES,
      "est obligatoire\u00a0: choisissez la ligne de l’accord, ou «\u00a0Hors accord\u00a0»",
    ),
    direction: choice(
      ["paid", "repaid"],
      "est obligatoire\u00a0: choisissez «\u00a0Versement\u00a0» ou «\u00a0Reprise\u00a0»",
    ),
    year: settledYear,
    paidOn: requiredDay("est obligatoire\u00a0: indiquez le jour du versement"),
    amount: positiveAmount,
    reference: optionalText(MOST_REFERENCE),
    note: optionalText(MOST_NOTE),
    distinctFrom: listOf(z.string("n’est pas un versement").max(40), 1_000, "versements"),
  })
  .superRefine(({ line, year }, context) => {
    if (line !== OUTSIDE || year === null) return;
    context.addIssue({
      code: "custom",
      path: ["year"],
      message: "est sans objet hors accord\u00a0: choisissez «\u00a0Non précisée\u00a0»",
    });
  })
  .transform(
    ({ payer, line, direction, year, paidOn, amount, reference, note, distinctFrom }): PaymentContent => ({
      terms: {
        payer,
        line: line === OUTSIDE ? null : (line satisfies MoneyLine),
        settles: year,
        paidOn,
        amountCents: direction === "repaid" ? -amount : amount,
        reference,
        note,
      },
      distinctFrom,
    }),
  );
