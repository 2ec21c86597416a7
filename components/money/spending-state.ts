import {
  SPENDING_LINES,
  SPENDING_NATURES,
  type SpendingEntry,
  type SpendingLine,
  type SpendingNature,
  type SpendingSheet,
} from "@/lib/record/money";
import { entryOf } from "@/lib/record/spending";
import type { FormState } from "@/lib/schemas/form";
import { cellName, type SpendingPart } from "@/lib/schemas/spending-cells";
import { centsToType, typedCents } from "@/lib/schemas/typed-amount";

export type SpendingSaid = Pick<SpendingSheet, "complete" | "comment" | "entries">;

/** What the form of a year's spending comes back with. */
export interface SpendingState extends FormState {
  /** What somebody else saved meanwhile: shown beside what was typed, never in its place. */
  readonly theirs: {
    readonly version: number;
    readonly content: SpendingSaid;
    readonly by: string | null;
    readonly at: string | null;
  } | null;
}

export const SPENDING_CELLS = SPENDING_LINES.flatMap((line) =>
  SPENDING_NATURES.map((nature) => ({ line, nature })),
);

/** What is typed in the fields, as amounts; a text that is none states nothing, and the server says so. */
export function typedEntries(textIn: (field: string) => string): SpendingEntry[] {
  const cents = (part: SpendingPart, line: SpendingLine, nature: SpendingNature) =>
    typedCents(textIn(cellName(part, line, nature))) ?? null;
  return SPENDING_CELLS.map(({ line, nature }) => ({
    line,
    nature,
    budgetCents: cents("budget", line, nature),
    spentCents: cents("spent", line, nature),
  }));
}

/** What the field of a cell shows first. */
export function heldText(
  sheet: Pick<SpendingSheet, "complete" | "entries">,
  part: SpendingPart,
  line: SpendingLine,
  nature: SpendingNature,
): string {
  const { budgetCents, spentCents } = entryOf(sheet, line, nature);
  return centsToType(part === "budget" ? budgetCents : spentCents);
}
