/** One line of an envelope: its amount, what it earns, and on what ground. */
import type { Absence, Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { LineCode, Part } from "./codes";
import type { Case, ContractAmount } from "./input";
import type { IndicatorOutcome } from "./indicators";
import { dueOf, type Fraction, outcomesOf, type Reason, type ReasonRuling, startOf } from "./rules";
import type { GridEntry } from "./schedule";

export interface EnvelopeLine {
  readonly line: LineCode;
  readonly part: Part;
  /** What the schedule gives for a full year; null when it has no such line. */
  readonly scheduleCents: Cents | null;
  /** What the contract states instead; null when it states nothing. */
  readonly contractCents: Cents | null;
  /** Contract less schedule; null unless both are known. */
  readonly differenceCents: Cents | null;
  /** The amount used, for a full year: the contract's, else the schedule's; null when neither. */
  readonly amountCents: Cents | null;
  /** What the line adds to the total maximum: `amountCents`, or 0 when this input cannot earn it. */
  readonly maximumCents: Cents;
  /** What the line earns in the year, or why that is not known. Never above `maximumCents`. */
  readonly due: Cents | Absence;
  /** How certain the amount is. */
  readonly mark: Mark;
  /** How certain the due is: the amount's mark, H when a convention without text apportions it. */
  readonly dueMark: Mark;
  /** Where the amount was read (French). */
  readonly source: string;
  readonly reason: Reason;
  /** The fraction of the amount that is due, when one applies. */
  readonly fraction: Fraction | null;
  /** The mission's recorded start; null when unknown or when the line is no mission. */
  readonly startedOn: IsoDay | null;
  /** The indicators that decide a variable share; null where there are none. */
  readonly indicators: readonly IndicatorOutcome[] | null;
}

/** A line once its rule has spoken. */
export interface Settled {
  readonly contract: ContractAmount | undefined;
  readonly by: ReasonRuling;
  readonly fraction: Fraction | null;
  readonly due: Cents | Absence;
  readonly maximumCents: Cents;
  readonly dueMark: Mark;
}

/** The contract's own amount for a line, when it states one. */
export function contractAmountOf(entry: GridEntry, kase: Case): ContractAmount | undefined {
  if (kase.contractAmounts.length === 0) return undefined;
  return kase.contractAmounts.find(({ line, part }) => line === entry.line && part === entry.part);
}

/** Applies a ruling to a line's amount. */
export function settled(
  entry: GridEntry,
  contract: ContractAmount | undefined,
  by: ReasonRuling,
  fraction: Fraction | null,
  conventional: boolean,
): Settled {
  const amount = contract ? contract.amountCents : entry.cents;
  return {
    contract,
    by,
    fraction,
    due: dueOf(by, amount, fraction),
    maximumCents: amount !== null && by.counts ? amount : 0,
    dueMark: conventional ? "H" : contract ? contract.mark : entry.mark,
  };
}

export function describe(entry: GridEntry, kase: Case, result: Settled): EnvelopeLine {
  const { contract } = result;
  const contractCents = contract ? contract.amountCents : null;
  return {
    line: entry.line,
    part: entry.part,
    scheduleCents: entry.cents,
    contractCents,
    differenceCents: contractCents === null || entry.cents === null ? null : contractCents - entry.cents,
    amountCents: contractCents ?? entry.cents,
    maximumCents: result.maximumCents,
    due: result.due,
    mark: contract ? contract.mark : entry.mark,
    dueMark: result.dueMark,
    source: contract ? contract.source : entry.source,
    reason: result.by.reason,
    fraction: result.fraction,
    startedOn: startOf(entry, kase),
    indicators: outcomesOf(entry, kase),
  };
}
