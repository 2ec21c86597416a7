import { z } from "zod";
import { MOST_DEPARTMENTS } from "./most";
import { listOf, optionalText, requiredDay, requiredText } from "./sections/fields";

/** A CPTS as it begins: its letter of intent. */
export interface CreationContent {
  readonly name: string;
  /** The first is the one whose CPAM holds the contract. */
  readonly departments: readonly string[];
  readonly letterOn: string;
  readonly note: string | null;
  /** Slugs of the CPTS of the same or nearly the same name that the writer has seen, and says to be others. */
  readonly distinctFrom: readonly string[];
}

export const creationForm = z.object({
  name: requiredText(120, "est obligatoire\u00a0: indiquez le nom de la CPTS").refine(
    (name) => name === "" || /[\p{L}\p{N}]/u.test(name),
    "ne contient ni lettre ni chiffre\u00a0: écrivez le nom de la CPTS",
  ),
  departments: listOf(
    z.string("n’est pas un département").regex(/^(\d{2,3}|2[AB])$/, "n’est pas un département"),
    MOST_DEPARTMENTS,
    "départements",
  )
    .refine(
      (codes) => codes.length > 0,
      "est obligatoire\u00a0: choisissez le département dont la CPAM tient le contrat",
    )
    .refine((codes) => new Set(codes).size === codes.length, "nomme deux fois le même département"),
  letterOn: requiredDay("est obligatoire\u00a0: indiquez le jour de la lettre d’intention"),
  note: optionalText(500),
  distinctFrom: listOf(z.string("n’est pas une CPTS").max(200), 1_000, "CPTS"),
}) satisfies z.ZodType<CreationContent>;
