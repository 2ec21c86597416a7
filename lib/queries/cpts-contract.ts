import {
  contractYearAt,
  contractYearSpans,
  missionDeadlines,
  type MissionDeadlines,
  missionsOf,
  MISSION_DEADLINES,
  type Nature,
  type Schedule,
  scheduleInForce,
  scheduleInForceOver,
  SCHEDULES,
  termOf,
  yearsOfTerm,
} from "../funding";
import { addMonthsToSpan, daysBetween, type IsoDay, type Span } from "../kernel/date";
import { MISSIONS, type Contract, type CptsRecord, type Mission, type PartyKind } from "../record/cpts";
import { stageAt, type LifecycleKind } from "../record/lifecycle";
import { RULES, type Notes } from "./cpts-notes";

/** One year of the contract, its bounds as uncertain as the signature. */
export interface YearOfContract {
  readonly index: number;
  readonly start: Span;
  /** Last day, included. */
  readonly end: Span;
  /** Begins at the term or after: nothing is due without a renewal. */
  readonly pastTerm: boolean;
}

export interface MissionRow {
  readonly mission: Mission;
  /** Its place in the agreement, from 1. */
  readonly place: number;
  readonly nature: Nature | null;
  /** The schedule that created it, when the contract is older than the mission. */
  readonly createdBy: { readonly label: string; readonly from: IsoDay } | null;
  readonly deadlines: MissionDeadlines | null;
  readonly months: { readonly start: number; readonly deployment: number } | null;
  /** Null when no source says that this CPTS engages in it. */
  readonly engagement: {
    readonly ref: number;
    readonly startedOn: IsoDay | null;
    readonly endedOn: IsoDay | null;
    readonly objectives: readonly { readonly text: string; readonly ref: number }[];
  } | null;
}

export interface ContractView {
  readonly signed: Span;
  readonly termMonths: number;
  readonly term: Span;
  readonly endedOn: IsoDay | null;
  /** Days since the term on the day asked, when it is past for certain. */
  readonly daysPastTerm: number | null;
  readonly pastTerm: "no" | "yes" | "possibly";
  readonly parties: readonly { readonly kind: PartyKind; readonly name: string }[];
  readonly ref: number;
  readonly signatureSchedule: { readonly id: string; readonly label: string; readonly ref: number } | null;
  /** Schedules that came into force between the signature and the day asked. */
  readonly laterSchedules: readonly { readonly label: string; readonly from: IsoDay }[];
  readonly years: readonly YearOfContract[];
  /** The contract years that the day asked may fall in: one, or several when the signature is uncertain. */
  readonly currentYears: readonly number[];
}

export interface TimelineEvent {
  readonly kind: LifecycleKind | "term";
  readonly when: Span;
  readonly note: string | null;
  /** Null for what is computed (the term). */
  readonly ref: number | null;
}

/** Years after the term that are offered, so that « à confirmer » is shown up to the day asked. */
const MOST_YEARS = 12;

/** The contract that counts on a day: the last one signed, for certain or possibly, by then. */
export function contractAt(contracts: readonly Contract[], asOf: IsoDay): Contract | null {
  const signed = contracts.filter((contract) => contract.signed.earliest <= asOf);
  return signed.reduce<Contract | null>(
    (last, contract) => (last && last.signed.latest > contract.signed.latest ? last : contract),
    null,
  );
}

export function contractView(
  contract: Contract,
  record: CptsRecord,
  asOf: IsoDay,
  notes: Notes,
): ContractView {
  const { signed, termMonths, endedOn } = contract;
  const term = termOf(signed, termMonths);
  const state = stageAt(record.events, asOf, termMonths);
  const schedule = signatureScheduleOf(contract);
  const currentYears = currentYearsOf(contract, asOf);
  return {
    signed,
    termMonths,
    term,
    endedOn,
    pastTerm: state.pastTerm,
    daysPastTerm: state.pastTerm === "yes" ? daysBetween(term.latest, asOf) : null,
    parties: contract.parties,
    ref: notes.ref(contract.citation),
    signatureSchedule: schedule && {
      id: schedule.id,
      label: schedule.label,
      ref: notes.ref(`bareme:${schedule.id}`),
    },
    laterSchedules: SCHEDULES.filter(
      ({ effectiveFrom }) => effectiveFrom > signed.latest && effectiveFrom <= asOf,
    ).map(({ label, effectiveFrom }) => ({ label, from: effectiveFrom })),
    years: yearsOf(contract, record, currentYears),
    currentYears,
  };
}

