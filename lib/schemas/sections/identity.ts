import { z } from "zod";
import type { Contents } from "../../record/sections";
import { listOf, optionalText, requiredText } from "./fields";

const MOST_CONTACTS = 30;

const email = optionalText(254).refine(
  (value) => value === null || z.email().safeParse(value).success,
  "n’est pas une adresse électronique\u00a0: écrivez par exemple contact@cpts.fr",
);

const phone = optionalText(30).refine(
  (value) => value === null || /^\+?[\d\s.()-]{10,24}$/.test(value),
  "n’est pas un numéro de téléphone\u00a0: écrivez par exemple 04 73 00 00 00",
);

const website = optionalText(300)
  .transform((value) => (value !== null && !/^[a-z]+:/i.test(value) ? `https://${value}` : value))
  .refine(
    (value) =>
      value === null || z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).safeParse(value).success,
    "n’est pas l’adresse d’un site\u00a0: écrivez par exemple https://www.cpts.fr",
  );

const siret = optionalText(20)
  .transform((value) => value?.replace(/\s/g, "") ?? null)
  .refine(
    (value) => value === null || (/^\d{14}$/.test(value) && luhn(value)),
    "n’est pas un SIRET\u00a0: vérifiez ses 14 chiffres",
  );

export const identityForm = z.object({
  name: requiredText(120, "est obligatoire\u00a0: indiquez le nom de la CPTS"),
  legalForm: optionalText(80),
  siret,
  address: optionalText(300),
  email,
  phone,
  website,
  contacts: listOf(
    z.object({
      function: requiredText(120, "est obligatoire\u00a0: indiquez la fonction de la personne"),
      name: requiredText(120, "est obligatoire\u00a0: indiquez le nom de la personne, ou retirez la ligne"),
      email,
      phone,
    }),
    MOST_CONTACTS,
    "contacts",
  ),
}) satisfies z.ZodType<Contents["identity"]>;

/** The check that the last digit of a SIRET makes. */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
