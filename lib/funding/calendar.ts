/**
 * What falls due and when, over the years of one contract (domain.md, section 5). Sources: fonctionnement:
 * JORF of 24/08/2019, art. 9.1, and juriblio.fr annexe 307390210; fixed shares: Sénat r25-032. The variable
 * share with the year's balance, the advance on the prorated amount to the cent, and the day of a repayment
 * (that of the termination) are our reading.
 */
import type { Absence, Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import { exactShare } from "./arithmetic";
import type { LineCode, Part } from "./codes";
import { anniversaryAfter } from "./contract-years";
import { type Envelope, envelope } from "./envelope";
import type { EnvelopeInput } from "./input";
import type { EnvelopeLine } from "./line";

/** Share of the year's due paid in advance, in percent. */
export const ADVANCE_PERCENT = 75;

/**
 * - `signature`: fonctionnement of the first year, in full;
 * - `advance`: 75 % of a fixed due, at the anniversary or at the mission's start;
 * - `balance`: the rest of it, and the not-itemised line, at the next anniversary;
 * - `variable`: a variable due, with the year's balance;
 * - `repayment`: what was advanced and not earned, when the contract or the mission ends within the year.
 */
export type DueKind = "signature" | "advance" | "balance" | "variable" | "repayment";

export interface DueEntry {
  readonly dueOn: IsoDay;
  readonly line: LineCode;
  readonly part: Part;
  /** Contract year that it settles, 1 for the first. */
  readonly year: number;
  readonly kind: DueKind;
  /** Negative for a repayment; never 0. */
  readonly amount: Cents | Absence;
  /** What an unknown amount could reach; the amount itself where it is known. */
  readonly atMostCents: Cents;
  readonly mark: Mark;
}

/**
 * The calendar of the years of one contract, by day, then in the agreement's order. The known amounts of a
 * year sum exactly to its `totals.dueCents`; what is not known has its entry too, without an amount.
 *
 * @throws RangeError on an input that makes no sense (see `resolve` in `input.ts`).
 */
export function calendar(years: readonly EnvelopeInput[]): DueEntry[] {
  return byDay(years.flatMap((input) => entriesOfYear(envelope(input))));
}

/** The entries of one year already computed, in the order of its lines. */
export function entriesOfYear(earned: Envelope): DueEntry[] {
  const { input } = earned;
  const advanced = endsWithin(input) ? envelope(withoutEnd(input)) : earned;
  return earned.lines.flatMap((line, i) => entriesOfLine(line, advanced.lines[i] ?? line, input));
}

/** A stable sort: within a day, the lines keep the agreement's order. */
export function byDay<T extends { readonly dueOn: IsoDay }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** @param expected the line as it stood before anybody knew of an end: what the advances are computed on */
function entriesOfLine(line: EnvelopeLine, expected: EnvelopeLine, input: EnvelopeInput): DueEntry[] {
  const settledOn = settlementDay(input);
  const entry = (dueOn: IsoDay, kind: DueKind, amount: Cents | Absence, atMostCents: Cents): DueEntry => ({
    dueOn,
    line: line.line,
    part: line.part,
    year: input.contractYear.index,
    kind,
    amount,
    atMostCents,
    mark: kind === "advance" ? expected.dueMark : line.dueMark,
  });
  const balanceKind = line.part === "variable" ? "variable" : "balance";
  if (typeof line.due !== "number") {
    const reachable = line.maximumCents > 0 || line.reason === "crisis_unknown";
    if (line.due === "sans_objet" || !reachable) return [];
    return [entry(settledOn, balanceKind, line.due, line.amountCents ?? 0)];
  }
  const advances = line.part === "fixed" ? advancesOf(line, expected, input) : [];
  const before = advances.reduce((sum, { cents }) => sum + cents, 0);
  const rest = line.due - before;
  return [
    ...advances.map(({ dueOn, kind, cents }) => entry(dueOn, kind, cents, cents)),
    ...(rest === 0 ? [] : [entry(settledOn, rest < 0 ? "repayment" : balanceKind, rest, rest)]),
  ];
}

/** What is paid of a fixed share before the year is settled. */
function advancesOf(
  { line }: EnvelopeLine,
  { due, startedOn }: EnvelopeLine,
  { contractYear: year, endedOn = null }: EnvelopeInput,
): readonly { readonly dueOn: IsoDay; readonly kind: DueKind; readonly cents: Cents }[] {
  if (typeof due !== "number" || due === 0) return [];
  if (line === "fonctionnement" && year.index === 1) {
    return [{ dueOn: year.start, kind: "signature", cents: due }];
  }
  const dueOn = startedOn !== null && startedOn > year.start ? startedOn : year.start;
  if (endedOn !== null && dueOn >= endedOn) return [];
  const cents = exactShare(due, ADVANCE_PERCENT, 100);
  return cents === 0 ? [] : [{ dueOn, kind: "advance", cents }];
}

/** The day a year is settled: its anniversary, or the end of the contract within it. */
function settlementDay({ contractYear, endedOn = null }: EnvelopeInput): IsoDay {
  return endedOn !== null && endedOn <= contractYear.end ? endedOn : anniversaryAfter(contractYear);
}

function endsWithin({ contractYear: { start, end }, endedOn, missions }: EnvelopeInput): boolean {
  const within = (day: IsoDay | null | undefined) => !!day && day > start && day <= end;
  return within(endedOn) || missions.some((mission) => within(mission.endedOn));
}

function withoutEnd(input: EnvelopeInput): EnvelopeInput {
  const { end } = input.contractYear;
  const missions = input.missions.map((mission) =>
    mission.endedOn && mission.endedOn > input.contractYear.start && mission.endedOn <= end
      ? { ...mission, endedOn: null }
      : mission,
  );
  return { ...input, missions, endedOn: null };
}
