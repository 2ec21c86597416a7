import type { FoundKept } from "../../db/repositories/kept";
import type { KeptMoney } from "../../db/repositories/money";
import {
  contractYearAt,
  contractYearSpans,
  type EnvelopeInput,
  type Schedule,
  type SizeTier,
} from "../../funding";
import type { IsoDay, Span } from "../../kernel/date";
import type { Contract, CptsRecord } from "../../record/cpts";
import type { YearReview } from "../../record/money";
import { endOf, isRenewed, type YearOfContract } from "../cpts-contract";
import { missionsOfYear, schedulesOfYear, yearInput } from "../cpts-envelopes";
import { latestFigure } from "../cpts-figures";
import { payableSize, type PayableSize } from "../cpts-size";
import { cptsStanding } from "../cpts-standing";
import type { World } from "../world";
import { resultsInput } from "./results-input";

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
  return contracts.map((contract, i) => {
    const contractNo = i + 1;
    const next = contracts[i + 1]?.signed.earliest ?? null;
    const years = yearsOf(contract, record, next, today).map((year): MoneyYear => {
      const review = reviews.find((one) => one.contractNo === contractNo && one.year === year.index) ?? null;
      return { ...year, contractNo, review, ...inputOf(world, record, contract, year, review, today) };
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
  const inTerm = Math.max(1, Math.floor(termMonths / 12));
  const present = contractYearAt(signed.earliest, today)?.index ?? 1;
  const last = Math.min(Math.max(inTerm, present), MOST_YEARS);
  return contractYearSpans(signed, last * 12)
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
  world: World,
  record: CptsRecord,
  contract: Contract,
  year: YearOfContract,
  review: YearReview | null,
  today: IsoDay,
): Pick<MoneyYear, "daysKnown" | "schedule" | "tier" | "input"> {
  const daysKnown = contract.signed.earliest === contract.signed.latest;
  const schedule = schedulesOfYear(contract, year.start).at(-1) ?? null;
  const day = year.start.earliest <= today ? year.start.earliest : today;
  const size = sizeOn(world, record, day) ?? sizeOn(world, record, today);
  if (!schedule || !size) return { daysKnown, schedule, tier: size?.tier ?? null, input: null };
  const { engaged } = missionsOfYear(contract, record, year, schedule, (mission) =>
    resultsInput(review, [], mission),
  );
  const population = latestFigure(record.figures, "population", day);
  const input = yearInput(contract, record, year, schedule, engaged, {
    size,
    population,
    crisisRecognised: review?.status === "settled" ? review.results.crisisRecognised : null,
  });
  return { daysKnown, schedule, tier: size.tier, input };
}

/** The size on the first day of the year; what was not known then is taken as it is known today. */
export function sizeOn(world: World, record: CptsRecord, day: IsoDay): PayableSize | null {
  return payableSize(cptsStanding(world, record.slug, day).size, record.funding);
}

/** The contract year that a day falls in, for payments that name none: the last one for a day after them all. */
export function yearAt({ signed, years }: MoneyContract, day: IsoDay): number {
  const index = contractYearAt(signed.earliest, day)?.index ?? 1;
  return Math.min(index, years.at(-1)?.index ?? 1);
}
