/** The envelope of one contract year: explained line by line, or totals alone. */
import type { Cents } from "../kernel/money";
import { type EnvelopeInput, resolve } from "./input";
import type { EnvelopeLine } from "./line";
import { RULINGS } from "./rules";
import type { Schedule, SizeTier } from "./schedule";
import { type EnvelopeTotals, settle } from "./settle";

export interface Envelope {
  readonly input: EnvelopeInput;
  readonly schedule: Schedule;
  readonly sizeTier: SizeTier;
  /** True when a source states the tier; false when the population gives it. */
  readonly sizeTierStated: boolean;
  /** True for a year that begins after the term, without a renewal on record. */
  readonly pastTerm: boolean;
  /** In the order of the agreement; every line of the schedule, engaged or not. */
  readonly lines: readonly EnvelopeLine[];
  readonly totals: EnvelopeTotals;
  /** Contract less schedule over the lines counted; null when the contract states no amount. */
  readonly contractDifferenceCents: Cents | null;
}

/**
 * What a contract earns in one year, line by line. Amounts in integer cents; an unknown due is an
 * absence, never 0. Sentences are built apart, by `explainLine`.
 *
 * Throws a RangeError on an input that makes no sense (see `resolve` in `input.ts`).
 */
export function envelope(input: EnvelopeInput): Envelope {
  const kase = resolve(input);
  const lines: EnvelopeLine[] = [];
  const totals = settle(kase, lines);
  return {
    input,
    schedule: input.schedule,
    sizeTier: kase.tier,
    sizeTierStated: input.sizeTier !== undefined,
    pastTerm: kase.pastTerm,
    lines,
    totals,
    contractDifferenceCents: contractDifference(lines),
  };
}

/** The totals of {@link envelope}, by the same walk, without describing the lines. */
export function envelopeTotals(input: EnvelopeInput): EnvelopeTotals {
  return settle(resolve(input), null);
}

function contractDifference(lines: readonly EnvelopeLine[]): Cents | null {
  const stated = lines.filter(({ contractCents }) => contractCents !== null);
  if (stated.length === 0) return null;
  return stated
    .filter(({ reason }) => RULINGS[reason].counts)
    .reduce((sum, line) => sum + (line.contractCents ?? 0) - (line.scheduleCents ?? 0), 0);
}
