/** A published amount beside the computed one, with the reading that makes them comparable. */
import type { Cents } from "../kernel/money";
import { type Reading, readingCents, READINGS } from "./readings";
import type { ReadingId, Schedule, SizeTier } from "./schedule";

/** As the source states it, in cents. */
export type PublishedAmount =
  | { readonly kind: "exact" | "up_to" | "at_least"; readonly cents: Cents }
  | { readonly kind: "range"; readonly fromCents: Cents; readonly toCents: Cents };

export interface PublishedComparison {
  readonly published: PublishedAmount;
  readonly computedCents: Cents;
  /**
   * Computed less published, signed; for a range 0 inside it, else the distance to its nearer bound.
   * « up to » and « at least » are compared with the figure they print: the reading says which of our
   * totals (a maximum, a minimum) stands beside it.
   */
  readonly differenceCents: Cents;
  readonly reading: Reading;
}

/** Sets `published` beside what the schedule gives for a tier under a reading. */
export function comparePublished(
  published: PublishedAmount,
  schedule: Schedule,
  tier: SizeTier,
  reading: ReadingId,
): PublishedComparison {
  return compareFigures(published, readingCents(schedule, tier, reading), READINGS[reading]);
}

/** The same for a figure computed elsewhere (an envelope's total). */
export function compareFigures(
  published: PublishedAmount,
  computedCents: Cents,
  reading: Reading,
): PublishedComparison {
  return { published, computedCents, differenceCents: difference(published, computedCents), reading };
}

/** The readings under which a schedule meets a figure exactly: none, one, or several. */
export function readingsThatMeet(cents: Cents, schedule: Schedule, tier: SizeTier): Reading[] {
  return Object.values(READINGS).filter(({ id }) => readingCents(schedule, tier, id) === cents);
}

function difference(published: PublishedAmount, computed: Cents): Cents {
  if (published.kind !== "range") return computed - published.cents;
  if (computed < published.fromCents) return computed - published.fromCents;
  return computed > published.toCents ? computed - published.toCents : 0;
}
