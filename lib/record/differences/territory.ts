import type { IsoDay } from "../../kernel/date";
import { sameData } from "../../kernel/same-data";
import type { CommuneShare } from "../cpts";
import type { TerritoryContent } from "../sections";
import { changeOf, pairBy, type Change } from "./change";

type HeldCommune = TerritoryContent["communes"][number];

export interface ChangedCommune {
  readonly code: string;
  readonly share: Change<CommuneShare> | null;
  readonly note: Change<string | null> | null;
}

/** By code, each commune in one list. */
export interface TerritoryDifference {
  readonly from: Change<IsoDay | null> | null;
  readonly added: readonly HeldCommune[];
  readonly removed: readonly HeldCommune[];
  /** Held before and after, otherwise: another part of it, another reason. */
  readonly changed: readonly ChangedCommune[];
  /** Codes of those held before and after, `changed` included. */
  readonly kept: readonly string[];
}

/** Null when both hold the same communes in the same way from the same day. */
export function territoryDifference(
  before: TerritoryContent,
  after: TerritoryContent,
): TerritoryDifference | null {
  const { added, removed, both } = pairBy(before.communes, after.communes, ({ code }) => code);
  const changed = both
    .filter((pair) => !sameData(pair.before, pair.after))
    .map((pair) => ({
      code: pair.after.code,
      share: changeOf(pair.before.share, pair.after.share),
      note: changeOf(pair.before.note, pair.after.note),
    }));
  const from = changeOf(before.from, after.from);
  if (from === null && added.length + removed.length + changed.length === 0) return null;
  return {
    from,
    added: byCode(added),
    removed: byCode(removed),
    changed: byCode(changed),
    kept: both.map((pair) => pair.after.code).sort(),
  };
}

function byCode<T extends { readonly code: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.code < b.code ? -1 : 1));
}
