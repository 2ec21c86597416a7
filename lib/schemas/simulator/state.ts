/** What the simulator is asked: one scenario, and what a second one changes of it. */
import {
  contractYears,
  MISSIONS,
  missionsOf,
  scenarioEnvelope,
  scheduleInForce,
  SCHEDULES,
  type Mission,
  type Scenario,
} from "../../funding";
import { partsOf, type IsoDay } from "../../kernel/date";
import { indicatorsOfYear, type MissionIndicators } from "./indicators";

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
  /** They decide instead of the rates; absent: the rates do. */
  readonly indicators?: MissionIndicators;
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
  /** Every year's; it also replaces the indicators that A may have. */
  readonly rate?: Hundredths;
  /** Every year's value of some of A's indicators, by their place from 1; never with `rate`. */
  readonly values?: Readonly<Record<number, number>>;
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

/**
 * Results of a mission in a contract year, from 0 to 1: the one place where they are found. Null: indicators are
 * announced and none is there yet.
 */
export function achievementOf({ rate, rates, indicators }: MissionState, year: number): number | null {
  return indicators ? null : (rates[year] ?? rate) / WHOLE;
}

/** The inhabitants that count: those of the communes where some are picked, else those typed. */
export function populationOf(
  { population }: Pick<SimulatorState, "population">,
  communes: readonly { readonly population: number }[],
): number {
  if (communes.length === 0) return population;
  return communes.reduce((sum, commune) => sum + commune.population, 0);
}

/** The engine's scenarios: A, and B where it changes something. @param communes those that are counted. */
export function scenariosOf(
  state: SimulatorState,
  communes: readonly { readonly population: number }[],
): { readonly a: Scenario; readonly b: Scenario | null } {
  const a = scenarioOf(state, populationOf(state, communes));
  if (!hasChanges(state.changes)) return { a, b: null };
  const changed = changedState(state);
  const counted = changed.communes.length > 0 ? communes : [];
  return { a, b: scenarioOf(changed, populationOf(changed, counted), a) };
}

/**
 * The engine's scenario.
 * @param population the communes' where some are picked, else the one typed.
 * @param stated the scenario whose envelopes amounts in euros were written for; absent: this one.
 */
export function scenarioOf(state: SimulatorState, population: number, stated?: Scenario): Scenario {
  const { schedule, signedOn, missions, crisisYears } = state;
  const annex = stated ?? { population, schedule, signedOn };
  return {
    population,
    schedule,
    signedOn,
    crisisYears,
    missions: missions.map((own) => {
      const { mission, start, indicators } = own;
      return {
        mission,
        startedOn: startOf(start, signedOn),
        achievementOf: (year) => achievementOf(own, year),
        ...(indicators && {
          indicatorsOf: (year, envelopeCents) =>
            indicatorsOfYear(indicators, year, envelopeCents, scenarioEnvelope(annex, mission, year)),
        }),
      };
    }),
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
  const { start, rate, rates, indicators } = now ?? engagedAtSignature(mission);
  const measured = change.rate === undefined && indicators ? withValues(indicators, change.values) : null;
  return [
    {
      mission,
      start: change.start ?? start,
      rate: change.rate ?? rate,
      rates: change.rate === undefined ? rates : {},
      ...(measured && { indicators: measured }),
    },
  ];
}

function withValues(indicators: MissionIndicators, values: MissionChange["values"] = {}): MissionIndicators {
  const list = indicators.list.map((one, i) => {
    const value = values[i + 1];
    return value === undefined ? one : { ...one, value, values: {} };
  });
  return { ...indicators, list };
}
