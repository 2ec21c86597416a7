import { claimsOn } from "../db/repositories/claims";
import type { FoundKept } from "../db/repositories/kept";
import type { CommuneShare } from "../record/cpts";
import type { TerritoryContent } from "../record/sections";
import { overlapsOf, type Claim } from "../territory/claims";
import { named, type NamedCommune } from "./proposal-changes";
import type { World } from "./world";

/** A commune that another CPTS holds too, from the day of effect on. */
export interface SharedCommune extends NamedCommune {
  readonly share: CommuneShare;
  /** Why it is proposed nevertheless; null where the coordinator does not say. */
  readonly note: string | null;
  readonly claims: readonly Claim[];
}

/** Those of a proposed territory, most populated first. */
export async function sharedCommunes(
  world: World,
  { id }: Pick<FoundKept, "id">,
  { communes, from }: TerritoryContent,
): Promise<readonly SharedCommune[]> {
  const codes = communes.map(({ code }) => code);
  const claims = await claimsOn(world.db.prisma, codes, id);
  const held = new Map(communes.map((one) => [one.code, one]));
  return overlapsOf(codes, (code) => claims.get(code) ?? [], from)
    .flatMap(({ code, claims: found }): SharedCommune[] => {
      const proposed = held.get(code);
      if (!proposed) return [];
      const { share, note } = proposed;
      return [{ ...named(world, code), share, note, claims: found }];
    })
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1));
}
