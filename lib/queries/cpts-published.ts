import {
  compareFigures,
  comparePublished,
  publishedTotal,
  readingCents,
  READINGS,
  readingsThatMeet,
  scheduleInForceOver,
  SIZE_TIERS,
  type PublishedAmount,
  type Reading,
  type ReadingId,
  type Schedule,
  type SizeTier,
} from "../funding";
import type { Span } from "../kernel/date";
import { sumCents, type Cents } from "../kernel/money";
import type { FundingFact, FundingPurpose, FundingStatus, Payer } from "../record/cpts";
import { scheduleCitation, type Notes } from "./cpts-notes";
import type { PayableSize } from "./cpts-size";

/** Money as a source states it, with what the schedule gives beside it where they can be compared. */
export interface PublishedMoney {
  readonly payer: Payer;
  readonly purpose: FundingPurpose;
  readonly status: FundingStatus;
  readonly period: "once" | "yearly";
  readonly amountCents: Cents | null;
  readonly amountToCents: Cents | null;
  readonly asOf: Span;
  readonly note: string | null;
  readonly ref: number;
  /** Granted, not said to be paid: counted apart from what is. */
  readonly toConfirm: boolean;
  /** Best reading first; empty where no schedule speaks of it (ARS, MSA). */
  readonly comparisons: readonly Comparison[];
}

export interface Comparison {
  readonly scheduleLabel: string;
  readonly scheduleRef: number;
  /** Null: a range compared with those of the four tiers. */
  readonly tier: SizeTier | null;
  readonly reading: Pick<Reading, "id" | "label">;
  /** True when the source does not say which missions it counts. */
  readonly readingIsOurs: boolean;
  /** Why it is read so, in the schedule's words; null when plain. */
  readonly readingNote: string | null;
  readonly computedCents: Cents;
  /** With `tier` null, the highest tier's; else null. */
  readonly computedToCents: Cents | null;
  /** Computed less published. */
  readonly differenceCents: Cents;
}

const MAXIMA: readonly ReadingId[] = [
  "maximum_all",
  "maximum_socle",
  "maximum_all_no_crisis",
  "maximum_socle_no_crisis",
];

/** What the purpose of a sum says of how to read it; those absent have nothing to be compared with. */
const READING_OF: Readonly<Partial<Record<FundingPurpose, readonly ReadingId[]>>> = {
  full_year: MAXIMA,
  core_missions: ["minimum_socle"],
  first_year_missions: ["start_socle"],
};

/** Sums of what is stated as paid, and apart of what is granted and not said to be paid; cents, null when nothing is. */
export interface MoneySums {
  readonly paidByArs: Cents | null;
  readonly paidByCpam: Cents | null;
  readonly toConfirm: Cents | null;
}

export function moneySums(money: readonly PublishedMoney[]): MoneySums {
  const sum = (counts: (one: PublishedMoney) => boolean): Cents | null => {
    const amounts = money.filter(counts).flatMap(({ amountCents }) => amountCents ?? []);
    return amounts.length === 0 ? null : sumCents(amounts);
  };
  return {
    paidByArs: sum(({ payer, status }) => payer === "ars" && status === "paid"),
    paidByCpam: sum(({ payer, status }) => payer === "cpam" && status === "paid"),
    toConfirm: sum(({ toConfirm }) => toConfirm),
  };
}

/** Every sum of the record in its order, each with its reading. */
export function publishedMoney(
  funding: readonly FundingFact[],
  size: PayableSize | null,
  notes: Notes,
): PublishedMoney[] {
  return funding.map(({ citation, ...fact }) => ({
    ...fact,
    ref: notes.ref(citation),
    toConfirm: fact.status === "promised",
    comparisons: comparisonsOf({ citation, ...fact }, size, notes),
  }));
}

function comparisonsOf(fact: FundingFact, size: PayableSize | null, notes: Notes): Comparison[] {
  const readings = READING_OF[fact.purpose];
  const schedule = scheduleInForceOver(fact.asOf);
  const published = publishedAmount(fact);
  if (fact.payer !== "cpam" || !readings || !schedule || !published) return [];
  const ref = notes.ref(scheduleCitation(schedule.id));
  if (size) {
    const met = published.kind === "range" ? [] : readingsThatMeet(published.cents, schedule, size.tier);
    const chosen = readings.find((id) => met.some((one) => one.id === id)) ?? readings[0];
    if (!chosen) return [];
    // The widest reading stays beside the one that meets: the page shows both and lets them be judged.
    const shown = chosen === readings[0] ? [chosen] : [chosen, ...readings.slice(0, 1)];
    return shown.map((id) => compared(published, schedule, size.tier, id, ref));
  }
  return published.kind === "range" && readings === MAXIMA ? [acrossTiers(published, schedule, ref)] : [];
}

function compared(
  published: PublishedAmount,
  schedule: Schedule,
  tier: SizeTier,
  id: ReadingId,
  scheduleRef: number,
): Comparison {
  const { computedCents, differenceCents } = comparePublished(published, schedule, tier, id);
  const printed = publishedTotal(schedule, tier, id);
  return {
    scheduleLabel: schedule.label,
    scheduleRef,
    tier,
    reading: { id, label: READINGS[id].label },
    readingIsOurs: printed?.total.readingIsOurs ?? false,
    readingNote: printed?.total.note ?? null,
    computedCents,
    computedToCents: null,
    differenceCents,
  };
}

/** A range published for all sizes at once, beside the schedule's own from the smallest to the largest. */
function acrossTiers(
  published: PublishedAmount & { readonly kind: "range" },
  schedule: Schedule,
  scheduleRef: number,
): Comparison {
  const maxima = SIZE_TIERS.map((tier) => readingCents(schedule, tier, "maximum_all"));
  const [least, most] = [Math.min(...maxima), Math.max(...maxima)];
  const reading = READINGS.maximum_all;
  const ends = [
    compareFigures({ kind: "exact", cents: published.fromCents }, least, reading).differenceCents,
    compareFigures({ kind: "exact", cents: published.toCents }, most, reading).differenceCents,
  ];
  return {
    scheduleLabel: schedule.label,
    scheduleRef,
    tier: null,
    reading: { id: reading.id, label: reading.label },
    readingIsOurs: false,
    readingNote: null,
    computedCents: least,
    computedToCents: most,
    differenceCents: ends.find((difference) => difference !== 0) ?? 0,
  };
}

function publishedAmount({ status, amountCents, amountToCents }: FundingFact): PublishedAmount | null {
  if (amountCents === null) return null;
  if (amountToCents !== null) return { kind: "range", fromCents: amountCents, toCents: amountToCents };
  if (status === "ceiling") return { kind: "up_to", cents: amountCents };
  return { kind: status === "floor" ? "at_least" : "exact", cents: amountCents };
}
