/** The simulator: the engine on an input where everything has a value (API v1, `funding/simulate`). */
import type { Mark } from "../kernel/certainty";
import { type IsoDay, isoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { DueKind } from "./calendar";
import type { LineCode, Mission, Part } from "./codes";
import { contractYear, isPastTerm } from "./contract-years";
import { type Envelope, envelope } from "./envelope";
import { formulaOf } from "./formula";
import type { EnvelopeInput } from "./input";
import { type Instalment, instalments } from "./instalments";
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
  /** From 0 to 1; absent: 1. */
  readonly achievement?: number | undefined;
}

export interface SimulatedLine {
  readonly line: LineCode;
  readonly part: Part;
  readonly maximumCents: Cents;
  readonly dueCents: Cents;
  /** The weakest of the amount's mark and of the rule that makes it due. */
  readonly mark: Mark;
  readonly source: string;
  readonly formula: string;
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
 * five-year term, a population, day, mission or achievement that makes no sense.
 */
export function simulate(input: SimulationInput): Simulation {
  const computed = envelope(simulationInput(input));
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
    missions: named.map(({ mission, startedOn, achievement }: SimulatedMission) => ({
      mission,
      startedOn: startedOn ?? input.signedOn,
      achievement: achievement ?? 1,
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
    }));
}
