import { isMission, MISSIONS, scheduleInForce, SCHEDULES, type Mission } from "../../funding";
import type { IsoDay } from "../../kernel/date";
import { isoDaySchema, type Ignored, type Query } from "../address";
import { Asked } from "./asked";
import {
  codeField,
  contractYearField,
  engagedField,
  IN_FORCE,
  MOST_COMMUNES,
  MOST_PASTED,
  monthField,
  populationField,
  rateField,
  scheduleField,
} from "./fields";
import { basisAsked, draftsAsked, readDrafts, type IndicatorDrafts } from "./indicator-fields";
import { FIELD, NO_CRISIS, OWN_NAMES } from "./names";
import {
  blankState,
  changedState,
  CONTRACT_YEARS,
  engagedAtSignature,
  exampleState,
  monthsOf,
  NO_CHANGE,
  type Changes,
  type MissionChange,
  type MissionState,
  type Month,
  type SimulatorState,
} from "./state";

export interface SimulatorAddress {
  readonly state: SimulatorState;
  /** The indicators as typed, for the form. */
  readonly drafts: IndicatorDrafts;
  /** A list of communes pasted, to be recognised and added to those of the state; empty: none. */
  readonly pasted: string;
  /** True where the address says nothing: the page shows its example. */
  readonly isExample: boolean;
  readonly ignored: readonly Ignored[];
}

/**
 * What a query asks the simulator: that of its form as sent, and that of its address, which says the same more
 * shortly. What makes no sense falls back and is reported.
 */
export function simulatorInAddress(query: Query, today: IsoDay): SimulatorAddress {
  const ask = new Asked(query);
  if (!isAsked(query)) {
    return { state: exampleState(today), drafts: {}, pasted: "", isExample: true, ignored: [] };
  }
  const blank = blankState(today);
  const picked = communes(ask);
  if (picked.length === 0 && ask.text(FIELD.pasted) === "") {
    ask.mustNotBeBlank(FIELD.population, "ne suffit pas : indiquez une population, par exemple 62 000");
  }
  ask.mustNotBeBlank(FIELD.signedOn, "ne suffit pas : indiquez la date de signature");
  const schedule = ask.one(FIELD.schedule, scheduleField) ?? null;
  const signedOn = signature(ask, FIELD.signedOn, schedule) ?? blank.signedOn;
  const drafts = draftsAsked(ask);
  const engaged = missions(ask, signedOn, drafts);
  const state: SimulatorState = {
    population: ask.one(FIELD.population, populationField) ?? blank.population,
    communes: picked,
    schedule,
    signedOn,
    missions: engaged.map(({ state: own }) => own),
    crisisYears: years(ask, FIELD.crisis) ?? [],
    year: ask.one(FIELD.year, contractYearField) ?? blank.year,
    changes: NO_CHANGE,
  };
  return {
    state: { ...state, changes: changes(ask, state, engaged) },
    drafts,
    pasted: pasted(ask),
    isExample: false,
    ignored: ask.ignored,
  };
}

/** Whether a query says anything of the simulator's own. */
function isAsked(query: Query): boolean {
  return Object.keys(query).some((name) => OWN_NAMES.has(name.replace(/^b\./, "").split(".")[0] ?? ""));
}

function signature(ask: Asked, name: string, schedule: string | null): IsoDay | undefined {
  const day = ask.one(name, isoDaySchema);
  const [first] = SCHEDULES;
  if (day === undefined || schedule !== null || scheduleInForce(day) !== null) return day;
  ask.refuse(
    name,
    day,
    `précède le premier barème, ${first?.label}, en vigueur depuis le ${french(first?.effectiveFrom ?? "")}`,
  );
  return undefined;
}

function communes(ask: Asked): string[] {
  const codes = ask.all(FIELD.communes);
  if (codes.length > MOST_COMMUNES) {
    ask.refuse(FIELD.communes, `${codes.length} communes`, `dépasse ${MOST_COMMUNES} communes`);
  }
  const read = codes.slice(0, MOST_COMMUNES).map((code) => ask.read(FIELD.communes, code, codeField));
  return [...new Set(read.filter((code) => code !== undefined))];
}

function pasted(ask: Asked): string {
  const text = ask.text(FIELD.pasted);
  if (text.length <= MOST_PASTED) return text;
  ask.refuse(
    FIELD.pasted,
    `${text.slice(0, 40)}…`,
    `dépasse ${MOST_PASTED} caractères : collez-la en plusieurs fois`,
  );
  return "";
}

/** A mission of scenario A, and the values that B takes for its indicators. */
interface Engaged {
  readonly state: MissionState;
  readonly valuesOfB: Readonly<Record<number, number>>;
}

