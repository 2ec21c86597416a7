/** Coverage of a territory by its CPTS, on a day and through time: pure, from plain records. */
export * from "./model";
export { indexCpts, type CptsIndex } from "./cpts-index";
export { coverageOf, coverageTotals, perimeterOf, type CoverageOptions } from "./coverage";
export { partsOf, rangesOf } from "./cover";
export { sumCoverage } from "./sum";
export { coverageHistory, type CertainAndPossible, type HistoryStep } from "./history";
export {
  coverageChanges,
  sumOf,
  type Causes,
  type CoverageChanges,
  type CptsChange,
  type PeopleMoved,
} from "./changes";
export { cptsFacts, type CptsExtent, type CptsFacts } from "./cpts-facts";
export { rankByPopulation } from "./ranking";
export {
  crossingOf,
  figuresAfter,
  figuresOf,
  scaleOn,
  tierRuler,
  type Crossing,
  type MarkedAmount,
  type TerritoryFigures,
  type TierRow,
  type TierRuler,
  type TierScale,
  type HeldCommune,
} from "./tier-figures";
