import { z } from "zod";
import { SPENDING_LINES, SPENDING_NATURES, type SpendingEntry, type SpendingSheet } from "../record/money";
import { listOf, optionalAmount, optionalText } from "./sections/fields";

export const MOST_SHEET_COMMENT = 2_000;

/** What the form of a contract year's spending says. */
export type SpendingContent = Pick<SpendingSheet, "complete" | "comment" | "entries">;

/** Cells that say something, in the order of the lines and natures; one said twice is refused. */
export const spendingForm = z
  .object({
    complete: z.boolean("doit être vrai ou faux"),
    comment: optionalText(MOST_SHEET_COMMENT),
    entries: listOf(
      z.object({
        line: z.enum(SPENDING_LINES, "n’est pas une ligne de l’accord"),
        nature: z.enum(SPENDING_NATURES, "n’est pas une nature de dépense"),
        budgetCents: optionalAmount,
        spentCents: optionalAmount,
      }),
      SPENDING_LINES.length * SPENDING_NATURES.length,
      "montants",
    ),
  })
  .superRefine(({ entries }, context) => {
    const seen = new Set<string>();
    entries.forEach(({ line, nature }, index) => {
      const key = `${line} ${nature}`;
      if (seen.has(key)) {
        context.addIssue({ code: "custom", path: ["entries", index], message: "est donné deux fois" });
      }
      seen.add(key);
    });
  })
  .transform(({ complete, comment, entries }): SpendingContent => ({
    complete,
    comment,
    entries: inOrder(entries.filter((one) => one.budgetCents !== null || one.spentCents !== null)),
  }));

function inOrder(entries: readonly SpendingEntry[]): SpendingEntry[] {
  const place = (one: SpendingEntry) =>
    SPENDING_LINES.indexOf(one.line) * SPENDING_NATURES.length + SPENDING_NATURES.indexOf(one.nature);
  return [...entries].sort((a, b) => place(a) - place(b));
}
