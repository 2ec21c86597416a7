import { z } from "zod";
import { isIsoDay } from "../../kernel/date";
import { FIRST_DAY, LAST_DAY } from "../address";
import { decimalTyped, figures, typedCents } from "../typed-amount";

/**
 * Fields as people type them: text that is trimmed, numbers and amounts written the French way, days. What a
 * form holds goes in, what the record holds comes out; messages say what is wrong and how to mend it.
 */

/** Tabs and line ends apart, control characters have no place in a text; nor have the ones that turn its direction. */
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

const clean = (value: string): string => value.replace(UNSAFE, "").normalize("NFC").trim();

/** A text of one line or several; null when empty. */
export const optionalText = (most: number) =>
  z
    .string("doit être un texte")
    .nullish()
    .transform((value) => clean(value ?? "") || null)
    .refine((value) => (value?.length ?? 0) <= most, `dépasse ${most} caractères\u00a0: abrégez le texte`);

export const requiredText = (most: number, missing: string) =>
  z
    .string(missing)
    .transform(clean)
    .refine((value) => value !== "", missing)
    .refine((value) => value.length <= most, `dépasse ${most} caractères\u00a0: abrégez le texte`);

const asTyped = z.union([z.string(), z.number()], "doit être un nombre").nullish();

/** A whole number from 0 to `most`; null when empty. */
export const optionalCount = (most: number) =>
  asTyped.transform((value, context) => {
    const text = figures(value);
    if (text === "") return null;
    if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
    const limit = most.toLocaleString("fr-FR");
    context.addIssue(`« ${String(value).slice(0, 40)} » n’est pas un nombre entier de 0 à ${limit}`);
    return z.NEVER;
  });

export const requiredCount = (most: number, missing: string) =>
  optionalCount(most).refine((value): value is number => value !== null, missing);

/** Euros as typed (« 60 000,50 ») to cents, null when empty; at most 100 M€. */
export const optionalAmount = asTyped.transform((value, context) => {
  const cents = typedCents(String(value ?? ""));
  if (cents !== undefined) return cents;
  context.addIssue(
    `« ${String(value).slice(0, 40)} » n’est pas un montant en euros\u00a0: écrivez par exemple 60 000 ou 60 000,50`,
  );
  return z.NEVER;
});

export const amountInEuros = (missing: string) =>
  optionalAmount.refine((value): value is number => value !== null, missing);

/** « 82,5 »; null when empty. */
export const optionalDecimal = asTyped.transform((value, context) => {
  if (figures(value) === "") return null;
  const decimal = decimalTyped(value);
  if (decimal !== null) return decimal;
  context.addIssue(
    `« ${String(value).slice(0, 40)} » n’est pas un nombre\u00a0: écrivez par exemple 82 ou 82,5, avec six décimales au plus`,
  );
  return z.NEVER;
});

export const requiredDecimal = (missing: string) =>
  optionalDecimal.refine((value): value is number => value !== null, missing);

const DAY_WORDS = "n’est pas une date\u00a0: choisissez-la, ou écrivez AAAA-MM-JJ, par exemple 2024-12-31";

/** A day; null when empty. */
export const optionalDay = z
  .string("doit être une date")
  .nullish()
  .transform((value, context) => {
    const text = (value ?? "").trim();
    if (text === "") return null;
    if (!isIsoDay(text)) {
      context.addIssue(`« ${text.slice(0, 40)} » ${DAY_WORDS}`);
      return z.NEVER;
    }
    if (text < FIRST_DAY || text > LAST_DAY) {
      context.addIssue("est hors de la période du 26/01/2016 au 31/12/2099");
      return z.NEVER;
    }
    return text;
  });

export const requiredDay = (missing: string) =>
  optionalDay.refine((value): value is string => value !== null, missing);

/** One of a closed list. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T, missing: string) =>
  z.enum(values, { error: (issue) => (issue.input ? "n’est pas dans la liste" : missing) });

/** A list with a longest length, said before each item is looked at. */
export const listOf = <T extends z.ZodType>(item: T, most: number, what: string) =>
  z
    .array(z.unknown(), "doit être une liste")
    .max(most, {
      error: `compte plus de ${most.toLocaleString("fr-FR")} ${what}\u00a0: réduisez la liste`,
      abort: true,
    })
    .pipe(z.array(item));
