/** The simulator: the engine on an input where everything has a value (API v1, `funding/simulate`). */
import type { Mark } from "../kernel/certainty";
import { type IsoDay, isoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { DueKind } from "./calendar";
import type { LineCode, Mission, Part } from "./codes";
import { contractYear, isPastTerm } from "./contract-years";
import { type Envelope, envelope } from "./envelope";
import { formulaOf } from "./formula";
import { indicatorWords } from "./indicator-words";
import { type IndicatorOutcome, indicatorsMaximum, type MeasuredIndicator } from "./indicators";
import type { EnvelopeInput } from "./input";
import { type Instalment, instalments } from "./instalments";
import type { Reason } from "./rules";
import { missionsOf, type Schedule, type SizeTier } from "./schedule";
import { scheduleById, scheduleInForce } from "./schedules/registry";
import type { EnvelopeTotals } from "./settle";

export interface SimulationInput {
  readonly population: number;
  /** Schedule id; absent: the one in force on the first day of the contract year. */
  readonly schedule?: string | undefined;
  readonly signedOn: IsoDay;
  /** 1 to 5; absent: 1. */
  readonly contractYear?: number | undefined;
  /** Absent or empty: all those of the schedule. */
  readonly missions?: readonly SimulatedMission[] | undefined;
  /** Absent: false. */
  readonly crisisRecognised?: boolean | undefined;
}

export interface SimulatedMission {
  readonly mission: Mission;
  /** Absent: the day of signature. */
  readonly startedOn?: IsoDay | undefined;
  /** From 0 to 1; absent: 1; null: not known, which only an explained envelope can say. */
  readonly achievement?: number | null | undefined;
  /** They decide where there are some; `achievement` is then not read. */
  readonly indicators?: readonly SimulatedIndicator[] | undefined;
}

/** What decides of an indicator; its kind and where it started from are the contract's own affair. */
export type SimulatedIndicator = Omit<MeasuredIndicator, "kind" | "baseline">;

export interface SimulatedLine {
  readonly line: LineCode;
  readonly part: Part;
  readonly maximumCents: Cents;
  readonly dueCents: Cents;
  /** The weakest of the amount's mark and of the rule that makes it due. */
  readonly mark: Mark;
  readonly source: string;
  readonly formula: string;
  /** What each indicator earns, on a variable share that indicators decide. */
  readonly indicators?: readonly SimulatedOutcome[];
}

export interface SimulatedOutcome {
  readonly label: string;
  /** The threshold of the hardest step reached; null: none is. */
  readonly reached: number | null;
  readonly maximumCents: Cents;
  readonly earnedCents: Cents;
  /** One French sentence. */
  readonly words: string;
}

export interface Simulation {
  readonly sizeTier: SizeTier;
  readonly schedule: string;
  readonly lines: readonly SimulatedLine[];
  readonly totals: Omit<EnvelopeTotals, "dueIsMinimum">;
  readonly instalments: readonly SimulatedInstalment[];
}

/** A simulated contract runs its years: nothing is ever repaid. */
export interface SimulatedInstalment extends Instalment {
  readonly kind: Exclude<DueKind, "repayment">;
}

/**
 * One contract year, simulated. The lines are those of the missions named, so that they sum to the
 * totals; a line that cannot be earned (crisis not recognised, mission that the schedule does not have)
 * stays with 0 and its formula says why.
 *
 * Throws a RangeError on an unknown schedule, a signature before the first one, a year outside the
 * five-year term, a population, day, mission, achievement or indicator that makes no sense, results left
 * unknown, indicators that do not sum to the variable envelope that they share out.
 */
export function simulate(input: SimulationInput): Simulation {
  const computed = envelope(simulationInput(input));
  for (const { line, reason } of computed.lines) {
    if (UNSETTLED.has(reason)) throw new RangeError(`${line}: ${reason}`);
  }
  const { fixedCents, variableCents, notItemisedCents, maximumCents, dueCents, toConfirmCents } =
    computed.totals;
  return {
    sizeTier: computed.sizeTier,
    schedule: computed.schedule.id,
    lines: simulatedLines(computed),
    totals: { fixedCents, variableCents, notItemisedCents, maximumCents, dueCents, toConfirmCents },
    instalments: instalments(computed).flatMap(({ dueOn, line, kind, amountCents }) =>
      kind === "repayment" ? [] : [{ dueOn, line, kind, amountCents }],
    ),
  };
}

/** Why a simulation has no answer: every result must be known, and every indicator fit its envelope. */
const UNSETTLED: ReadonlySet<Reason> = new Set<Reason>([
  "achievement_unknown",
  "indicators_unknown",
  "indicators_mismatch",
]);

export interface IndicatorMismatch {
  readonly mission: Mission;
  /** What the last steps of its indicators sum to. */
  readonly sumCents: Cents;
  /** What they should: its variable envelope for a full year. */
  readonly envelopeCents: Cents;
}

/** The missions whose indicators do not sum to their variable envelope. Throws what `simulationInput` throws. */
export function indicatorMismatches(input: SimulationInput): IndicatorMismatch[] {
  const asked = simulationInput(input);
  return envelope(asked).lines.flatMap(({ line, reason, amountCents }) => {
    const mission = asked.missions.find((one) => one.mission === line);
    if (reason !== "indicators_mismatch" || !mission || amountCents === null) return [];
    const sumCents = indicatorsMaximum(mission.indicators ?? []);
    return [{ mission: mission.mission, sumCents, envelopeCents: amountCents }];
  });
}

/** The engine's input for a simulation: to get its explanations, or its totals alone. */
export function simulationInput(input: SimulationInput): EnvelopeInput {
  const index = input.contractYear ?? 1;
  if (isPastTerm(index)) throw new RangeError(`a contract has five years, no year ${index}`);
  const year = contractYear(isoDay(input.signedOn), index);
  const schedule = chooseSchedule(input.schedule, year.start);
  const named = input.missions?.length
    ? input.missions
    : missionsOf(schedule).map((mission) => ({ mission }));
  return {
    population: input.population,
    schedule,
    contractYear: year,
    missions: named.map(({ mission, startedOn, achievement, indicators }: SimulatedMission) => ({
      mission,
      startedOn: startedOn ?? input.signedOn,
      achievement: achievement === undefined ? 1 : achievement,
      indicators: (indicators ?? []).map((one) => ({ ...one, kind: "result" as const, baseline: null })),
    })),
    crisisRecognised: input.crisisRecognised ?? false,
  };
}

function chooseSchedule(id: string | undefined, yearStart: IsoDay): Schedule {
  const schedule = id === undefined ? scheduleInForce(yearStart) : scheduleById(id);
  if (!schedule) {
    throw new RangeError(
      id === undefined ? `no schedule was in force on ${yearStart}` : `no schedule is called ${id}`,
    );
  }
  return schedule;
}

function simulatedLines({ lines, input }: Envelope): SimulatedLine[] {
  return lines
    .filter(({ reason }) => reason !== "not_engaged" && reason !== "options_not_engaged")
    .map((line) => ({
      line: line.line,
      part: line.part,
      maximumCents: line.maximumCents,
      dueCents: typeof line.due === "number" ? line.due : 0,
      mark: line.dueMark,
      source: line.source,
      formula: formulaOf(line, input.contractYear),
      ...(line.reason === "indicators" ? { indicators: (line.indicators ?? []).map(simulatedOutcome) } : {}),
    }));
}

function simulatedOutcome(outcome: IndicatorOutcome): SimulatedOutcome {
  const { indicator, reached, maximumCents, earnedCents } = outcome;
  return {
    label: indicator.label,
    reached: reached?.threshold ?? null,
    maximumCents,
    earnedCents: earnedCents ?? 0,
    words: indicatorWords(outcome),
  };
}
