import { scheduleInForceOver, type VariableEnvelope } from "../funding";
import type { IsoDay, Span } from "../kernel/date";
import { MISSIONS, type Contract, type CptsRecord, type Mission } from "../record/cpts";
import { contractView, type YearOfContract } from "./cpts-contract";
import { amountsOf, schedulesOfYear } from "./cpts-envelopes";
import type { PayableSize } from "./cpts-size";
import type { World } from "./world";
import { yearSizes } from "./year-size";

/** A contract of a CPTS and what each mission's variable share is worth in each of its years. */
export interface ContractEnvelopes {
  /** 1 for the first. */
  readonly contract: number;
  readonly signed: Span;
  readonly years: readonly YearOfContract[];
  readonly envelopes: readonly VariableEnvelope[];
}

/** This page numbers no sources. */
const NO_NOTES = { ref: () => 0, list: () => [] };

/**
 * What the indicators of each contract are held to: the annex's amount, else the schedule's for the tier, as
 * the engine takes them. The world gives the communes; all else is of `record`, which may not be stored yet.
 */
export function variableEnvelopes(
  world: World,
  record: CptsRecord,
  today: IsoDay,
): readonly ContractEnvelopes[] {
  if (record.contracts.length === 0) return [];
  const sizeOf = yearSizes(world, record, today);
  return record.contracts.map((contract, index) => {
    const years = runningYears(contract, record, today);
    return {
      contract: index + 1,
      signed: contract.signed,
      years,
      // Past its term without a renewal, a contract has no envelope to share out.
      envelopes: years
        .filter(({ pastTerm }) => !pastTerm)
        .flatMap((year) =>
          MISSIONS.map((mission) => ({
            mission,
            year: year.index,
            ...envelopeOf(contract, year, mission, sizeOf(year)),
          })),
        ),
    };
  });
}

/** The years of a contract that begin before its end. */
export function runningYears(contract: Contract, record: CptsRecord, today: IsoDay): YearOfContract[] {
  const { endedOn } = contract;
  const { years } = contractView(contract, record, today, NO_NOTES);
  return years.filter(({ start }) => endedOn === null || start.earliest < endedOn);
}

export function envelopeOf(
  contract: Contract,
  year: YearOfContract,
  mission: Mission,
  size: PayableSize | null,
): Pick<VariableEnvelope, "cents" | "mark" | "from"> {
  const stated = amountsOf(contract, year.index).find(
    ({ line, part }) => line === mission && part === "variable",
  );
  if (stated) return { cents: stated.amountCents, mark: stated.mark, from: "contract" };
  const schedule = schedulesOfYear(contract, year.start).at(-1);
  const isCertain = contract.scheduleId !== null || scheduleInForceOver(year.start) !== null;
  if (!schedule || !isCertain) return { cents: null, mark: null, from: "no_schedule" };
  if (size === null) return { cents: null, mark: null, from: "no_size" };
  const entry = schedule.grid[size.tier].find(({ line, part }) => line === mission && part === "variable");
  if (entry?.cents == null) return { cents: null, mark: null, from: "no_line" };
  return { cents: entry.cents, mark: entry.mark, from: "schedule" };
}
