import { can, type Organisation, type Viewer } from "../auth/can";
import { findGrant } from "../db/repositories/accounts";
import { listDocuments } from "../db/repositories/documents";
import { findKept, type FoundKept } from "../db/repositories/kept";
import { listMeetings } from "../db/repositories/meetings";
import { findReview, listReviews, type KeptReview } from "../db/repositories/reviews";
import { variableOutcomes, type VariableCase, type VariableEnvelope, type VariableOutcome } from "../funding";
import { weakest, type Mark } from "../kernel/certainty";
import type { IsoDay, Span } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { Mission } from "../record/cpts";
import type { ReviewStatus, YearRef, YearResults } from "../record/money";
import { openOwnCpts, type OwnCpts } from "./own-cpts";
import {
  caseOf,
  measuresOf,
  resultsUnder,
  resultsYear,
  resultsYears,
  seenBy,
  type ResultsYear,
} from "./results-year";
import { yearSizes } from "./year-size";
import { openWorld, type World } from "./world";

/** Where the results of a year stand. */
export type YearState = "to_come" | "under_way" | "to_propose" | "proposed" | "settled";

export interface YearRow extends YearRef {
  readonly start: Span;
  /** Last day, included. */
  readonly end: Span;
  readonly state: YearState;
  /** It was settled once, and is open again. */
  readonly isReopened: boolean;
  /** Begins at the term or after, without a renewal on record. */
  readonly pastTerm: boolean;
  readonly settledOn: IsoDay | null;
  /** Null for a year to come, or of which nothing was typed. */
  readonly variable: VariableTotal | null;
}

/** What the variable shares earn together; `isPartial` where some of them are not known. */
export interface VariableTotal {
  readonly dueCents: Cents;
  readonly amountCents: Cents;
  /** The weakest of its parts. */
  readonly mark: Mark;
  readonly isPartial: boolean;
}

export interface ResultsPage {
  readonly slug: string;
  readonly name: string;
  readonly contracts: readonly { readonly contractNo: number; readonly signed: Span }[];
  /** The latest first. */
  readonly years: readonly YearRow[];
}

/** The contract years of a CPTS and where their results stand. Null where it does not exist, or not for this viewer. */
export async function resultsPage(viewer: Viewer, slug: string, today: IsoDay): Promise<ResultsPage | null> {
  const opened = await open(viewer, slug);
  if (!opened) return null;
  const { own, found, world } = opened;
  const { record } = found.kept;
  const reviews = await listReviews(own.db.prisma, own.id);
  const years = resultsYears(record, yearSizes(world, record, today), today);
  return {
    slug,
    name: own.name,
    contracts: record.contracts.map(({ signed }, index) => ({ contractNo: index + 1, signed })),
    years: years
      .map((year) => {
        const { contractNo, year: index } = year.ref;
        return rowOf(
          year,
          reviews.find((one) => one.contractNo === contractNo && one.year === index) ?? null,
        );
      })
      .reverse(),
  };
}

function rowOf(year: ResultsYear, review: KeptReview | null): YearRow {
  const { start, end, pastTerm } = year.year;
  return {
    ...year.ref,
    start,
    end,
    pastTerm,
    state: stateOf(year, review),
    isReopened: review?.status !== "settled" && review?.reopened != null,
    settledOn: review?.settledOn ?? null,
    variable: review && totalOf(outcomesOf(year, review)),
  };
}

export function stateOf(
  { hasBegun, isOver }: Pick<ResultsYear, "hasBegun" | "isOver">,
  review: { readonly status: ReviewStatus } | null,
): YearState {
  if (review?.status === "settled") return "settled";
  if (review?.status === "proposed") return "proposed";
  if (!hasBegun) return "to_come";
  return isOver ? "to_propose" : "under_way";
}

export function totalOf(outcomes: readonly VariableOutcome[]): VariableTotal {
  const known = outcomes.filter(({ due }) => typeof due === "number");
  return {
    dueCents: known.reduce((sum, { due }) => sum + (typeof due === "number" ? due : 0), 0),
    amountCents: outcomes.reduce(
      (sum, { due, amountCents }) => sum + (due === "sans_objet" ? 0 : (amountCents ?? 0)),
      0,
    ),
    mark: weakest(outcomes.flatMap(({ due, mark }) => (due === "sans_objet" ? [] : (mark ?? [])))),
    isPartial: outcomes.some(({ due }) => due === "non_communique" || due === "a_confirmer"),
  };
}

