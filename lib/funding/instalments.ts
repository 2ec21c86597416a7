/**
 * When what is due is paid (domain.md, section 5). Sources: fonctionnement: JORF of 24/08/2019, art. 9.1,
 * and juriblio.fr annexe 307390210; fixed shares: Sénat r25-032. The variable share with the year's
 * balance, and the advance on the prorated amount to the cent, are our reading.
 */
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import { exactShare } from "./arithmetic";
import type { LineCode } from "./codes";
import { anniversaryAfter, type ContractYear } from "./contract-years";
import { type Envelope, envelope } from "./envelope";
import type { EnvelopeInput } from "./input";
import type { EnvelopeLine } from "./line";

/** Share of the year's due paid in advance, in percent. */
export const ADVANCE_PERCENT = 75;

/**
 * - `signature`: fonctionnement of the first year, in full;
 * - `advance`: 75 % of a fixed due, at the anniversary or at the mission's start;
 * - `balance`: the rest of it, and the not-itemised line, at the next anniversary;
 * - `variable`: a variable due, with the year's balance.
 */
export type InstalmentKind = "signature" | "advance" | "balance" | "variable";

export interface Instalment {
  readonly dueOn: IsoDay;
  readonly line: LineCode;
  readonly kind: InstalmentKind;
  readonly amountCents: Cents;
}

/**
 * The instalments of one contract year, by day then by line. They sum to `totals.dueCents` exactly: a due
 * that is not known has no instalment, so that with `totals.dueIsMinimum` the list is incomplete. None is 0.
 */
export function instalments({ lines, input }: Envelope): Instalment[] {
  const settledOn = anniversaryAfter(input.contractYear);
  return byDay(lines.flatMap((line) => instalmentsOf(line, input.contractYear, settledOn)));
}

/** The instalments of several years of one contract, merged by day; they sum to the dues of those years. */
export function instalmentsOfYears(envelopes: readonly Envelope[]): Instalment[] {
  return byDay(envelopes.flatMap((year) => instalments(year)));
}

/** The instalments of a whole contract, one input per contract year. */
export function instalmentsOfContract(years: readonly EnvelopeInput[]): Instalment[] {
  return instalmentsOfYears(years.map((input) => envelope(input)));
}

function instalmentsOf(
  { line, part, due, startedOn }: EnvelopeLine,
  year: ContractYear,
  settledOn: IsoDay,
): Instalment[] {
  if (typeof due !== "number" || due === 0) return [];
  if (part === "variable") return [{ dueOn: settledOn, line, kind: "variable", amountCents: due }];
  if (part === "unknown") return [{ dueOn: settledOn, line, kind: "balance", amountCents: due }];
  if (line === "fonctionnement" && year.index === 1) {
    return [{ dueOn: year.start, line, kind: "signature", amountCents: due }];
  }
  const advanceOn = startedOn !== null && startedOn > year.start ? startedOn : year.start;
  const advance = exactShare(due, ADVANCE_PERCENT, 100);
  const both: Instalment[] = [
    { dueOn: advanceOn, line, kind: "advance", amountCents: advance },
    { dueOn: settledOn, line, kind: "balance", amountCents: due - advance },
  ];
  return both.filter(({ amountCents }) => amountCents > 0);
}

/** A stable sort: within a day, the lines keep the agreement's order. */
function byDay(list: readonly Instalment[]): Instalment[] {
  return [...list].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
