import { claimOf, type Claim } from "../../territory/claims";
import { eventOf, membershipOf } from "./cpts-rows";
import type { Tx } from "./rows";

/** What CPTS other than this one hold, held or will hold of these communes, by commune. */
export async function claimsOn(
  tx: Tx,
  communes: readonly string[],
  exceptCptsId: string,
): Promise<ReadonlyMap<string, readonly Claim[]>> {
  const rows = await tx.perimeterMembership.findMany({
    where: { communeCode: { in: [...communes] }, cptsId: { not: exceptCptsId } },
    include: { cpts: { select: { slug: true, name: true, events: true } } },
    orderBy: [{ cpts: { slug: "asc" } }, { from: "asc" }],
  });
  const claims = new Map<string, Claim[]>();
  for (const { cpts, ...row } of rows) {
    const membership = membershipOf(row);
    const claim = claimOf({ ...cpts, events: cpts.events.map(eventOf) }, membership);
    if (claim) claims.set(membership.commune, [...(claims.get(membership.commune) ?? []), claim]);
  }
  return claims;
}
