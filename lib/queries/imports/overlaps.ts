import { list } from "../../format/fr";
import type { IsoDay } from "../../kernel/date";
import type { HeldMembership } from "../../record/import-terms";
import type { LifecycleEvent } from "../../record/lifecycle";
import { claimOf, claimsFrom, type Claim } from "../../territory/claims";
import type { PlanContext } from "./context";

/** What every CPTS holds of every commune once the file is applied. */
export type Claims = ReadonlyMap<string, readonly (Claim & { readonly id: string })[]>;

export function claimsAfter({ all, works }: PlanContext): Claims {
  const claims = new Map<string, (Claim & { readonly id: string })[]>();
  const add = (
    cpts: { readonly id: string; readonly slug: string; readonly name: string },
    events: readonly LifecycleEvent[],
    memberships: readonly Omit<HeldMembership, "id">[],
  ) => {
    const named = { ...cpts, events };
    for (const membership of memberships) {
      const claim = claimOf(named, membership);
      if (!claim) continue;
      const known = claims.get(membership.commune);
      if (known) known.push({ ...claim, id: cpts.id });
      else claims.set(membership.commune, [{ ...claim, id: cpts.id }]);
    }
  };
  for (const cpts of all) if (!works.has(cpts.id)) add(cpts, cpts.events, cpts.memberships);
  for (const work of works.values()) add(work.cpts, work.eventsAfter(), work.membershipsAfter());
  return claims;
}

/** The other CPTS that hold a commune over a period, in words; null where none does. */
export function holdersOf(
  claims: Claims,
  commune: string,
  cptsId: string,
  period: { readonly from: IsoDay; readonly to: IsoDay | null },
): string | null {
  const others = (claims.get(commune) ?? []).filter(({ id }) => id !== cptsId);
  const met = claimsFrom(others, period.from).filter(({ from }) => period.to === null || from < period.to);
  const names = met.map(({ name, basis }) => `${name}${basis === "estimated" ? " (périmètre estimé)" : ""}`);
  return names.length === 0 ? null : list([...new Set(names)]);
}
