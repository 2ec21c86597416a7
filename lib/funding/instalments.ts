/** The instalments of the public API: what the calendar says of amounts that are known. */
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import { byDay, type DueKind, entriesOfYear } from "./calendar";
import type { LineCode } from "./codes";
import { type Envelope, envelope } from "./envelope";
import type { EnvelopeInput } from "./input";

export interface Instalment {
  readonly dueOn: IsoDay;
  readonly line: LineCode;
  readonly kind: DueKind;
  /** Negative for a repayment. */
  readonly amountCents: Cents;
}

/**
 * The instalments of one contract year, by day then by line. They sum to `totals.dueCents` exactly: a due
 * that is not known has no instalment, so that with `totals.dueIsMinimum` the list is incomplete. None is 0.
 */
export function instalments(year: Envelope): Instalment[] {
  return instalmentsOfYears([year]);
}

/** The instalments of several years of one contract, merged by day; they sum to the dues of those years. */
export function instalmentsOfYears(envelopes: readonly Envelope[]): Instalment[] {
  const known = envelopes.flatMap(entriesOfYear).flatMap(({ dueOn, line, kind, amount }) => {
    return typeof amount === "number" ? [{ dueOn, line, kind, amountCents: amount }] : [];
  });
  return byDay(known);
}

/** The instalments of a whole contract, one input per contract year. */
export function instalmentsOfContract(years: readonly EnvelopeInput[]): Instalment[] {
  return instalmentsOfYears(years.map((input) => envelope(input)));
}
