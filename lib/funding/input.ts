/** What the engine is asked, and the check of it: everything the rules need, resolved once. */
import type { Mark } from "../kernel/certainty";
import { addDays, type IsoDay } from "../kernel/date";
import { assertCents, type Cents } from "../kernel/money";
import { checkDay } from "./arithmetic";
import { isMission, type LineCode, LINES, type Mission, MISSIONS, type Part, placeOf } from "./codes";
import { type ContractYear, isPastTerm, wholeYearDays } from "./contract-years";
import { checkIndicator, type MeasuredIndicator } from "./indicators";
import type { GridEntry, Schedule, SizeTier } from "./schedule";
import { sizeTier } from "./size";

/** A mission the contract engages. `null` means not known, which is never zero. */
export interface MissionInput {
  readonly mission: Mission;
  readonly startedOn: IsoDay | null;
  /** First day the mission is no longer at work; absent or null: it goes on. */
  readonly endedOn?: IsoDay | null;
  /** Results of the year, from 0 to 1; not read where the mission has indicators. */
  readonly achievement: number | null;
  /** The contract's indicators for the year; absent or empty: `achievement` decides. */
  readonly indicators?: readonly MeasuredIndicator[];
}

/** A yearly amount stated by the contract's own annex: it wins over the schedule. */
export interface ContractAmount {
  readonly line: LineCode;
  readonly part: Part;
  readonly amountCents: Cents;
  readonly mark: Mark;
  readonly source: string;
}

export interface EnvelopeInput {
  /** Inhabitants; null when only the tier is known. */
  readonly population: number | null;
  /** Where the population was read, for the explanation. */
  readonly populationSource?: string;
  /** The tier stated by a source: it wins over the one the population gives. */
  readonly sizeTier?: SizeTier;
  readonly schedule: Schedule;
  /** The schedule in force at the signature, when it is not `schedule`: missions created since are told apart. */
  readonly signatureSchedule?: Schedule;
  readonly contractYear: ContractYear;
  /** 60 when absent. */
  readonly termMonths?: number;
  /** True when a renewal is on record: the term no longer stops the years. */
  readonly renewed?: boolean;
  /** First day no longer under the contract, when it was terminated; absent or null: it runs its year. */
  readonly endedOn?: IsoDay | null;
  /** Missions engaged; one that is not named earns nothing and counts in no total. */
  readonly missions: readonly MissionInput[];
  /** Whether the ARS recognised a crisis in the year. */
  readonly crisisRecognised: boolean | null;
  readonly contractAmounts?: readonly ContractAmount[];
}

/** The input, checked and resolved; private to the engine. */
export interface Case {
  readonly input: EnvelopeInput;
  readonly tier: SizeTier;
  readonly entries: readonly GridEntry[];
  /** One place per mission, in their order; undefined: not engaged. */
  readonly missions: readonly (MissionInput | undefined)[];
  readonly pastTerm: boolean;
  /** Last day of the year under the contract; null when it ended before the year began. */
  readonly lastDay: IsoDay | null;
  /** Days of the contract year, or of the one that its term cuts: 365 or 366. */
  readonly yearDays: number;
  readonly contractAmounts: readonly ContractAmount[];
}

const NONE: readonly ContractAmount[] = [];
const NOBODY: readonly undefined[] = MISSIONS.map(() => undefined);
/**
 * Throws a RangeError on: neither population nor tier, a mission named twice, an achievement outside
 * 0–1, a start or an end that is no day, an indicator whose steps make no sense, a year whose index or bounds make no sense, a contract amount that is
 * negative, not in cents, or given twice.
 */