function missions(ask: Asked, signedOn: IsoDay, drafts: IndicatorDrafts): Engaged[] {
  const codes = ask.all(FIELD.missions);
  const known = new Set(codes.filter(isMission));
  for (const code of codes.filter((one) => !isMission(one))) {
    ask.refuse(FIELD.missions, code, `n’est pas une mission ; valeurs possibles : ${MISSIONS.join(", ")}`);
  }
  if (known.size === 0) {
    if (ask.has(FIELD.missions) && codes.length === 0) {
      ask.refuse(FIELD.missions, "aucune", "ne se simule pas : cochez au moins une mission");
    }
    // Results or starts may be given without naming again the missions that every contract has.
    const { missions: socle } = blankState(signedOn);
    return socle.map(({ mission }) => missionState(ask, mission, signedOn, drafts));
  }
  return MISSIONS.filter((mission) => known.has(mission)).map((mission) =>
    missionState(ask, mission, signedOn, drafts),
  );
}

function missionState(ask: Asked, mission: Mission, signedOn: IsoDay, drafts: IndicatorDrafts): Engaged {
  const rate = ask.one(FIELD.rate(mission), rateField) ?? engagedAtSignature(mission).rate;
  const rates: Record<number, number> = {};
  for (const year of CONTRACT_YEARS) {
    const own = ask.one(FIELD.rate(mission, year), rateField);
    if (own !== undefined && own !== rate) rates[year] = own;
  }
  const month = start(ask, FIELD.start(mission), signedOn);
  const from = month === undefined || month <= signedOn.slice(0, 7) ? null : month;
  const state: MissionState = { mission, start: from, rate, rates };
  const basis = basisAsked(ask, mission);
  if (basis === null) return { state, valuesOfB: {} };
  const { indicators, valuesOfB } = readDrafts(ask, mission, basis, drafts[mission] ?? []);
  return { state: { ...state, indicators }, valuesOfB };
}

/** A month of the contract, or before it: it then counts as the signature's. */
function start(ask: Asked, name: string, signedOn: IsoDay): Month | undefined {
  const month = ask.one(name, monthField);
  const { first, last } = monthsOf(signedOn);
  if (month === undefined || month <= last) return month;
  ask.refuse(name, month, `est après la fin du contrat : un mois de ${french(first)} à ${french(last)}`);
  return undefined;
}

function years(ask: Asked, name: string): number[] | undefined {
  if (!ask.has(name)) return undefined;
  const read = ask.all(name).map((year) => ask.read(name, year, contractYearField));
  return CONTRACT_YEARS.filter((year) => read.includes(year));
}

function changes(ask: Asked, state: SimulatorState, engaged: readonly Engaged[]): Changes {
  const { b } = FIELD;
  const population = ask.one(b(FIELD.population), populationField);
  let schedule = ask.one(b(FIELD.schedule), scheduleField);
  const signedOn = signature(ask, b(FIELD.signedOn), schedule === undefined ? state.schedule : schedule);
  const crisis = ask.text(b(FIELD.crisis));
  const crisisYears = crisis === "" ? undefined : crisis === NO_CRISIS ? [] : years(ask, b(FIELD.crisis));
  if (schedule === null && scheduleInForce(signedOn ?? state.signedOn) === null) {
    ask.refuse(b(FIELD.schedule), IN_FORCE, "n’existe pas à la signature : aucun barème n’était en vigueur");
    schedule = undefined;
  }
  const changed: Changes = {
    ...(population === undefined ? {} : { population }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(signedOn === undefined ? {} : { signedOn }),
    ...(crisisYears === undefined ? {} : { crisisYears }),
    missions: missionChanges(ask, signedOn ?? state.signedOn, engaged),
  };
  if (changedState({ ...state, changes: changed }).missions.length > 0) return changed;
  ask.refuse(b("mission"), "aucune", "ne se simule pas : le scénario B doit garder au moins une mission");
  return { ...changed, missions: {} };
}

function missionChanges(
  ask: Asked,
  signedOn: IsoDay,
  inA: readonly Engaged[],
): Partial<Record<Mission, MissionChange>> {
  const found: Partial<Record<Mission, MissionChange>> = {};
  for (const mission of MISSIONS) {
    const engaged = ask.one(FIELD.b(FIELD.engaged(mission)), engagedField);
    const month = start(ask, FIELD.b(FIELD.start(mission)), signedOn);
    const rate = ask.one(FIELD.b(FIELD.rate(mission)), rateField);
    // A rate of B's replaces the indicators, and what they would have been worth.
    const values = rate === undefined ? inA.find(({ state }) => state.mission === mission)?.valuesOfB : {};
    const change: MissionChange = {
      ...(engaged === undefined ? {} : { engaged }),
      ...(month === undefined ? {} : { start: month }),
      ...(rate === undefined ? {} : { rate }),
      ...(values === undefined || Object.keys(values).length === 0 ? {} : { values }),
    };
    if (Object.keys(change).length > 0) found[mission] = change;
  }
  return found;
}

/** « 04/2027 », « 25/08/2019 », from a month or a day. */
function french(written: string): string {
  return written.split("-").reverse().join("/");
}
