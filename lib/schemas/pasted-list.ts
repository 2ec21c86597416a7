import { z } from "zod";
import { MOST_PASTED_CHARACTERS } from "../territory/paste";

const MOST_DEPARTMENTS = 101;

/** A list of communes as somebody pasted it, and the departments where a name is looked for first. */
export const pastedList = z.object({
  text: z
    .string("doit être du texte")
    .max(
      MOST_PASTED_CHARACTERS,
      "est trop longue\u00a0: collez au plus 2 000 communes, sans autres colonnes que le code et le nom",
    ),
  near: z.array(z.string().max(3)).max(MOST_DEPARTMENTS).default([]),
});
