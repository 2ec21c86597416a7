import { isIsoDay, type IsoDay } from "../kernel/date";
import type { CommuneShare, PerimeterBasis } from "../record/cpts";
import { stageAt, type LifecycleEvent } from "../record/lifecycle";

/** What another CPTS holds of a commune, from a day (included) to a day (excluded; null: to this day). */
export interface Claim {
  readonly slug: string;
  readonly name: string;
  readonly basis: PerimeterBasis;
  readonly share: CommuneShare;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
}

/** A commune of a territory that another CPTS holds too. */
export interface Overlap {
  readonly code: string;
  readonly claims: readonly Claim[];
}

/**
 * The claims that a territory held from a day on meets: those in force that day or later, for it has no end.
 * Without a readable day, those that have no end either.
 */
export function claimsFrom(claims: readonly Claim[], from: string | null): readonly Claim[] {
  const day = from !== null && isIsoDay(from) ? from : null;
  return claims.filter(({ to }) => to === null || (day !== null && to > day));
}

/** The communes of a territory that other CPTS hold too, by code. */
export function overlapsOf(
  codes: Iterable<string>,
  claimsOf: (code: string) => readonly Claim[],
  from: string | null,
): readonly Overlap[] {
  return [...codes]
    .sort()
    .map((code) => ({ code, claims: claimsFrom(claimsOf(code), from) }))
    .filter(({ claims }) => claims.length > 0);
}

/** A membership for as long as its CPTS stands: what a termination ended holds nothing more. */
export function claimOf(
  cpts: { readonly slug: string; readonly name: string; readonly events: readonly LifecycleEvent[] },
  membership: Pick<Claim, "basis" | "share" | "from" | "to">,
): Claim | null {
  const { slug, name, events } = cpts;
  const { basis, share, from } = membership;
  const end = endOf(events);
  const to = end !== null && (membership.to === null || end < membership.to) ? end : membership.to;
  return to !== null && to <= from ? null : { slug, name, basis, share, from, to };
}

const FOR_EVER: IsoDay = "2999-12-31";

/** The day from which a CPTS terminated for good stands no more; null while it stands, or may. */
function endOf(events: readonly LifecycleEvent[]): IsoDay | null {
  const { stage, uncertain, terminatedOn } = stageAt(events, FOR_EVER);
  return stage === "none" && uncertain === null ? (terminatedOn?.latest ?? null) : null;
}
