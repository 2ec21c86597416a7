import { addDays, addMonthsToSpan, isoDay, type IsoDay, type Span } from "../kernel/date";

/**
 * What happens to a CPTS, as its dated record states it. `amendment` changes a contract (territory,
 * missions) without changing where the CPTS stands.
 */
export type LifecycleKind =
  "letter_of_intent" | "project_validated" | "signature" | "amendment" | "renewal" | "termination";

export interface LifecycleEvent {
  readonly kind: LifecycleKind;
  /** The day it happened, or the two days it happened between. */
  readonly when: Span;
}

/** Where a CPTS stands: lettre d'intention, projet de santé validé, ACI signé, or none of them. */
export type Stage = "none" | "intent" | "validated" | "signed";

/** Lowest first. */
export const STAGES = ["none", "intent", "validated", "signed"] as const satisfies readonly Stage[];

/** 0 for none to 3 for signed: « highest stage » compares these. */
export const STAGE_RANK: Readonly<Record<Stage, number>> = { none: 0, intent: 1, validated: 2, signed: 3 };

/** An ACI contract lasts five years unless it says otherwise (domain.md, section 5). */
export const DEFAULT_TERM_MONTHS = 60;

export interface StageState {
  /** The stage that is certain: true on every reading of the uncertain days. */
  readonly stage: Stage;
  /** When this stage began (renewals do not restart it); after a termination, the termination; else null. */
  readonly since: Span | null;
  /** End of the contract signed for certain: its first day with no full term left. Null unless signed. */
  readonly term: Span | null;
  /** Whether that term is reached with neither renewal nor termination; it still counts as signed. */
  readonly pastTerm: "no" | "yes" | "possibly";
  /** The last termination that has happened or may have, even if something was signed since. */
  readonly terminatedOn: Span | null;
  /** The highest stage that an uncertain day makes possible, when it is above {@link stage}. */
  readonly uncertain: { readonly possibleStage: Stage } | null;
}

interface Step {
  readonly rank: number;
  readonly when: Span;
  /** `when` narrowed to the days compatible with the termination that ends it. */
  readonly within: Span;
  /** The terminations known to end this very contract. */
  readonly endedBy: readonly Ending[];
}

interface Ending {
  readonly when: Span;
  readonly within: Span;
  readonly ends: readonly LifecycleEvent[];
}

const RANK_OF_KIND: Readonly<Partial<Record<LifecycleKind, number>>> = {
  letter_of_intent: STAGE_RANK.intent,
  project_validated: STAGE_RANK.validated,
  signature: STAGE_RANK.signed,
  renewal: STAGE_RANK.signed,
};

/**
 * The stage of a CPTS on the day `asOf`, from events in any order.
 *
 * - A letter, a validated project, a signature reach their stage from their day on; the highest reached
 *   since the last termination holds (a letter found after a signature lowers nothing).
 * - A renewal counts as a signature: it starts a new term from its own date, and alone says that a
 *   contract stands. An amendment changes nothing here.
 * - A termination ends everything before it, from its day on: that day no longer counts. What comes
 *   later (a new letter, a new signature) starts again.
 * - On one day a termination comes first, so that a contract may be re-signed the day another ends.
 * - A termination ends a contract: with at most one signature that may come before it, it ends that one
 *   and its renewals, even on the same day, and their uncertain days bound each other.
 * - A day known between two bounds counts upwards from its `latest` and is possible from its `earliest`;
 *   a termination takes certainty away from its `earliest` and possibility from its `latest`.
 * - The term is reached on its own day: signed on 19/02/2020 for 60 months, past term from 19/02/2025.
 *
 * @param termMonths whole months of a contract, at least 1. Throws a RangeError otherwise, or when `asOf` is no day.
 */
export function stageAt(
  events: readonly LifecycleEvent[],
  asOf: IsoDay,
  termMonths: number = DEFAULT_TERM_MONTHS,
): StageState {
  isoDay(asOf);
  if (!Number.isInteger(termMonths) || termMonths < 1) {
    throw new RangeError(`a contract lasts at least one whole month, got ${termMonths}`);
  }
  const { steps, endings } = arrange(events);
  const certain = steps.filter((step) => holdsForCertain(step, endings, asOf));
  const rank = highest(certain);
  const possible = steps.filter((step) => mayHold(step, endings, asOf));
  const possibleRank = highest(possible);

  const reached = certain.filter((step) => step.rank === rank).map((step) => step.when);
  const ended = endings.filter((ending) => ending.when.earliest <= asOf).map((ending) => ending.when);
  const terminatedOn = ended.length === 0 ? null : lastOf(ended);
  const signed = rank === STAGE_RANK.signed;
  const term = signed ? addMonthsToSpan(lastOf(reached), termMonths) : null;
  return {
    stage: stageOf(rank),
    since: rank === 0 ? terminatedOn : firstOf(reached),
    term,
    pastTerm: term === null ? "no" : pastTermAt(term, possible, termMonths, asOf),
    terminatedOn,
    uncertain: possibleRank > rank ? { possibleStage: stageOf(possibleRank) } : null,
  };
}

