/** What the simulator is asked: one scenario, and what a second one changes of it. */
import {
  contractYears,
  MISSIONS,
  missionsOf,
  scheduleInForce,
  SCHEDULES,
  type Mission,
  type Scenario,
} from "../../funding";
import { partsOf, type IsoDay } from "../../kernel/date";

/** « 2027-04 »: a mission starts on the first day of its month, and never before the signature. */
export type Month = string;
/** Hundredths of a percent, 0 to 10,000: what is typed with two decimals stays exact. */
export type Hundredths = number;

export const CONTRACT_YEARS = [1, 2, 3, 4, 5] as const;
export const WHOLE: Hundredths = 10_000;

export interface SimulatorState {
  /** Typed; not read where communes are picked: the population is then theirs. */
  readonly population: number;
  /** INSEE codes; empty: the population is the one typed. */
  readonly communes: readonly string[];
  /** Schedule id; null: for each contract year, the one in force on its first day. */
  readonly schedule: string | null;
  readonly signedOn: IsoDay;
  /** Engaged ones, in the agreement's order; at least one. */
  readonly missions: readonly MissionState[];
  readonly crisisYears: readonly number[];
  /** The contract year shown line by line. */
  readonly year: number;
  /** Scenario B: what it changes of A. */
  readonly changes: Changes;
}

export interface MissionState {
  readonly mission: Mission;
  /** Null: at the signature. */
  readonly start: Month | null;
  readonly rate: Hundredths;
  /** Contract years whose results are not `rate`. */
  readonly rates: Readonly<Partial<Record<number, Hundredths>>>;
}

/** Absent: as in A. */
export interface Changes {
  readonly population?: number;
  readonly schedule?: string | null;
  readonly signedOn?: IsoDay;
  readonly crisisYears?: readonly number[];
  readonly missions: Readonly<Partial<Record<Mission, MissionChange>>>;
}

export interface MissionChange {
  readonly engaged?: boolean;
  readonly start?: Month;
  readonly rate?: Hundredths;
}

export const NO_CHANGE: Changes = { missions: {} };

export function hasChanges({ missions, ...others }: Changes): boolean {
  return Object.keys(others).length > 0 || Object.keys(missions).length > 0;
}

/**
 * What an address without anything shows, so that the page says at once what it does: a contract to sign on the
 * next 1 January, its compulsory missions starting one after another. The page calls it an example.
 */
export function exampleState(today: IsoDay): SimulatorState {
  const signedOn = nextJanuary(today);
  const year = signedOn.slice(0, 4);
  const starts: Partial<Record<Mission, readonly [string, Hundredths]>> = {
    acces_soins: ["04", 8_000],
    parcours: ["07", 5_000],
    prevention: ["10", WHOLE],
    crise_sanitaire: ["04", WHOLE],
  };
  return {
    ...blankState(today),
    missions: compulsory(signedOn).map((mission) => {
      const [month, rate] = starts[mission] ?? [null, WHOLE];
      return { mission, start: month && `${year}-${month}`, rate, rates: {} };
    }),
  };
}

/** What an address that says something takes for the rest: everything at the signature, fully achieved. */
export function blankState(today: IsoDay): SimulatorState {
  const signedOn = nextJanuary(today);
  return {
    population: 62_000,
    communes: [],
    schedule: null,
    signedOn,
    missions: compulsory(signedOn).map(engagedAtSignature),
    crisisYears: [],
    year: 1,
    changes: NO_CHANGE,
  };
}

export function engagedAtSignature(mission: Mission): MissionState {
  return { mission, start: null, rate: WHOLE, rates: {} };
}

function compulsory(signedOn: IsoDay): Mission[] {
  const schedule = scheduleInForce(signedOn) ?? SCHEDULES.at(-1);
  return schedule ? missionsOf(schedule, "socle") : [...MISSIONS];
}

function nextJanuary(today: IsoDay): IsoDay {
  return `${partsOf(today).year + 1}-01-01`;
}

/** The day a mission starts: the first of its month, the signature where that would be earlier. */
export function startOf(start: Month | null, signedOn: IsoDay): IsoDay {
  const first = start === null ? signedOn : `${start}-01`;
  return first < signedOn ? signedOn : first;
}

/** The months of a contract, from that of its signature to that of its last day. */
export function monthsOf(signedOn: IsoDay): { readonly first: Month; readonly last: Month } {
  const end = contractYears(signedOn).at(-1)?.end ?? signedOn;
  return { first: signedOn.slice(0, 7), last: end.slice(0, 7) };
}

/** Results of a mission in a contract year, from 0 to 1: the one place where they are found. */
export function achievementOf({ rate, rates }: MissionState, year: number): number {
  return (rates[year] ?? rate) / WHOLE;
}

/** The inhabitants that count: those of the communes where some are picked, else those typed. */
export function populationOf(
  { population }: Pick<SimulatorState, "population">,
  communes: readonly { readonly population: number }[],
): number {
  if (communes.length === 0) return population;
  return communes.reduce((sum, commune) => sum + commune.population, 0);
}

/** The engine's scenario. @param population the communes' where some are picked, else the one typed. */
export function scenarioOf(state: SimulatorState, population: number): Scenario {
  const { schedule, signedOn, missions, crisisYears } = state;
  return {
    population,
    schedule,
    signedOn,
    crisisYears,
    missions: missions.map((mission) => ({
      mission: mission.mission,
      startedOn: startOf(mission.start, signedOn),
      achievementOf: (year) => achievementOf(mission, year),
    })),
  };
}

/** A with the changes of B. */
export function changedState(state: SimulatorState): SimulatorState {
  const { missions: changed, ...others } = state.changes;
  return {
    ...state,
    ...others,
    ...(others.population === undefined ? {} : { communes: [] }),
    missions: MISSIONS.flatMap((mission) => missionWith(state.missions, mission, changed[mission])),
    changes: NO_CHANGE,
  };
}

function missionWith(
  missions: readonly MissionState[],
  mission: Mission,
  change: MissionChange = {},
): MissionState[] {
  const now = missions.find((one) => one.mission === mission);
  if (!(change.engaged ?? now !== undefined)) return [];
  const { start, rate, rates } = now ?? engagedAtSignature(mission);
  return [
    {
      mission,
      start: change.start ?? start,
      rate: change.rate ?? rate,
      rates: change.rate === undefined ? rates : {},
    },
  ];
}
