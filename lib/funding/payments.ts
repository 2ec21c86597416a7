/**
 * What was paid against what was due. Matching depends on amounts, days, lines and years alone, never on the
 * order in which payments were recorded.
 */
import { daysBetween, type IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { DueEntry } from "./calendar";
import type { LineCode } from "./codes";

export interface Payment {
  readonly paidOn: IsoDay;
  /** Null: outside the agreement (start-up aid, writing the projet de santé), never matched to a due. */
  readonly line: LineCode | null;
  /** The contract year it settles, as the payer says; null: the oldest due first. */
  readonly year: number | null;
  /** Negative: money that came back (a repayment). Never 0. */
  readonly amountCents: Cents;
}

/**
 * - `paid`: to the cent; `short`: in part; `unpaid`: nothing, the day is past; `upcoming`: nothing yet, the
 *   day is to come; `unconfirmed`: money came while the due is not known.
 */
export type DueStatus = "paid" | "short" | "unpaid" | "upcoming" | "unconfirmed";

export interface MatchedDue extends DueEntry {
  readonly paidCents: Cents;
  readonly status: DueStatus;
  /** The day of the payment that completed it; null until then. */
  readonly completedOn: IsoDay | null;
  /** Days from the due day to its completion, or to the day asked while it waits: negative when early; null before the day. */
  readonly daysLate: number | null;
}

export interface Surplus<P extends Payment> {
  readonly payment: P;
  /** The part of it that nothing due takes. */
  readonly surplusCents: Cents;
}

export interface Matching<P extends Payment = Payment> {
  /** In the calendar's order. */
  readonly dues: readonly MatchedDue[];
  /** Paid on a line beyond all that it is due. */
  readonly over: readonly Surplus<P>[];
  /** Payments of a line with nothing due, or outside the agreement. */
  readonly unmatched: readonly P[];
}

/** A due while payments are poured into it. */
interface Open {
  readonly entry: DueEntry;
  paid: Cents;
  completedOn: IsoDay | null;
}

/**
 * Sets payments against a calendar, as of a day: later payments are left out. A payment that names its year
 * goes to the dues of that year; one that does not goes to the oldest due of its line. A negative payment
 * goes to repayments alone. What is known is filled before what is not.
 *
 * Always: sum of `paidCents` + surpluses + unmatched = sum of the payments taken.
 */
export function matchPayments<P extends Payment>(
  dues: readonly DueEntry[],
  payments: readonly P[],
  asOf: IsoDay,
): Matching<P> {
  const open = dues.map((entry): Open => ({ entry, paid: 0, completedOn: null }));
  const over: Surplus<P>[] = [];
  const unmatched: P[] = [];
  const taken = inOrder(payments.filter(({ paidOn }) => paidOn <= asOf));
  for (const payment of [
    ...taken.filter(({ year }) => year !== null),
    ...taken.filter(({ year }) => year === null),
  ]) {
    const candidates = open.filter((one) => takes(one, payment));
    if (candidates.length === 0) {
      unmatched.push(payment);
      continue;
    }
    const left = pour(payment, candidates);
    if (left !== 0) over.push({ payment, surplusCents: left });
  }
  return { dues: open.map((one) => matched(one, asOf)), over, unmatched };
}

/** By day, then by what distinguishes two payments: equal ones are interchangeable. */
function inOrder<P extends Payment>(payments: readonly P[]): P[] {
  return [...payments].sort(
    (a, b) =>
      compare(a.paidOn, b.paidOn) || compare(a.line ?? "", b.line ?? "") || b.amountCents - a.amountCents,
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function takes({ entry }: Open, { line, year, amountCents }: Payment): boolean {
  if (entry.line !== line || (year !== null && entry.year !== year)) return false;
  return (entry.kind === "repayment") === amountCents < 0;
}

/** Fills the known dues in order, then the unknown ones up to what they could reach. @returns what is left. */
function pour(payment: Payment, candidates: readonly Open[]): Cents {
  let left = payment.amountCents;
  const known = candidates.filter(({ entry }) => typeof entry.amount === "number");
  const unknown = candidates.filter(({ entry }) => typeof entry.amount !== "number");
  for (const one of [...known, ...unknown]) {
    if (left === 0) break;
    const room = one.entry.atMostCents - one.paid;
    const part = left < 0 ? Math.max(left, room) : Math.min(left, room);
    if (part === 0) continue;
    one.paid += part;
    left -= part;
    if (one.paid === one.entry.amount) one.completedOn = payment.paidOn;
  }
  return left;
}

function matched({ entry, paid, completedOn }: Open, asOf: IsoDay): MatchedDue {
  const past = entry.dueOn <= asOf;
  const until = completedOn ?? (past ? asOf : null);
  return {
    ...entry,
    paidCents: paid,
    status: statusOf(entry, paid, past),
    completedOn,
    daysLate: until === null || typeof entry.amount !== "number" ? null : daysBetween(entry.dueOn, until),
  };
}

function statusOf({ amount }: DueEntry, paid: Cents, past: boolean): DueStatus {
  if (paid !== 0 && paid === amount) return "paid";
  if (paid !== 0) return typeof amount === "number" ? "short" : "unconfirmed";
  return past ? "unpaid" : "upcoming";
}

/** What a line was paid for a year, surpluses included. */
export interface PaidForYear {
  readonly line: LineCode;
  readonly year: number;
  readonly paidCents: Cents;
}

/**
 * The payments of a matching by line and year: of the dues that took them, of the year they name, else of the
 * contract year of their day (`yearOf`). They sum to all the payments that name a line.
 */
export function paidByYear(matching: Matching, yearOf: (day: IsoDay) => number): PaidForYear[] {
  const sums = new Map<string, { line: LineCode; year: number; paidCents: Cents }>();
  const add = (line: LineCode, year: number, cents: Cents) => {
    const key = `${line} ${year}`;
    const known = sums.get(key);
    if (known) known.paidCents += cents;
    else if (cents !== 0) sums.set(key, { line, year, paidCents: cents });
  };
  for (const { line, year, paidCents } of matching.dues) add(line, year, paidCents);
  for (const { payment, surplusCents } of matching.over) {
    if (payment.line) add(payment.line, payment.year ?? yearOf(payment.paidOn), surplusCents);
  }
  for (const { line, year, paidOn, amountCents } of matching.unmatched) {
    if (line) add(line, year ?? yearOf(paidOn), amountCents);
  }
  return [...sums.values()];
}
