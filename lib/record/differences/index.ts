import type { BindingSection, Contents } from "../sections";
import { contractDifference, type ContractDifference } from "./contract";
import { indicatorsDifference, type IndicatorsDifference } from "./indicators";
import { missionsDifference, type MissionsDifference } from "./missions";
import { territoryDifference, type TerritoryDifference } from "./territory";

export { changeOf, type Change } from "./change";
export { contractDifference, indicatorsDifference, missionsDifference, territoryDifference };
export type { AmountsDifference, ChangedContract, ChangedStep, ContractDifference } from "./contract";
export type { IndicatorsDifference } from "./indicators";
export type { ChangedMission, MissionsDifference, ObjectivesDifference } from "./missions";
export type { ChangedCommune, TerritoryDifference } from "./territory";

/** What differs between two contents of each section that binds the contract. */
export interface Differences {
  readonly territory: TerritoryDifference;
  readonly missions: MissionsDifference;
  readonly contract: ContractDifference;
  readonly indicators: IndicatorsDifference;
}

const DIFFERENCE: {
  readonly [S in BindingSection]: (before: Contents[S], after: Contents[S]) => Differences[S] | null;
} = {
  territory: territoryDifference,
  missions: missionsDifference,
  contract: contractDifference,
  indicators: indicatorsDifference,
};

/** What would change in a section; null when nothing would. */
export function differenceOf<S extends BindingSection>(
  section: S,
  before: Contents[S],
  after: Contents[S],
): Differences[S] | null {
  return DIFFERENCE[section](before, after);
}