/**
 * Every day on which `stage` or `uncertain` of {@link stageAt} may change, ascending, each once; between
 * two of them both stay as they are. (`pastTerm` also changes at the terms.)
 */
export function stageChangeDays(events: readonly LifecycleEvent[]): IsoDay[] {
  const days = new Set<IsoDay>();
  // A termination of uncertain day may come after an event from that event's morrow only.
  const terminable = events.some((event) => event.kind === "termination");
  for (const { kind, when } of events) {
    if (kind === "amendment") continue;
    days.add(when.earliest).add(when.latest);
    if (terminable) days.add(addDays(when.earliest, 1));
  }
  return [...days].sort();
}

/** Sorts events into what raises the stage and what ends it, and settles which contract each termination ends. */
function arrange(events: readonly LifecycleEvent[]): { steps: Step[]; endings: Ending[] } {
  const signings = events.filter((event) => RANK_OF_KIND[event.kind] === STAGE_RANK.signed);
  const endings = events
    .filter((event) => event.kind === "termination")
    .map((termination): Ending => {
      const { when } = termination;
      const before = signings.filter((signing) => signing.when.earliest <= when.latest);
      const ends = before.filter((event) => event.kind === "signature").length <= 1 ? before : [];
      const earliest = ends.reduce((day, event) => later(day, event.when.earliest), when.earliest);
      return { when, within: { earliest, latest: when.latest }, ends };
    });
  const steps = events.flatMap((event): Step[] => {
    const rank = RANK_OF_KIND[event.kind];
    if (rank === undefined) return [];
    const endedBy = endings.filter((ending) => ending.ends.includes(event));
    const latest = endedBy.reduce((day, ending) => earlier(day, ending.when.latest), event.when.latest);
    return [{ rank, when: event.when, within: { earliest: event.when.earliest, latest }, endedBy }];
  });
  return { steps, endings };
}

/** It has happened, and no termination may have come after it. */
function holdsForCertain(step: Step, endings: readonly Ending[], asOf: IsoDay): boolean {
  if (step.within.latest > asOf) return false;
  return !endings.some((ending) => {
    const { earliest, latest } = ending.within;
    if (earliest > asOf) return false;
    return step.endedBy.includes(ending) || (latest < asOf ? latest : asOf) > step.within.earliest;
  });
}

/** It may have happened, and no termination has come after it for certain. */
function mayHold(step: Step, endings: readonly Ending[], asOf: IsoDay): boolean {
  if (step.within.earliest > asOf) return false;
  return !endings.some((ending) => {
    const { earliest, latest } = ending.within;
    return latest <= asOf && (step.endedBy.includes(ending) || earliest > step.within.latest);
  });
}

/** « Yes » needs every signing that may count to have run its whole term; « no » needs the last certain one not to. */
function pastTermAt(
  term: Span,
  possible: readonly Step[],
  termMonths: number,
  asOf: IsoDay,
): "no" | "yes" | "possibly" {
  if (term.earliest > asOf) return "no";
  const allRun = possible
    .filter((step) => step.rank === STAGE_RANK.signed)
    .every((step) => addMonthsToSpan(step.when, termMonths).latest <= asOf);
  return allRun && term.latest <= asOf ? "yes" : "possibly";
}

const highest = (steps: readonly Step[]): number => steps.reduce((max, step) => Math.max(max, step.rank), 0);
const stageOf = (rank: number): Stage => STAGES[rank] ?? "none";
const earlier = (a: IsoDay, b: IsoDay): IsoDay => (b < a ? b : a);
const later = (a: IsoDay, b: IsoDay): IsoDay => (b > a ? b : a);

/** Bounds of the first of several uncertain days; at least one span. */
const firstOf = (spans: readonly Span[]): Span =>
  spans.reduce((a, b) => ({
    earliest: earlier(a.earliest, b.earliest),
    latest: earlier(a.latest, b.latest),
  }));

/** Bounds of the last of several uncertain days; at least one span. */
const lastOf = (spans: readonly Span[]): Span =>
  spans.reduce((a, b) => ({ earliest: later(a.earliest, b.earliest), latest: later(a.latest, b.latest) }));
