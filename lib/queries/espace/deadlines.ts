import { missionDeadlines, missionsOf, scheduleInForceOver, TERM_MONTHS } from "../../funding";
import { addMonthsToSpan, type IsoDay, type Span } from "../../kernel/date";
import { MISSIONS, type Contract, type CptsRecord, type Mission } from "../../record/cpts";
import type { StageState } from "../../record/lifecycle";

export type Deadline =
  | { readonly kind: "mission_start" | "mission_deployed"; readonly mission: Mission; readonly on: Span }
  /** A contract year ends: the balance of the year falls due. */
  | { readonly kind: "anniversary"; readonly year: number; readonly on: Span }
  | { readonly kind: "term"; readonly on: Span };

/** By when the ACI wants each mission started; missions without a deadline are left out. */
export function missionStarts(
  contract: Contract | null,
): { readonly mission: Mission; readonly before: Span }[] {
  return datesOf(contract).map(({ mission, start }) => ({ mission, before: start }));
}

/** What comes on the day `today` or after it, soonest first. */
export function deadlinesAhead(
  record: CptsRecord,
  contract: Contract | null,
  state: StageState,
  today: IsoDay,
): Deadline[] {
  if (contract === null || state.stage !== "signed") return [];
  const dates = datesOf(contract).flatMap(({ mission, start, deployed }): Deadline[] => {
    const engagement = record.missions.find((one) => one.mission === mission);
    const started = engagement !== undefined && engagement.startedOn !== null;
    return [
      ...(started ? [] : [{ kind: "mission_start" as const, mission, on: start }]),
      { kind: "mission_deployed" as const, mission, on: deployed },
    ];
  });
  const { termMonths } = contract;
  // The term as the stage counts it: a renewal starts another one.
  const term = state.term ?? addMonthsToSpan(contract.signed, termMonths);
  const years = Math.ceil((termMonths || TERM_MONTHS) / 12);
  const anniversaries = Array.from({ length: years - 1 }, (_, index): Deadline => ({
    kind: "anniversary",
    year: index + 1,
    on: addMonthsToSpan(contract.signed, 12 * (index + 1)),
  }));
  return [...dates, ...anniversaries, { kind: "term" as const, on: term }]
    .filter(({ on }) => on.latest >= today)
    .sort((a, b) => (a.on.latest < b.on.latest ? -1 : a.on.latest > b.on.latest ? 1 : 0));
}

function datesOf(contract: Contract | null) {
  if (contract === null) return [];
  const schedule = scheduleInForceOver(contract.signed);
  return MISSIONS.flatMap((mission) => {
    if (schedule && !missionsOf(schedule).includes(mission)) return [];
    const dates = missionDeadlines(mission, contract.signed);
    return dates.kind === "dated"
      ? [{ mission, start: dates.startBefore, deployed: dates.deployedBefore }]
      : [];
  });
}
