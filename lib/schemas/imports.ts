import { z } from "zod";
import { IMPORT_KINDS } from "../import/columns";
import { isoDaySchema } from "./address";
import { optionalText, requiredText } from "./sections/fields";

/** What is said of a file when it is sent. */
export const importForm = z.object({
  kind: z.enum(IMPORT_KINDS, "est obligatoire\u00a0: choisissez ce que le fichier contient"),
  asOf: z
    .string("est obligatoire\u00a0: indiquez le jour des faits")
    .refine(
      (day) => isoDaySchema.safeParse(day).success,
      "n’est pas un jour\u00a0: indiquez celui des faits",
    ),
  statedBy: requiredText(160, "est obligatoire\u00a0: dites qui donne ces informations"),
  complete: z.boolean(),
  note: optionalText(500),
});
