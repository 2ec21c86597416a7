import type { FoundKept } from "../../db/repositories/kept";
import type { KeptMoney } from "../../db/repositories/money";
import {
  contractYearAt,
  contractYearSpans,
  type EnvelopeInput,
  type Schedule,
  type SizeTier,
  yearsOfTerm,
} from "../../funding";
import type { IsoDay, Span } from "../../kernel/date";
import type { Contract, CptsRecord } from "../../record/cpts";
import type { YearReview } from "../../record/money";
import { endOf, isRenewed, type YearOfContract } from "../cpts-contract";
import { missionsOfYear, schedulesOfYear, yearInput } from "../cpts-envelopes";
import { latestFigure } from "../cpts-figures";
import { indicatorsOf } from "../results-year";
import type { World } from "../world";
import { yearSizes, type SizeOfYear } from "../year-size";
import { resultsInput, settledAmounts } from "./results-input";

/** One contract year, as the engine is asked for it. */
export interface MoneyYear extends YearOfContract {
  readonly contractNo: number;
  /** False when the signature is uncertain: nothing can be dated then. */
  readonly daysKnown: boolean;
  readonly schedule: Schedule | null;
  readonly tier: SizeTier | null;
  readonly review: YearReview | null;
  /** Null where no tier or no schedule says what it earns. */
  readonly input: EnvelopeInput | null;
}

export interface MoneyContract {
  readonly contractNo: number;
  readonly signed: Span;
  /** First day no longer under the contract, when it ended before its time. */
  readonly endedOn: IsoDay | null;
  readonly years: readonly MoneyYear[];
}

/** Years shown after the term while nothing says whether the contract was renewed. */
const MOST_YEARS = 12;

/** The contracts of a CPTS in the order of their signatures, each with its years up to its end. */
export function moneyContracts(
  world: World,
  { kept: { record } }: FoundKept,
  { reviews }: Pick<KeptMoney, "reviews">,
  today: IsoDay,
): MoneyContract[] {
  const contracts = [...record.contracts].sort((a, b) => (a.signed.earliest < b.signed.earliest ? -1 : 1));
  const sizeOf = yearSizes(world, record, today);
  return contracts.map((contract, i) => {
    const contractNo = i + 1;
    const next = contracts[i + 1]?.signed.earliest ?? null;
    const years = yearsOf(contract, record, next, today).map((year): MoneyYear => {
      const review = reviews.find((one) => one.contractNo === contractNo && one.year === year.index) ?? null;
      return { ...year, contractNo, review, ...inputOf(record, contract, year, review, sizeOf, today) };
    });
    return { contractNo, signed: contract.signed, endedOn: endOf(contract, record), years };
  });
}

/** The years of the term, and those since it until today or the next contract; none after a termination. */
function yearsOf(
  contract: Contract,
  record: CptsRecord,
  next: IsoDay | null,
  today: IsoDay,
): YearOfContract[] {
  const { signed, termMonths } = contract;
  const ended = endOf(contract, record);
  const inTerm = yearsOfTerm(termMonths);
  const present = contractYearAt(signed.earliest, today)?.index ?? 1;
  const last = Math.min(present, MOST_YEARS);
  return contractYearSpans(signed, termMonths, last)
    .filter(
      ({ start }) => (ended === null || start.earliest < ended) && (next === null || start.earliest < next),
    )
    .map(({ index, start, end }) => ({
      index,
      start,
      end,
      pastTerm: index > inTerm && !isRenewed(record),
    }));
}

function inputOf(
  record: CptsRecord,
  contract: Contract,
  year: YearOfContract,
  review: YearReview | null,
  sizeOf: SizeOfYear,
  today: IsoDay,
): Pick<MoneyYear, "daysKnown" | "schedule" | "tier" | "input"> {
  const daysKnown = contract.signed.earliest === contract.signed.latest;
  const schedule = schedulesOfYear(contract, year.start).at(-1) ?? null;
  const day = year.start.earliest <= today ? year.start.earliest : today;
  const size = sizeOf(year);
  if (!schedule || !size) return { daysKnown, schedule, tier: size?.tier ?? null, input: null };
  const { engaged } = missionsOfYear(contract, record, year, schedule, (mission) =>
    resultsInput(review, indicatorsOf(contract, mission, year.index), mission),
  );
  const population = latestFigure(record.figures, "population", day);
  const input = yearInput(contract, record, year, schedule, engaged, {
    size,
    population,
    crisisRecognised: review?.status === "settled" ? review.results.crisisRecognised : null,
  });
  const contractAmounts = settledAmounts(review, input.contractAmounts ?? []);
  return { daysKnown, schedule, tier: size.tier, input: { ...input, contractAmounts } };
}

/** The contract year that a day falls in, for payments that name none: the last one for a day after them all. */
export function yearAt({ signed, years }: MoneyContract, day: IsoDay): number {
  const index = contractYearAt(signed.earliest, day)?.index ?? 1;
  return Math.min(index, years.at(-1)?.index ?? 1);
}
