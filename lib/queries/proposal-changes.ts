import type { ProposedSections } from "../db/repositories/submissions";
import { alphabetical } from "../format/fr";
import type { CommuneShare } from "../record/cpts";
import {
  contractDifference,
  indicatorsDifference,
  missionsDifference,
  territoryDifference,
  type ChangedCommune,
  type ContractDifference,
  type IndicatorsDifference,
  type MissionsDifference,
  type TerritoryDifference,
} from "../record/differences";
import type { World } from "./world";

/** What a round changes, section by section, readable as it was whatever the record became. */
export interface ProposalChanges {
  readonly territory: TerritoryChanges | null;
  readonly missions: MissionsDifference | null;
  readonly contract: ContractDifference | null;
  readonly indicators: IndicatorsDifference | null;
}

export interface TerritoryChanges extends Pick<TerritoryDifference, "from"> {
  /** The day it is proposed to hold from. */
  readonly effectiveFrom: string | null;
  readonly added: CommuneList;
  readonly removed: CommuneList;
  readonly changed: readonly (NamedCommune & Pick<ChangedCommune, "share" | "note">)[];
  readonly kept: number;
}

export interface CommuneList {
  readonly communes: readonly (NamedCommune & {
    readonly share: CommuneShare;
    readonly note: string | null;
  })[];
  /** Inhabitants of the communes, taken whole; null where that of one of them is not known. */
  readonly population: number | null;
}

export interface NamedCommune {
  readonly code: string;
  /** Null where the reference of today knows no such commune. */
  readonly name: string | null;
  readonly department: string | null;
  readonly population: number | null;
}

export function proposalChanges(world: World, content: ProposedSections): ProposalChanges {
  const { territory, missions, contract, indicators } = content;
  const difference = territory && territoryDifference(territory.base, territory.proposed);
  return {
    territory: difference ? territoryChanges(world, difference, territory.proposed.from) : null,
    missions: missions ? missionsDifference(missions.base, missions.proposed) : null,
    contract: contract ? contractDifference(contract.base, contract.proposed) : null,
    indicators: indicators ? indicatorsDifference(indicators.base, indicators.proposed) : null,
  };
}

function territoryChanges(
  world: World,
  { from, added, removed, changed, kept }: TerritoryDifference,
  effectiveFrom: string | null,
): TerritoryChanges {
  return {
    from,
    effectiveFrom,
    added: listed(world, added),
    removed: listed(world, removed),
    changed: byName(changed.map((one) => ({ ...one, ...named(world, one.code) }))),
    kept: kept.length,
  };
}

function listed(world: World, held: TerritoryDifference["added"]): CommuneList {
  const communes = byName(held.map((one) => ({ ...one, ...named(world, one.code) })));
  const known = communes.flatMap(({ population }) => population ?? []);
  const population = known.length < communes.length ? null : known.reduce((sum, one) => sum + one, 0);
  return { communes, population };
}

export function named(world: World, code: string): NamedCommune {
  const found = world.commune.get(code);
  const department = found && world.departmentOf.get(found.departmentCode);
  return {
    code,
    name: found?.name ?? null,
    department: department?.name ?? null,
    population: found?.population ?? null,
  };
}

function byName<T extends NamedCommune>(communes: readonly T[]): T[] {
  return [...communes].sort(
    (a, b) => alphabetical(a.name ?? a.code, b.name ?? b.code) || (a.code < b.code ? -1 : 1),
  );
}