/** By what was settled where it is; else under the indicators that the contract has now. */
function outcomesOf(year: ResultsYear, review: KeptReview | null): VariableOutcome[] {
  const results = shownResults(year, review);
  return variableOutcomes(caseOf(year, review), measuresOf(results), results.crisisRecognised);
}

const shownResults = (year: ResultsYear, review: KeptReview | null): YearResults =>
  review?.status === "settled" ? review.results : resultsUnder(year.missions, review?.results ?? null);

export interface YearPage {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly ref: YearRef;
  readonly signed: Span;
  readonly start: Span;
  readonly end: Span;
  readonly pastTerm: boolean;
  readonly isOver: boolean;
  readonly state: YearState;
  readonly version: number;
  /** What the form is made of, to be sent back with it. */
  readonly seen: string;
  /** As typed last, under the indicators in force; as settled where it is. */
  readonly results: YearResults;
  readonly case: VariableCase;
  readonly outcomes: readonly VariableOutcome[];
  readonly envelopes: Readonly<Partial<Record<Mission, VariableEnvelope["from"]>>>;
  readonly settled: {
    readonly on: IsoDay;
    /** Null once the account is closed. */
    readonly by: Organisation | null;
    readonly meeting: { readonly id: string; readonly heldOn: IsoDay } | null;
  } | null;
  /** Why it was reopened last; null where it never was. */
  readonly reopened: string | null;
  /** Null for whoever may not see documents. Those taken away since are named for what still points to them. */
  readonly documents: readonly YearDocument[] | null;
  /** Dialogues de gestion, latest first; for whoever may settle. */
  readonly meetings: readonly { readonly id: string; readonly heldOn: IsoDay }[];
  readonly mayFill: boolean;
  readonly maySettle: boolean;
  readonly mayReopen: boolean;
}

export interface YearDocument {
  readonly id: string;
  readonly name: string;
  readonly isRemoved: boolean;
}

/** One year's results. Null where there is no such CPTS or year, or not for this viewer. */
export async function yearPage(
  viewer: Viewer,
  slug: string,
  ref: YearRef,
  today: IsoDay,
): Promise<YearPage | null> {
  const opened = await open(viewer, slug);
  if (!opened) return null;
  const { own, found, world } = opened;
  const { record } = found.kept;
  const year = resultsYear(record, yearSizes(world, record, today), ref, today);
  if (!year) return null;
  const { prisma } = own.db;
  const review = await findReview(prisma, own.id, ref);
  const results = shownResults(year, review);
  const seesDocuments = can(viewer, "read", "document", own.scope);
  const documents = seesDocuments ? await listDocuments(prisma, own.id) : null;
  const meetings = can(viewer, "read", "meeting", own.scope) ? await listMeetings(prisma, own.id) : [];
  const isSettled = review?.status === "settled";
  const may = (action: "propose" | "settle" | "reopen") => can(viewer, action, "results", own.scope);
  return {
    slug,
    name: own.name,
    today,
    ref,
    signed: year.contract.signed,
    start: year.year.start,
    end: year.year.end,
    pastTerm: year.year.pastTerm,
    isOver: year.isOver,
    state: stateOf(year, review),
    version: review?.version ?? 0,
    seen: seenBy(year),
    results,
    case: caseOf(year, review),
    outcomes: outcomesOf(year, review),
    envelopes: Object.fromEntries(year.missions.map(({ mission, envelope }) => [mission, envelope.from])),
    settled:
      isSettled && review.settledOn !== null
        ? {
            on: review.settledOn,
            by: review.settledBy ? ((await findGrant(prisma, review.settledBy))?.organisation ?? null) : null,
            meeting: meetings.find(({ id }) => id === results.meetingId) ?? null,
          }
        : null,
    reopened: review?.reopened ?? null,
    documents:
      documents && documents.map(({ id, name, removedAt }) => ({ id, name, isRemoved: removedAt !== null })),
    meetings: meetings
      .filter(({ kind }) => kind === "dialogue_gestion")
      .map(({ id, heldOn }) => ({ id, heldOn })),
    mayFill: !isSettled && year.hasBegun && may("propose"),
    maySettle: !isSettled && year.hasBegun && may("settle"),
    mayReopen: isSettled && may("reopen"),
  };
}

async function open(
  viewer: Viewer,
  slug: string,
): Promise<{ readonly own: OwnCpts; readonly found: FoundKept; readonly world: World } | null> {
  const own = await openOwnCpts(viewer, slug, "read", "results");
  if (!own) return null;
  const world = await openWorld(viewer);
  const found = await findKept(own.db.prisma, slug);
  return found && { own, found, world };
}
