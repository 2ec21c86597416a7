import type { IsoDay } from "../kernel/date";
import type { CommuneShare } from "../record/cpts";
import type { TerritoryContent } from "../record/sections";
import { named, type NamedCommune } from "./proposal-changes";
import type { World } from "./world";

/** A commune that another CPTS holds too, from the day of effect on. */
export interface SharedCommune extends NamedCommune {
  readonly share: CommuneShare;
  /** Why it is proposed nevertheless; null where the coordinator does not say. */
  readonly note: string | null;
  readonly others: readonly {
    readonly slug: string;
    readonly name: string;
    readonly share: CommuneShare;
    readonly estimated: boolean;
  }[];
}

/** Those of a proposed territory, most populated first. */
export function sharedCommunes(
  world: World,
  slug: string,
  { communes }: TerritoryContent,
  from: IsoDay,
): SharedCommune[] {
  const own = world.index.rankOf.get(slug);
  return communes
    .map(({ code, share, note }): SharedCommune => {
      const held = (world.index.byCommune.get(code) ?? []).filter(
        ({ cpts, to }) => cpts !== own && (to === null || to > from),
      );
      return {
        ...named(world, code),
        share,
        note,
        others: held.flatMap((one) => {
          const other = world.index.cpts[one.cpts];
          const summary = other && world.cptsBySlug.get(other.id);
          if (!summary) return [];
          const { slug: id, name } = summary;
          return [{ slug: id, name, share: one.share, estimated: one.basis === "estimated" }];
        }),
      };
    })
    .filter(({ others }) => others.length > 0)
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1));
}