/** The year that the day asked falls in, or the last of the term once it is past. */
export function presentYear({ years, currentYears }: ContractView): YearOfContract | null {
  const within = years.filter(({ pastTerm }) => !pastTerm);
  return within.find(({ index }) => index === currentYears[0]) ?? within.at(-1) ?? null;
}

/** The schedule in force at the signature; null when its bounds disagree. */
export function signatureScheduleOf({ signed, scheduleId }: Contract): Schedule | null {
  return SCHEDULES.find(({ id }) => id === scheduleId) ?? scheduleInForceOver(signed);
}

export function isRenewed(record: CptsRecord): boolean {
  return record.events.some(({ kind }) => kind === "renewal");
}

/**
 * The first day no longer under the contract, when it ended before its time: its own end, else a termination
 * whose day is known, after the signature and before the next contract. Null: it runs its term.
 */
export function endOf({ signed, endedOn }: Contract, { events, contracts }: CptsRecord): IsoDay | null {
  if (endedOn !== null) return endedOn;
  const next = contracts
    .map((one) => one.signed.earliest)
    .filter((day) => day > signed.latest)
    .sort()[0];
  const ends = events.filter(
    ({ kind, when }) =>
      kind === "termination" &&
      when.earliest === when.latest &&
      when.earliest > signed.latest &&
      (next === undefined || when.earliest <= next),
  );
  return ends[0]?.when.earliest ?? null;
}

function currentYearsOf({ signed }: Contract, asOf: IsoDay): number[] {
  const last = contractYearAt(signed.earliest, asOf)?.index ?? 1;
  const first = contractYearAt(signed.latest, asOf)?.index ?? 1;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function yearsOf({ signed, termMonths }: Contract, record: CptsRecord, current: readonly number[]) {
  const inTerm = yearsOfTerm(termMonths);
  const last = Math.min(Math.max(...current), MOST_YEARS);
  return contractYearSpans(signed, termMonths, last).map(({ index, start, end }): YearOfContract => ({
    index,
    start,
    end,
    pastTerm: index > inTerm && !isRenewed(record),
  }));
}

/** The six missions of the agreement: what the law asks and when, and what the sources say of this CPTS. */
export function missionRows(
  contract: Contract | null,
  record: CptsRecord,
  asOf: IsoDay,
  notes: Notes,
): MissionRow[] {
  const present = scheduleInForce(asOf);
  const signature = contract && signatureScheduleOf(contract);
  return MISSIONS.map((mission, i): MissionRow => {
    const engaged = record.missions.find((one) => one.mission === mission);
    const months = MISSION_DEADLINES[mission];
    const creator = SCHEDULES.find((schedule) => missionsOf(schedule).includes(mission));
    const isLater = signature !== null && !missionsOf(signature).includes(mission);
    return {
      mission,
      place: i + 1,
      nature: natureOf(mission, present) ?? natureOf(mission, creator ?? null),
      createdBy: isLater && creator ? { label: creator.label, from: creator.effectiveFrom } : null,
      deadlines: contract && missionDeadlines(mission, contract.signed, signature ?? undefined),
      months: months && { start: months.startMonths, deployment: months.deploymentMonths },
      engagement: engaged
        ? {
            ref: notes.ref(engaged.citation),
            startedOn: engaged.startedOn,
            endedOn: engaged.endedOn,
            objectives: engaged.objectives.map(({ text, citation }) => ({ text, ref: notes.ref(citation) })),
          }
        : null,
    };
  });
}

/** The footnote of the deadlines' source. */
export function deadlinesRef(notes: Notes): number {
  return notes.ref(RULES.deadlines);
}

/** What happened, earliest first, and the term of each contract that its own end did not precede. */
export function timelineOf(record: CptsRecord, notes: Notes): TimelineEvent[] {
  const stated = record.events.map(({ kind, when, note, citation }): TimelineEvent => ({
    kind,
    when,
    note,
    ref: notes.ref(citation),
  }));
  const terms = record.contracts
    .filter(({ endedOn }) => endedOn === null)
    .map(({ signed, termMonths }): TimelineEvent => ({
      kind: "term",
      when: addMonthsToSpan(signed, termMonths),
      note: null,
      ref: null,
    }));
  return [...stated, ...terms].sort((a, b) => (a.when.earliest < b.when.earliest ? -1 : 1));
}

function natureOf(mission: Mission, schedule: Schedule | null): Nature | null {
  return schedule?.lines.find(({ line }) => line === mission)?.nature ?? null;
}
