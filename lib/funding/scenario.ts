/**
 * A whole contract, simulated: its five years, their merged calendar, and what changes from one scenario to
 * another. Each year is exactly what `simulate` answers for it.
 */
import { weakest, type Absence, type Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import { type LineCode, LINES, type Mission, type Part } from "./codes";
import { contractYears } from "./contract-years";
import { type Envelope, envelope } from "./envelope";
import { type Instalment, instalments } from "./instalments";
import type { EnvelopeLine } from "./line";
import { totalMarks } from "./marks";
import { missionsOf, type Schedule, type SizeTier } from "./schedule";
import { scheduleById, scheduleInForce } from "./schedules/registry";
import { type SimulatedIndicator, type SimulationInput, simulationInput } from "./simulate";
import { nextTier, sizeTier } from "./size";

export interface Scenario {
  /** Inhabitants. */
  readonly population: number;
  /** Schedule id; null: for each contract year, the one in force on its first day. */
  readonly schedule: string | null;
  readonly signedOn: IsoDay;
  /** At least one. */
  readonly missions: readonly ScenarioMission[];
  /** Contract years in which the ARS recognises a crisis. */
  readonly crisisYears: readonly number[];
}

export interface ScenarioMission {
  readonly mission: Mission;
  readonly startedOn: IsoDay;
  /** Results of a contract year, from 0 to 1; null: not known. Not read where there are indicators. */
  readonly achievementOf: (year: number) => number | null;
  /**
   * The indicators of a contract year, for the variable envelope that the mission has in it: another size or
   * schedule shares out another envelope. Absent or empty: `achievementOf` decides.
   */
  readonly indicatorsOf?: (year: number, envelopeCents: Cents) => readonly SimulatedIndicator[];
}

/** An instalment, the contract year it settles, and how certain it is. */
export interface ScenarioInstalment extends Instalment {
  readonly year: number;
  readonly part: Part;
  readonly mark: Mark;
}

export interface ContractSimulation {
  readonly scenario: Scenario;
  /** One envelope per contract year, in their order. */
  readonly years: readonly Envelope[];
  /** By day, then by contract year, then by line. */
  readonly instalments: readonly ScenarioInstalment[];
  readonly dueCents: Cents;
  readonly dueMark: Mark;
  readonly toConfirmCents: Cents;
  /** True when a year leaves something unknown: what is due is then a minimum. */
  readonly dueIsMinimum: boolean;
}

/**
 * What the API is asked for one contract year. A mission that the year's schedule does not have is left out
 * of that year (crises before avenant 2): there is nothing to earn, which is not the same as unknown.
 */
export function scenarioRequest(scenario: Scenario, year: number): SimulationInput {
  const { population, schedule, signedOn, missions, crisisYears } = scenario;
  const applied = scheduleApplied(scenario, year);
  const offered = applied ? missionsOf(applied) : [];
  const kept = missions.filter(({ mission }) => offered.includes(mission));
  return {
    population,
    ...(schedule === null ? {} : { schedule }),
    signedOn,
    contractYear: year,
    missions: (kept.length > 0 ? kept : missions).map(
      ({ mission, startedOn, achievementOf, indicatorsOf }) => {
        const envelopeCents = applied && variableAmount(applied, population, mission);
        const indicators = envelopeCents === null ? [] : (indicatorsOf?.(year, envelopeCents) ?? []);
        if (indicators.length > 0) return { mission, startedOn, indicators };
        return { mission, startedOn, achievement: achievementOf(year) };
      },
    ),
    crisisRecognised: crisisYears.includes(year),
  };
}

/** The variable envelope of a mission in a full contract year; null where the year's schedule has none. */
export function scenarioEnvelope(
  scenario: Pick<Scenario, "population" | "schedule" | "signedOn">,
  mission: Mission,
  year: number,
): Cents | null {
  const applied = scheduleApplied(scenario, year);
  return applied && variableAmount(applied, scenario.population, mission);
}

function scheduleApplied(
  { schedule, signedOn }: Pick<Scenario, "schedule" | "signedOn">,
  year: number,
): Schedule | null {
  const start = contractYears(signedOn)[year - 1]?.start;
  if (start === undefined) throw new RangeError(`a contract has five years, no year ${year}`);
  return schedule === null ? scheduleInForce(start) : scheduleById(schedule);
}

function variableAmount({ grid, sizes }: Schedule, population: number, mission: Mission): Cents | null {
  const lines = grid[sizeTier(population, sizes)];
  return lines.find(({ line, part }) => line === mission && part === "variable")?.cents ?? null;
}

/** One contract year of a scenario, explained line by line. Throws what `simulationInput` throws. */
export function scenarioYear(scenario: Scenario, year: number): Envelope {
  return envelope(simulationInput(scenarioRequest(scenario, year)));
}

/** The five years. Throws what `simulationInput` throws, and a RangeError on a scenario without a mission. */
export function simulateContract(scenario: Scenario): ContractSimulation {
  // The API reads « none named » as « all »: here it would be a scenario that says the contrary of what it shows.
  if (scenario.missions.length === 0) throw new RangeError("a scenario engages at least one mission");
  const years = contractYears(scenario.signedOn).map(({ index }) => scenarioYear(scenario, index));
  return {
    scenario,
    years,
    instalments: years
      .flatMap((year) => instalments(year).map((one) => ofYear(one, year)))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    dueCents: sum(years.map(({ totals }) => totals.dueCents)),
    dueMark: weakest(years.map((year) => totalMarks(year).due.mark)),
    toConfirmCents: sum(years.map(({ totals }) => totals.toConfirmCents)),
    dueIsMinimum: years.some(({ totals }) => totals.dueIsMinimum),
  };
}

function ofYear(one: Instalment, { input, lines }: Envelope): ScenarioInstalment {
  const part: Part = one.kind === "variable" ? "variable" : one.line === "non_ventile" ? "unknown" : "fixed";
  const line = lines.find((each) => each.line === one.line && each.part === part);
  return { ...one, year: input.contractYear.index, part, mark: line?.dueMark ?? "H" };
}

/** A line in two envelopes. `null`: that envelope has no such line. */
export interface LineComparison {
  readonly line: LineCode;
  readonly part: Part;
  readonly before: EnvelopeLine | null;
  readonly after: EnvelopeLine | null;
  readonly maximumCents: Cents;
  /** What the due gains; null where one of them is not known. « Sans objet » earns nothing. */
  readonly dueCents: Cents | null;
}

export interface Comparison {
  readonly before: Envelope;
  readonly after: Envelope;
  readonly lines: readonly LineComparison[];
  /** After less before. */
  readonly maximumCents: Cents;
  /** Null where one of the two leaves something unknown: two minimums have no difference. */
  readonly dueCents: Cents | null;
  /** The weakest of what is compared. */
  readonly maximumMark: Mark;
  readonly dueMark: Mark;
}

/** Two years line by line, after less before. The differences of the lines sum to those of the totals. */
export function compareEnvelopes(before: Envelope, after: Envelope): Comparison {
  const marks = [totalMarks(before), totalMarks(after)];
  return {
    before,
    after,
    lines: pairs(before, after).map(([line, one, other]) => ({
      line: line.line,
      part: line.part,
      before: one,
      after: other,
      maximumCents: (other?.maximumCents ?? 0) - (one?.maximumCents ?? 0),
      dueCents: gain(one?.due ?? "sans_objet", other?.due ?? "sans_objet"),
    })),
    maximumCents: after.totals.maximumCents - before.totals.maximumCents,
    dueCents:
      before.totals.dueIsMinimum || after.totals.dueIsMinimum
        ? null
        : after.totals.dueCents - before.totals.dueCents,
    maximumMark: weakest(marks.map(({ maximum }) => maximum.mark)),
    dueMark: weakest(marks.map(({ due }) => due.mark)),
  };
}

export interface ContractComparison {
  readonly inhabitants: number;
  /** Null where one of the two leaves something unknown. */
  readonly dueCents: Cents | null;
  readonly dueMark: Mark;
  readonly toConfirmCents: Cents;
}

/** Two contracts over their five years, after less before. */
export function compareContracts(before: ContractSimulation, after: ContractSimulation): ContractComparison {
  return {
    inhabitants: after.scenario.population - before.scenario.population,
    dueCents: before.dueIsMinimum || after.dueIsMinimum ? null : after.dueCents - before.dueCents,
    dueMark: weakest([before.dueMark, after.dueMark]),
    toConfirmCents: after.toConfirmCents - before.toConfirmCents,
  };
}

type Pair = readonly [EnvelopeLine, EnvelopeLine | null, EnvelopeLine | null];

/** Each line once, in the agreement's order, which both envelopes follow. */
function pairs(before: Envelope, after: Envelope): Pair[] {
  const twin = (of: EnvelopeLine, among: Envelope) =>
    among.lines.find(({ line, part }) => line === of.line && part === of.part) ?? null;
  const missing = after.lines.filter((line) => twin(line, before) === null);
  return [
    ...before.lines.map((line): Pair => [line, line, twin(line, after)]),
    ...missing.map((line): Pair => [line, null, line]),
  ].sort(([a], [b]) => order(a) - order(b));
}

function order({ line, part }: EnvelopeLine): number {
  return 2 * LINES.indexOf(line) + (part === "variable" ? 1 : 0);
}

function gain(before: Cents | Absence, after: Cents | Absence): Cents | null {
  if (before === "sans_objet" && after === "sans_objet") return null;
  const [from, to] = [before, after].map((due) => (due === "sans_objet" ? 0 : due));
  return typeof from === "number" && typeof to === "number" ? to - from : null;
}

export interface NextTierStep extends Comparison {
  readonly tier: SizeTier;
  /** Inhabitants from which the tier begins. */
  readonly from: number;
  readonly missing: number;
}

/** The same year with just enough inhabitants for the tier above; null from the last one. */
export function atNextTier(scenario: Scenario, year: number): NextTierStep | null {
  const now = scenarioYear(scenario, year);
  const next = nextTier(scenario.population, now.schedule.sizes);
  if (!next) return null;
  return { ...next, ...compareEnvelopes(now, scenarioYear({ ...scenario, population: next.from }, year)) };
}

function sum(cents: readonly Cents[]): Cents {
  return cents.reduce((total, one) => total + one, 0);
}
