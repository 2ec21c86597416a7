import { z } from "zod";

/** How long a key may hold, in months; the first where none is chosen. */
export const KEY_MONTHS = ["12", "6", "3", "1"] as const;

export const MOST_LABEL = 80;

/** What one says of a key before it is made. */
export const keySchema = z.object({
  label: z
    .string()
    .trim()
    .min(1, "Nommez ce qui s’en servira, par exemple «\u00a0tableau de bord régional\u00a0».")
    .max(MOST_LABEL, `Au plus ${MOST_LABEL} caractères\u00a0: raccourcissez le nom.`),
  months: z.enum(KEY_MONTHS, "Choisissez une durée de la liste."),
});
