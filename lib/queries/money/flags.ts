import type { Part, Reason } from "../../funding";
import type { Absence } from "../../kernel/certainty";
import type { Cents } from "../../kernel/money";
import type { ContractDue, LineMoney } from "./ledger";

export interface PartReason {
  readonly part: Part;
  readonly reason: Reason;
}

/** A difference between what is due, contracted, paid and spent on a line, with its reason. */
export type MoneyFlag =
  /** The due is not whole: why. */
  | {
      readonly kind: "due_missing";
      readonly absence: Absence;
      /** False where nothing of the due is known. */
      readonly inPart: boolean;
      readonly reasons: readonly PartReason[];
    }
  /** Less is due than the contract could give: by which parts. */
  | {
      readonly kind: "due_below";
      readonly cents: Cents;
      readonly reasons: readonly PartReason[];
    }
  /** The day is past and the money is not there. */
  | { readonly kind: "late"; readonly cents: Cents; readonly dues: readonly ContractDue[] }
  /** What should have come back and has not. */
  | { readonly kind: "repayment_late"; readonly cents: Cents; readonly dues: readonly ContractDue[] }
  /** More was paid (or came back) than all that is due. */
  | { readonly kind: "over"; readonly cents: Cents }
  /** Money came while nobody knows what is due. */
  | { readonly kind: "unconfirmed"; readonly cents: Cents }
  | { readonly kind: "spent_unknown" }
  /** More was spent than received, what was carried in included. */
  | { readonly kind: "overspent"; readonly cents: Cents }
  | { readonly kind: "over_budget"; readonly cents: Cents };

interface Surroundings {
  /** The dues of the line and year. */
  readonly dues: readonly ContractDue[];
  readonly overCents: Cents;
  /** Whether the year has ended: its spending is then expected. */
  readonly isPast: boolean;
}

/** Everything that a reader should look at on one line. Pure. */
export function flagsOf(line: LineMoney, { dues, overCents, isPast }: Surroundings): MoneyFlag[] {
  const waiting = dues.filter(isLate);
  const late = waiting.filter(({ kind }) => kind !== "repayment");
  const repayments = waiting.filter(({ kind }) => kind === "repayment");
  const unconfirmed = sum(
    dues.filter(({ status }) => status === "unconfirmed").map(({ paidCents }) => paidCents),
  );
  const flags: (MoneyFlag | false)[] = [
    dueMissing(line),
    dueBelow(line),
    late.length > 0 && { kind: "late", cents: missing(late), dues: late },
    repayments.length > 0 && { kind: "repayment_late", cents: -missing(repayments), dues: repayments },
    overCents !== 0 && { kind: "over", cents: overCents },
    unconfirmed !== 0 && { kind: "unconfirmed", cents: unconfirmed },
    isPast && line.line !== "non_ventile" && line.spentCents === null && { kind: "spent_unknown" },
    overspent(line),
    overBudget(line),
  ];
  return flags.filter((flag): flag is MoneyFlag => flag !== false);
}

/** The day is past, the amount known, the year on record, and the money not whole. */
export function isLate({ isRecorded, status, daysLate }: ContractDue): boolean {
  return isRecorded && (status === "unpaid" || status === "short") && daysLate !== null && daysLate >= 0;
}

function dueMissing({ dueMissing: absence, dueCents, parts }: LineMoney): MoneyFlag | false {
  if (absence === null) return false;
  const reasons = parts
    .filter(({ due }) => typeof due !== "number")
    .map(({ part, reason }) => ({ part, reason }));
  return { kind: "due_missing", absence, inPart: dueCents !== 0, reasons };
}

function dueBelow({ contractedCents, dueCents, dueMissing, parts }: LineMoney): MoneyFlag | false {
  if (dueMissing !== null || contractedCents === null || dueCents >= contractedCents) return false;
  const reasons = parts
    .filter(({ due, maximumCents }) => typeof due === "number" && due < maximumCents)
    .map(({ part, reason }) => ({ part, reason }));
  return { kind: "due_below", cents: contractedCents - dueCents, reasons };
}

function overspent({ openingCents, paidCents, spentCents }: LineMoney): MoneyFlag | false {
  if (spentCents === null || openingCents === null || paidCents === null) return false;
  const above = spentCents - paidCents - openingCents;
  return above > 0 && { kind: "overspent", cents: above };
}

function overBudget({ budgetCents, spentCents }: LineMoney): MoneyFlag | false {
  if (budgetCents === null || spentCents === null || spentCents <= budgetCents) return false;
  return { kind: "over_budget", cents: spentCents - budgetCents };
}

const missing = (dues: readonly ContractDue[]): Cents =>
  sum(dues.map(({ amount, paidCents }) => (typeof amount === "number" ? amount - paidCents : 0)));

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, cents) => total + cents, 0);
