import {
  scheduleInForceOver,
  type MissionMeasure,
  type VariableCase,
  type VariableEnvelope,
} from "../funding";
import type { IsoDay } from "../kernel/date";
import {
  MISSIONS,
  type Contract,
  type ContractIndicator,
  type CptsRecord,
  type Mission,
} from "../record/cpts";
import { holdsIn, termsOf, type IndicatorTerms } from "../record/indicators";
import type { YearRef, YearResults, YearReview } from "../record/money";
import { fingerprint } from "../schemas/sections";
import { isRenewed, type YearOfContract } from "./cpts-contract";
import { amountsOf, schedulesOfYear } from "./cpts-envelopes";
import { resultsInput, settledAmounts } from "./money/results-input";
import { envelopeOf, runningYears } from "./variable-envelopes";
import type { SizeOfYear } from "./year-size";

/** One contract year of a record, with what its results are about. */
export interface ResultsYear {
  readonly ref: YearRef;
  readonly contract: Contract;
  readonly year: YearOfContract;
  /** Its last day has passed, or its contract has ended. */
  readonly isOver: boolean;
  readonly hasBegun: boolean;
  readonly case: VariableCase;
  /** Those engaged in the year, in the order of the agreement. */
  readonly missions: readonly MissionOfYear[];
}

export interface MissionOfYear {
  readonly mission: Mission;
  readonly envelope: Pick<VariableEnvelope, "cents" | "mark" | "from">;
  /** As the annex has them for that year. */
  readonly indicators: readonly IndicatorTerms[];
}

/** Null where the CPTS has no such contract, or the contract no such year. */
export function resultsYear(
  record: CptsRecord,
  sizeOf: SizeOfYear,
  ref: YearRef,
  today: IsoDay,
): ResultsYear | null {
  const contract = record.contracts[ref.contractNo - 1];
  const year = contract && runningYears(contract, record, today).find(({ index }) => index === ref.year);
  return year ? yearOf(record, contract, year, sizeOf, ref, today) : null;
}

/** Every year of every contract, the earliest first. */
export function resultsYears(record: CptsRecord, sizeOf: SizeOfYear, today: IsoDay): ResultsYear[] {
  return record.contracts.flatMap((contract, index) =>
    runningYears(contract, record, today).map((year) =>
      yearOf(record, contract, year, sizeOf, { contractNo: index + 1, year: year.index }, today),
    ),
  );
}

function yearOf(
  record: CptsRecord,
  contract: Contract,
  year: YearOfContract,
  sizeOf: SizeOfYear,
  ref: YearRef,
  today: IsoDay,
): ResultsYear {
  const engaged = engagedIn(record, year);
  const schedule = schedulesOfYear(contract, year.start).at(-1);
  const isCertain = contract.scheduleId !== null || scheduleInForceOver(year.start) !== null;
  const { endedOn } = contract;
  return {
    ref,
    contract,
    year,
    isOver: year.end.latest < today || (endedOn !== null && endedOn <= today),
    hasBegun: year.start.earliest <= today,
    case: {
      schedule: schedule?.id ?? "",
      sizeTier: isCertain ? (sizeOf(year)?.tier ?? null) : null,
      contractYear: { index: year.index, start: year.start.earliest, end: year.end.earliest },
      termMonths: contract.termMonths,
      renewed: isRenewed(record),
      endedOn,
      contractAmounts: amountsOf(contract, year.index),
      missions: engaged.map(({ mission, startedOn, endedOn: stopped }) => ({
        mission,
        startedOn,
        endedOn: stopped,
      })),
    },
    missions: engaged.map(({ mission }) => ({
      mission,
      envelope: envelopeOf(contract, year, mission, sizeOf(year)),
      indicators: indicatorsOf(contract, mission, year.index).map(termsOf),
    })),
  };
}

/** The indicators of a mission in one year of a contract, in the annex's order. */
export function indicatorsOf(
  { indicators }: Pick<Contract, "indicators">,
  mission: Mission,
  year: number,
): readonly ContractIndicator[] {
  return indicators.filter((one) => one.mission === mission && holdsIn(one, year));
}

/** Missions at work, or to be, in the year: neither ended before it nor begun after it. */
function engagedIn({ missions }: CptsRecord, { start, end }: YearOfContract) {
  return MISSIONS.flatMap((mission) =>
    missions.filter(
      (one) =>
        one.mission === mission &&
        (one.endedOn === null || one.endedOn > start.earliest) &&
        (one.startedOn === null || one.startedOn <= end.latest),
    ),
  );
}

/** What a form of the year is made of, in short: values typed under other indicators must not go to these. */
export const seenBy = ({ missions }: Pick<ResultsYear, "missions">): string =>
  fingerprint(missions.map(({ mission, indicators }) => ({ mission, indicators })));

/** What a form's results are to the engine, whether they are settled or not: to show what they would earn. */
export function measuresOf(results: YearResults): MissionMeasure[] {
  return results.missions.map(({ mission }) => ({
    mission,
    ...resultsInput({ status: "settled", results }, [], mission),
  }));
}

/** The case of a year as its review was settled: with its own missions and envelopes. */
export function caseOf(
  year: ResultsYear,
  review: Pick<YearReview, "status" | "results"> | null,
): VariableCase {
  if (review?.status !== "settled") return year.case;
  const settled = review.results.missions.map(({ mission }) => mission);
  return {
    ...year.case,
    contractAmounts: settledAmounts(review, year.case.contractAmounts),
    missions: settled.map(
      (mission) =>
        year.case.missions.find((one) => one.mission === mission) ?? {
          mission,
          startedOn: null,
          endedOn: null,
        },
    ),
  };
}

/**
 * What was typed, under the indicators in force now: one that the annex no longer has leaves, one that it
 * gained comes without a value, one that stayed is known by its label.
 */
export function resultsUnder(missions: readonly MissionOfYear[], results: YearResults | null): YearResults {
  return {
    crisisRecognised: results?.crisisRecognised ?? null,
    comment: results?.comment ?? null,
    meetingId: results?.meetingId ?? null,
    missions: missions.map(({ mission, indicators }) => {
      const held = results?.missions.find((one) => one.mission === mission);
      return {
        mission,
        achievement: held?.achievement ?? null,
        ...evidenceOf(held),
        indicators: indicators.map((terms) => {
          const known = held?.indicators.find((one) => one.terms.label === terms.label);
          return { terms, value: known?.value ?? null, ...evidenceOf(known) };
        }),
      };
    }),
  };
}

type Evidence = Pick<YearResults["missions"][number], "documentId" | "link" | "comment">;

const evidenceOf = (of: Evidence | undefined): Evidence => ({
  documentId: of?.documentId ?? null,
  link: of?.link ?? null,
  comment: of?.comment ?? null,
});
