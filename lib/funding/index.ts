/**
 * lib/funding: what an ACI earns, line by line, and when it is paid (domain.md, sections 3 to 5).
 * Pure: no clock, no storage. This file is its only door.
 */
export type { Article } from "./articles";
export { ARTICLES, articleOf } from "./articles";
export type { DueEntry, DueKind } from "./calendar";
export { ADVANCE_PERCENT, calendar, entriesOfYear } from "./calendar";
export type { CarriedYear, YearOfMoney } from "./carry";
export { carryOver } from "./carry";
export type { CeilingCheck, YearlyCeiling } from "./ceiling";
export { checkCeiling, YEARLY_CEILINGS } from "./ceiling";
export type { LineCode, LineName, Mission, Nature, Part } from "./codes";
export { isMission, LINE_NAMES, LINES, MISSIONS, NATURE_NAMES, PART_NAMES, PARTS } from "./codes";
export type { ContractYear, ContractYearSpan } from "./contract-years";
export {
  anniversaryAfter,
  contractYear,
  contractYearAt,
  contractYears,
  contractYearSpans,
  isPastTerm,
  TERM_MONTHS,
  termOf,
  yearsOfTerm,
} from "./contract-years";
export type { CreditEntry, CreditSteps } from "./credits";
export { creditsOf } from "./credits";
export type { MissionDeadlines } from "./deadlines";
export { DEADLINES_SOURCE, MISSION_DEADLINES, missionDeadlines } from "./deadlines";
export type { Envelope } from "./envelope";
export { envelope, envelopeTotals } from "./envelope";
export type { Explanation } from "./explain";
export { explainLine } from "./explain";
export { formulaOf } from "./formula";
export type {
  Direction,
  Indicator,
  IndicatorKind,
  IndicatorOutcome,
  IndicatorStep,
  MeasuredIndicator,
  StepsFault,
} from "./indicators";
export {
  DIRECTIONS,
  INDICATOR_KINDS,
  indicatorMaximum,
  indicatorOutcome,
  indicatorsMaximum,
  stepsFault,
} from "./indicators";
export type { DatedIndicator, IndicatorSum, VariableEnvelope } from "./indicator-sums";
export { indicatorSums, mismatches } from "./indicator-sums";
export { indicatorWords, measureWords, thresholdWords } from "./indicator-words";
export type { ContractAmount, EnvelopeInput, MissionInput } from "./input";
export type { Instalment } from "./instalments";
export { instalments, instalmentsOfContract, instalmentsOfYears } from "./instalments";
export type { EnvelopeLine } from "./line";
export type { TotalMark, TotalMarks } from "./marks";
export type { DueStatus, MatchedDue, Matching, PaidForYear, Payment, Surplus } from "./payments";
export { matchPayments, paidByYear } from "./payments";
export { totalMarks } from "./marks";
export type { PublishedAmount, PublishedComparison } from "./published";
export { compareFigures, comparePublished, readingsThatMeet } from "./published";
export type { Reading } from "./readings";
export { publishedDifference, publishedTotal, readingCents, READINGS } from "./readings";
export type { Fraction, Reason } from "./rules";
export type {
  Amount,
  DerivedFigure,
  OneOffCredit,
  PublishedTotal,
  ReadingId,
  Schedule,
  ScheduleLine,
  SizeClass,
  SizeTier,
} from "./schedule";
export { missionsOf, SIZE_TIERS } from "./schedule";
export {
  scheduleById,
  scheduleInForce,
  scheduleInForceOver,
  scheduleOfYear,
  SCHEDULES,
} from "./schedules/registry";
export type {
  Comparison,
  ContractComparison,
  ContractSimulation,
  LineComparison,
  NextTierStep,
  Scenario,
  ScenarioInstalment,
  ScenarioMission,
} from "./scenario";
export {
  atNextTier,
  compareContracts,
  compareEnvelopes,
  scenarioEnvelope,
  scenarioRequest,
  scenarioYear,
  simulateContract,
} from "./scenario";
export type { EnvelopeTotals } from "./settle";
export type { MarkedSum, PaymentDay, PaymentOfYear, Share } from "./shares";
export { dueShares, leftOut, maximumToConfirm, paymentDays, paymentsOf, shareOf, SHARES } from "./shares";
export type {
  IndicatorMismatch,
  SimulatedIndicator,
  SimulatedInstalment,
  SimulatedLine,
  SimulatedMission,
  SimulatedOutcome,
  Simulation,
  SimulationInput,
} from "./simulate";
export { indicatorMismatches, simulate, simulationInput } from "./simulate";
export type { Step, StepValue } from "./steps";
export type { MissionMeasure, VariableCase, VariableOutcome } from "./variable";
export { variableOutcomes } from "./variable";
export { AGREEMENT_SIZES, nextTier, sizeTier, tierBounds } from "./size";
