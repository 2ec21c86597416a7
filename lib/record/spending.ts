/**
 * The sums of a spending sheet. What is not stated is no zero: a sum is of what is stated, and says nothing where
 * nothing is. A sheet said to be complete spent 0 on what it does not name; its budget stays what it states.
 */
import { type Cents, sumCents } from "../kernel/money";
import {
  SPENDING_LINES,
  SPENDING_NATURES,
  type SpendingEntry,
  type SpendingLine,
  type SpendingNature,
  type SpendingSheet,
} from "./money";

export interface BudgetAndSpent {
  /** Null: not stated. */
  readonly budgetCents: Cents | null;
  readonly spentCents: Cents | null;
  /**
   * Budget less spent: negative when more was spent than planned. Null where either is not stated, in the sum or in
   * any part of it: what was spent without a budget on record is no overrun.
   */
  readonly leftCents: Cents | null;
}

export interface SpendingTotals {
  readonly byLine: Readonly<Record<SpendingLine, BudgetAndSpent>>;
  readonly byNature: Readonly<Record<SpendingNature, BudgetAndSpent>>;
  readonly all: BudgetAndSpent;
}

type Stated = Pick<SpendingSheet, "complete" | "entries">;

export function spendingTotals({ complete, entries }: Stated): SpendingTotals {
  const said = entries.filter((one) => one.budgetCents !== null || one.spentCents !== null);
  const sums = (of: readonly SpendingEntry[]) => sumOf(of, complete);
  return {
    byLine: byKey(SPENDING_LINES, (line) => sums(said.filter((one) => one.line === line))),
    byNature: byKey(SPENDING_NATURES, (nature) => sums(said.filter((one) => one.nature === nature))),
    all: sums(said),
  };
}

function sumOf(entries: readonly SpendingEntry[], complete: boolean): BudgetAndSpent {
  const budgetCents = stated(entries.map((one) => one.budgetCents));
  const spentCents = stated(entries.map((one) => one.spentCents)) ?? (complete ? 0 : null);
  const isWhole = entries.every((one) => one.budgetCents !== null && (one.spentCents !== null || complete));
  return { budgetCents, spentCents, leftCents: isWhole ? leftOf(budgetCents, spentCents) : null };
}

function stated(amounts: readonly (Cents | null)[]): Cents | null {
  const known = amounts.filter((cents) => cents !== null);
  return known.length === 0 ? null : sumCents(known);
}

export function leftOf(budgetCents: Cents | null, spentCents: Cents | null): Cents | null {
  return budgetCents === null || spentCents === null ? null : budgetCents - spentCents;
}

function byKey<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}

/** What a sheet says of one line and nature; nothing stated where it does not name them. */
export function entryOf({ entries }: Stated, line: SpendingLine, nature: SpendingNature): SpendingEntry {
  const found = entries.find((one) => one.line === line && one.nature === nature);
  return found ?? { line, nature, budgetCents: null, spentCents: null };
}