export function resolve(input: EnvelopeInput): Case {
  const { schedule, contractYear: year } = input;
  if (!Number.isSafeInteger(year.index) || year.index < 1 || !(year.start <= year.end)) {
    throw new RangeError(`contract year ${year.index}, ${year.start} to ${year.end}, makes no sense`);
  }
  const yearDays = wholeYearDays(year);
  const tier = tierOf(input);
  const missions: (MissionInput | undefined)[] = NOBODY.slice();
  for (const mission of input.missions) {
    const place = placeOf(mission.mission);
    if (place < 0) throw new RangeError(`${String(mission.mission)} is no mission`);
    if (missions[place]) throw new RangeError(`mission ${mission.mission} is named twice`);
    const { achievement, startedOn } = mission;
    if (achievement !== null && !(achievement >= 0 && achievement <= 1)) {
      throw new RangeError(`achievement of ${mission.mission} must be from 0 to 1, got ${achievement}`);
    }
    if (startedOn !== null && startedOn !== year.start) checkDay(startedOn);
    if (mission.endedOn) checkDay(mission.endedOn);
    mission.indicators?.forEach(checkIndicator);
    missions[place] = mission;
  }
  const contractAmounts = input.contractAmounts ?? NONE;
  if (contractAmounts.length > 0) checkAmounts(contractAmounts);
  return {
    input,
    tier,
    entries: entriesFor(schedule.grid[tier], missions, contractAmounts),
    missions,
    pastTerm: input.renewed !== true && isPastTerm(year.index, input.termMonths),
    lastDay: lastDayOf(year, input.endedOn ?? null),
    yearDays,
    contractAmounts,
  };
}

function lastDayOf({ start, end }: ContractYear, endedOn: IsoDay | null): IsoDay | null {
  if (endedOn === null || endedOn > end) return end;
  return endedOn <= start ? null : addDays(endedOn, -1);
}

function tierOf({ population, sizeTier: stated, schedule }: EnvelopeInput): SizeTier {
  if (stated !== undefined) return stated;
  if (population === null) throw new RangeError("an envelope needs a population or a size tier");
  return sizeTier(population, schedule.sizes);
}

function checkAmounts(amounts: readonly ContractAmount[]): void {
  const seen = new Set<string>();
  for (const { line, part, amountCents } of amounts) {
    const key = `${line} ${part}`;
    if (!isPossible(line, part)) throw new RangeError(`a contract has no amount ${key}`);
    if (assertCents(amountCents) < 0) throw new RangeError(`the contract amount of ${key} is negative`);
    if (seen.has(key)) throw new RangeError(`the contract amount of ${key} is given twice`);
    seen.add(key);
  }
}

function isPossible(line: LineCode, part: Part): boolean {
  if (line === "fonctionnement") return part === "fixed";
  return (line === "non_ventile") === (part === "unknown");
}

/** The schedule's grid, with a line of its own for what the input names and the schedule does not have. */
function entriesFor(
  grid: readonly GridEntry[],
  missions: readonly (MissionInput | undefined)[],
  amounts: readonly ContractAmount[],
): readonly GridEntry[] {
  const extra: GridEntry[] = [];
  for (const { line, part } of amounts) if (!has(grid, line, part)) extra.push(unscheduled(line, part));
  for (const state of missions) {
    if (state && !has(grid, state.mission) && !has(extra, state.mission)) {
      extra.push(unscheduled(state.mission, "fixed"));
    }
  }
  if (extra.length === 0) return grid;
  return [...grid, ...extra].sort((a, b) => LINES.indexOf(a.line) - LINES.indexOf(b.line));
}

function has(entries: readonly GridEntry[], line: LineCode, part?: Part): boolean {
  for (const entry of entries) {
    if (entry.line === line && (part === undefined || entry.part === part)) return true;
  }
  return false;
}

function unscheduled(line: LineCode, part: Part): GridEntry {
  return {
    line,
    part,
    mission: isMission(line) ? line : null,
    place: placeOf(line),
    nature: null,
    crisisOnly: line === "crise_sanitaire" && part === "variable",
    cents: null,
    mark: "H",
    source: "Aucun montant dans ce barème",
  };
}
