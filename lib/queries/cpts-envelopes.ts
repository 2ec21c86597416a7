import {
  missionsOf,
  scheduleInForce,
  scheduleInForceOver,
  SCHEDULES,
  tierBounds,
  type ContractAmount as EngineAmount,
  type EnvelopeInput,
  type MissionInput,
  type Schedule,
} from "../funding";
import type { IsoDay, Span } from "../kernel/date";
import type { Contract, CptsRecord, Mission, StatedFigure } from "../record/cpts";
import { endOf, isRenewed, signatureScheduleOf, type YearOfContract } from "./cpts-contract";
import { envelopeView, type EnvelopeView } from "./cpts-envelope-view";
import { scheduleCitation, type Notes } from "./cpts-notes";
import type { PayableSize } from "./cpts-size";

export interface ScheduleChoice {
  readonly id: string;
  readonly label: string;
  readonly from: IsoDay;
  readonly ref: number;
}

export interface YearView {
  readonly year: YearOfContract;
  readonly schedule: ScheduleChoice & {
    /** True when the year may have opened under another schedule: its first day is uncertain. */
    readonly uncertain: boolean;
    /** True when the schedule shown is not the one in force on the year's first day. */
    readonly earlier: boolean;
  };
  /** The schedules that the year may be under, earliest first; the one shown included. */
  readonly schedules: readonly ScheduleChoice[];
  /** False: the sources do not say which missions the contract engages; the schedule's are shown. */
  readonly missionsKnown: boolean;
  /** Missions counted although created after the signature: to be confirmed. */
  readonly createdLater: boolean;
  readonly size: (PayableSize & { readonly label: string }) | null;
  /** Null without a tier to compute with. */
  readonly envelope: EnvelopeView | null;
}

/**
 * The schedules a contract year may be under: the one in force when it opens, and those in force since the
 * signature, under which the contract may have stayed. One alone when the contract records it.
 */
export function schedulesOfYear(contract: Contract, start: Span): readonly Schedule[] {
  const recorded = SCHEDULES.find(({ id }) => id === contract.scheduleId);
  if (recorded) return [recorded];
  const first = scheduleInForce(contract.signed.earliest) ?? SCHEDULES[0];
  return SCHEDULES.filter(
    (schedule) =>
      schedule.effectiveFrom <= start.latest && (!first || schedule.effectiveFrom >= first.effectiveFrom),
  );
}

/** One contract year under one schedule, explained line by line. */
export function yearView(
  contract: Contract,
  record: CptsRecord,
  year: YearOfContract,
  scheduleId: string | null,
  size: PayableSize | null,
  population: StatedFigure | null,
  notes: Notes,
): YearView | null {
  const choices = schedulesOfYear(contract, year.start);
  const byRule = choices.at(-1);
  const schedule = choices.find(({ id }) => id === scheduleId) ?? byRule;
  if (!schedule || !byRule) return null;
  const missions = missionsOfYear(contract, record, year, schedule);
  const choice = (one: Schedule): ScheduleChoice => ({
    id: one.id,
    label: one.label,
    from: one.effectiveFrom,
    ref: notes.ref(scheduleCitation(one.id)),
  });
  const input = size && yearInput(contract, record, year, schedule, missions.engaged, { size, population });
  return {
    year,
    schedule: {
      ...choice(schedule),
      uncertain: contract.scheduleId === null && scheduleInForceOver(year.start) === null,
      earlier: schedule !== byRule,
    },
    schedules: choices.map(choice),
    missionsKnown: missions.known,
    createdLater: missions.createdLater,
    size: size && { ...size, label: tierBounds(size.tier, schedule.sizes).label },
    envelope: input && envelopeView(input, isExact(contract.signed)),
  };
}

export interface MissionsOfYear {
  readonly engaged: readonly MissionInput[];
  readonly known: boolean;
  readonly createdLater: boolean;
}

/** What is known of a mission's results in a year. */
export type ResultsOf = (mission: Mission) => Pick<MissionInput, "achievement" | "indicators">;

const NO_RESULTS: ResultsOf = () => ({ achievement: null });

/**
 * The missions a year counts: those on record and, to be confirmed, the compulsory ones created since the
 * signature. Where the record names none, all those of the schedule, none of them taken as started.
 */
export function missionsOfYear(
  contract: Contract,
  record: CptsRecord,
  year: YearOfContract,
  schedule: Schedule,
  resultsOf: ResultsOf = NO_RESULTS,
): MissionsOfYear {
  const signature = signatureScheduleOf(contract);
  const daysKnown = isExact(contract.signed);
  const onRecord = record.missions.filter(({ endedOn }) => endedOn === null || endedOn > year.start.earliest);
  if (onRecord.length === 0) {
    const engaged = missionsOf(schedule).map((mission) => ({
      mission,
      startedOn: null,
      ...resultsOf(mission),
    }));
    return { engaged, known: false, createdLater: false };
  }
  const offered = missionsOf(schedule);
  const stated = onRecord
    .filter(({ mission }) => offered.includes(mission))
    // Without the days of the contract year there is nothing to prorate on.
    .map(({ mission, startedOn, endedOn }) => ({
      mission,
      startedOn: daysKnown ? startedOn : null,
      endedOn,
      ...resultsOf(mission),
    }));
  const later = missionsOf(schedule, "socle")
    .filter((mission) => signature !== null && !missionsOf(signature).includes(mission))
    .filter((mission) => !stated.some((one) => one.mission === mission))
    .map((mission) => ({ mission, startedOn: null, ...resultsOf(mission) }));
  return { engaged: [...stated, ...later], known: true, createdLater: later.length > 0 };
}

export interface YearFacts {
  readonly size: PayableSize;
  readonly population: Pick<StatedFigure, "value"> | null;
  /** Whether the ARS recognised a crisis in the year; absent or null: not known. */
  readonly crisisRecognised?: boolean | null;
}

/** One contract year as the engine is asked for it. */
export function yearInput(
  contract: Contract,
  record: CptsRecord,
  { index, start, end }: YearOfContract,
  schedule: Schedule,
  missions: readonly MissionInput[],
  { size, population, crisisRecognised = null }: YearFacts,
): EnvelopeInput {
  const signature = signatureScheduleOf(contract);
  return {
    population: population?.value ?? null,
    ...(size.kind === "population" ? {} : { sizeTier: size.tier }),
    schedule,
    ...(signature ? { signatureSchedule: signature } : {}),
    contractYear: { index, start: start.earliest, end: end.earliest },
    termMonths: contract.termMonths,
    renewed: isRenewed(record),
    endedOn: endOf(contract, record),
    missions,
    crisisRecognised,
    contractAmounts: amountsOf(contract, index),
  };
}

/** The annex's amounts for a year: those of the year itself before those of every year. */
export function amountsOf({ amounts }: Contract, index: number): EngineAmount[] {
  const chosen = new Map<string, EngineAmount>();
  const ordered = [...amounts].sort((a, b) => Number(a.year !== null) - Number(b.year !== null));
  for (const { line, part, year, amountCents } of ordered) {
    if (year !== null && year !== index) continue;
    const enginePart = line === "non_ventile" ? ("unknown" as const) : part;
    const source = "Annexe du contrat de la CPTS";
    chosen.set(`${line} ${enginePart}`, { line, part: enginePart, amountCents, mark: "V", source });
  }
  return [...chosen.values()];
}

function isExact({ earliest, latest }: Span): boolean {
  return earliest === latest;
}
