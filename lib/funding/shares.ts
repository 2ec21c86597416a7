/** An envelope by what it is made of, and a contract's calendar by day: the sums that pages and files show. */
import { type Mark, weakest } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { LineCode, Part } from "./codes";
import type { Envelope } from "./envelope";
import type { EnvelopeLine } from "./line";
import type { ScenarioInstalment } from "./scenario";

/** Fonctionnement, fixed and variable shares of the missions, what is not itemised. */
export const SHARES = ["fonctionnement", "fixed", "variable", "unknown"] as const;
export type Share = (typeof SHARES)[number];

export function shareOf({ line, part }: { readonly line: LineCode; readonly part: Part }): Share {
  return line === "fonctionnement" ? "fonctionnement" : part;
}

export interface MarkedSum {
  readonly cents: Cents;
  /** The weakest of what is added. */
  readonly mark: Mark;
}

/** The known dues of a year by share; they sum to `totals.dueCents`. */
export function dueShares({ lines }: Envelope): Readonly<Record<Share, MarkedSum>> {
  return shares(
    lines.flatMap(({ line, part, due, dueMark }) =>
      typeof due === "number" ? [{ line, part, amountCents: due, mark: dueMark }] : [],
    ),
  );
}

/** Amounts of a year's maximum that are hypotheses, added up. */
export function maximumToConfirm({ lines }: Envelope): Cents {
  return total(lines.filter(({ mark }) => mark === "H").map(({ maximumCents }) => maximumCents));
}

/** The lines of the missions that nobody engaged, and what a full year of them is worth. */
export function leftOut({ lines }: Envelope): {
  readonly lines: readonly EnvelopeLine[];
  readonly sum: MarkedSum;
} {
  const left = lines.filter(({ reason }) => reason === "not_engaged");
  const cents = total(left.map(({ amountCents }) => amountCents ?? 0));
  return { lines: left, sum: { cents, mark: weakest(left.map(({ mark }) => mark)) } };
}

/** What is paid on one day for one contract year, advances apart from what settles it. */
export interface PaymentOfYear {
  readonly dueOn: IsoDay;
  readonly year: number;
  readonly settles: boolean;
  readonly instalments: readonly ScenarioInstalment[];
  readonly shares: Readonly<Record<Share, MarkedSum>>;
  readonly sum: MarkedSum;
}

/** One day of the calendar, whatever years it pays. */
export interface PaymentDay {
  readonly dueOn: IsoDay;
  readonly shares: Readonly<Record<Share, MarkedSum>>;
  readonly sum: MarkedSum;
}

/** The instalments by day, then by contract year: the balance of a year before the advances of the next. */
export function paymentsOf(instalments: readonly ScenarioInstalment[]): PaymentOfYear[] {
  return grouped(instalments, ({ dueOn, year, kind }) => `${dueOn} ${year} ${settles(kind)}`).map((paid) => ({
    dueOn: paid[0].dueOn,
    year: paid[0].year,
    settles: settles(paid[0].kind),
    instalments: paid,
    ...summed(paid),
  }));
}

export function paymentDays(instalments: readonly ScenarioInstalment[]): PaymentDay[] {
  return grouped(instalments, ({ dueOn }) => dueOn).map((paid) => ({
    dueOn: paid[0].dueOn,
    ...summed(paid),
  }));
}

function settles(kind: ScenarioInstalment["kind"]): boolean {
  return kind === "balance" || kind === "variable";
}

type Some<T> = readonly [T, ...T[]];

function grouped(
  instalments: readonly ScenarioInstalment[],
  key: (one: ScenarioInstalment) => string,
): Some<ScenarioInstalment>[] {
  const groups = new Map<string, [ScenarioInstalment, ...ScenarioInstalment[]]>();
  for (const one of instalments) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

interface Marked {
  readonly line: LineCode;
  readonly part: Part;
  readonly amountCents: Cents;
  readonly mark: Mark;
}

function summed(paid: readonly Marked[]) {
  return { shares: shares(paid), sum: marked(paid) };
}

function shares(amounts: readonly Marked[]): Readonly<Record<Share, MarkedSum>> {
  const of = (share: Share) => marked(amounts.filter((one) => shareOf(one) === share));
  return {
    fonctionnement: of("fonctionnement"),
    fixed: of("fixed"),
    variable: of("variable"),
    unknown: of("unknown"),
  };
}

/** A part that is 0 makes no sum less certain. */
function marked(amounts: readonly Marked[]): MarkedSum {
  const paid = amounts.filter(({ amountCents }) => amountCents !== 0);
  return {
    cents: total(paid.map(({ amountCents }) => amountCents)),
    mark: weakest(paid.map(({ mark }) => mark)),
  };
}

function total(cents: readonly Cents[]): Cents {
  return cents.reduce((sum, one) => sum + one, 0);
}
