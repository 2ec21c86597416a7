/**
 * The rules that decide what one line earns in one contract year (domain.md, sections 4 and 5).
 * A rule first names its reason, then the reason gives the due: the same two steps serve the bare
 * totals, the explained envelope and its sentences, so that they cannot disagree.
 */
import type { Absence } from "../kernel/certainty";
import { addDays, type IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import { ACHIEVEMENT_SCALE, daysIncluding, exactShare } from "./arithmetic";
import type { Mission } from "./codes";
import {
  indicatorOutcome,
  type IndicatorOutcome,
  indicatorsMaximum,
  type MeasuredIndicator,
} from "./indicators";
import type { Case, MissionInput } from "./input";
import type { GridEntry } from "./schedule";

/** What a reason entails. */
export interface Ruling {
  readonly reason: string;
  /** Why there is no due; null when there is one. */
  readonly absence: Absence | null;
  /** Whether the input could earn the yearly amount in a full year: it then counts in the maximum. */
  readonly counts: boolean;
}

function ruling<R extends string>(reason: R, absence: Absence | null, counts: boolean) {
  return { reason, absence, counts } as const;
}

export const RULINGS = {
  /** Due in full: fonctionnement, or a mission at work since the year's first day. */
  full: ruling("full", null, true),
  /** Fixed share of a mission that starts in the year: exact days over the year's days. */
  prorated: ruling("prorated", null, true),
  /** Variable share: the achievement applied, without proration. */
  achieved: ruling("achieved", null, true),
  /** Fixed share that stops within the year, with the contract, its term or the mission: exact days as well. */
  shortened: ruling("shortened", null, true),
  /** Variable share by indicators: the steps reached, without proration. */
  indicators: ruling("indicators", null, true),
  /** Not-itemised line: in proportion of what the missions earn. */
  apportioned: ruling("apportioned", null, true),
  /** The mission starts after the year: 0. */
  not_started: ruling("not_started", null, true),
  start_unknown: ruling("start_unknown", "non_communique", true),
  achievement_unknown: ruling("achievement_unknown", "non_communique", true),
  /** At least one indicator has no value yet. */
  indicators_unknown: ruling("indicators_unknown", "non_communique", true),
  /** The indicators do not sum to the envelope of the line: the contract is to be mended first. */
  indicators_mismatch: ruling("indicators_mismatch", "a_confirmer", true),
  crisis_unknown: ruling("crisis_unknown", "non_communique", false),
  crisis_not_recognised: ruling("crisis_not_recognised", "sans_objet", false),
  not_engaged: ruling("not_engaged", "sans_objet", false),
  /** Not-itemised line while a complementary mission is not engaged. */
  options_not_engaged: ruling("options_not_engaged", "sans_objet", false),
  /** Not-itemised line while the contract itself states every mission amount. */
  itemised_by_contract: ruling("itemised_by_contract", "sans_objet", false),
  /** Not-itemised line while what a mission earns is not known. */
  missions_unknown: ruling("missions_unknown", "a_confirmer", true),
  /** The mission was created after the signature, and no start is on record. */
  created_later: ruling("created_later", "a_confirmer", true),
  /** Neither the schedule nor the contract has an amount for this mission. */
  no_amount: ruling("no_amount", "a_confirmer", false),
  /** The contract ended before the year began. */
  contract_ended: ruling("contract_ended", "sans_objet", false),
  /** The mission had stopped before the year began. */
  mission_ended: ruling("mission_ended", "sans_objet", false),
  past_term: ruling("past_term", "a_confirmer", true),
} as const satisfies Readonly<Record<string, Ruling>>;

export type Reason = keyof typeof RULINGS;
export type ReasonRuling = (typeof RULINGS)[Reason];

/** The ruling for fonctionnement and the missions; the not-itemised line has its own in `settle.ts`. */
export function rule(entry: GridEntry, amount: Cents | null, kase: Case): ReasonRuling {
  if (kase.lastDay === null) return RULINGS.contract_ended;
  if (entry.mission === null) {
    if (kase.pastTerm) return RULINGS.past_term;
    return isCutAfter(kase.lastDay, kase) ? RULINGS.shortened : RULINGS.full;
  }
  const state = kase.missions[entry.place];
  if (state === undefined) return RULINGS.not_engaged;
  if (state.endedOn && state.endedOn <= kase.input.contractYear.start) return RULINGS.mission_ended;
  if (amount === null) return RULINGS.no_amount;
  if (entry.crisisOnly && kase.input.crisisRecognised !== true) {
    return kase.input.crisisRecognised === null ? RULINGS.crisis_unknown : RULINGS.crisis_not_recognised;
  }
  if (kase.pastTerm) return RULINGS.past_term;
  return entry.part === "fixed" ? ruleFixed(entry, state, kase) : ruleVariable(state, amount, kase);
}

function ruleFixed(entry: GridEntry, { mission, startedOn }: MissionInput, kase: Case): ReasonRuling {
  const { start } = kase.input.contractYear;
  if (startedOn === null)
    return isCreatedLater(mission, kase) ? RULINGS.created_later : RULINGS.start_unknown;
  const last = lastDayAtWork(entry.place, kase);
  if (startedOn > last) return RULINGS.not_started;
  if (isCutAfter(last, kase)) return RULINGS.shortened;
  return startedOn <= start ? RULINGS.full : RULINGS.prorated;
}

/** Whether the year is no longer whole when its work stops on that day: ended early, or cut by the term. */
function isCutAfter(last: IsoDay, { input: { contractYear }, yearDays }: Case): boolean {
  return last < contractYear.end || daysIncluding(contractYear.start, last) < yearDays;
}

/** A recorded achievement is taken as given: a result supposes that the mission was at work. */
function ruleVariable(state: MissionInput, amount: Cents, kase: Case): ReasonRuling {
  const { mission, startedOn, achievement, indicators } = state;
  if (startedOn !== null && startedOn > kase.input.contractYear.end) return RULINGS.not_started;
  if (indicators && indicators.length > 0) {
    if (indicatorsMaximum(indicators) !== amount) return RULINGS.indicators_mismatch;
    const known = indicators.every(({ value }) => value !== null);
    return known ? RULINGS.indicators : RULINGS.indicators_unknown;
  }
  if (achievement !== null) return RULINGS.achieved;
  return startedOn === null && isCreatedLater(mission, kase)
    ? RULINGS.created_later
    : RULINGS.achievement_unknown;
}

function isCreatedLater(mission: Mission, { input }: Case): boolean {
  const { signatureSchedule } = input;
  return signatureSchedule !== undefined && !signatureSchedule.lines.some(({ line }) => line === mission);
}

/** A fraction of the yearly amount: days, achievement, or what the missions earn. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** The fraction a ruling applies; null when it applies none. */
export function fractionOf({ reason }: ReasonRuling, entry: GridEntry, kase: Case): Fraction | null {
  if (reason === "prorated" || reason === "shortened") {
    const { start } = kase.input.contractYear;
    const began = startOf(entry, kase);
    return {
      numerator: daysIncluding(
        began !== null && began > start ? began : start,
        lastDayAtWork(entry.place, kase),
      ),
      denominator: kase.yearDays,
    };
  }
  if (reason === "indicators") {
    const earned = indicatorsOf(entry, kase).reduce(
      (sum, one) => sum + (indicatorOutcome(one).earnedCents ?? 0),
      0,
    );
    const whole = indicatorsMaximum(indicatorsOf(entry, kase));
    return { numerator: earned, denominator: whole };
  }
  if (reason === "achieved") {
    const achievement = kase.missions[entry.place]?.achievement ?? 0;
    return { numerator: Math.round(achievement * ACHIEVEMENT_SCALE), denominator: ACHIEVEMENT_SCALE };
  }
  return null;
}

/** The due of a line in cents, or why it is absent. `amount` is its yearly amount. */
export function dueOf(by: ReasonRuling, amount: Cents | null, fraction: Fraction | null): Cents | Absence {
  if (by.absence !== null) return by.absence;
  if (amount === null || by.reason === "not_started") return 0;
  return fraction === null ? amount : exactShare(amount, fraction.numerator, fraction.denominator);
}

/** The recorded start of the entry's mission, null when unknown. */
export function startOf(entry: GridEntry, kase: Case): IsoDay | null {
  return kase.missions[entry.place]?.startedOn ?? null;
}

/** What each indicator of a variable share earns; null where an achievement decides, or for another part. */
export function outcomesOf(entry: GridEntry, kase: Case): readonly IndicatorOutcome[] | null {
  const indicators = entry.part === "variable" ? indicatorsOf(entry, kase) : NO_INDICATORS;
  return indicators.length === 0 ? null : indicators.map(indicatorOutcome);
}

const NO_INDICATORS: readonly MeasuredIndicator[] = [];

function indicatorsOf({ place }: GridEntry, kase: Case): readonly MeasuredIndicator[] {
  return kase.missions[place]?.indicators ?? NO_INDICATORS;
}

/** The last day of the year on which the line's mission is at work under the contract. */
function lastDayAtWork(place: number, kase: Case): IsoDay {
  const last = kase.lastDay ?? kase.input.contractYear.start;
  const endedOn = kase.missions[place]?.endedOn ?? null;
  return endedOn !== null && endedOn <= last ? addDays(endedOn, -1) : last;
}
