import type { LineCode, Part } from "../funding";
import type { Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { CptsRecord } from "../record/cpts";
import type { Change } from "../record/differences";
import { contractAt, contractView, presentYear } from "./cpts-contract";
import { yearView } from "./cpts-envelopes";
import type { TotalView } from "./cpts-envelope-view";
import { latestFigure } from "./cpts-figures";
import { knownBy } from "./cpts-known";
import type { Notes } from "./cpts-notes";
import { payableSize, type PayableSize } from "./cpts-size";
import { cptsStanding } from "./cpts-standing";
import type { World } from "./world";
import { yearlyMaximum, type YearlyMaximum } from "./yearly-maximum";

/** What a year of the contract may bring at most, before and after; null where nothing computes it. */
export interface EnvelopeEffect {
  readonly asOf: IsoDay;
  readonly totals: Change<YearMaximum>;
  /** In the order of the schedule. */
  readonly lines: readonly LineEffect[];
}

export interface YearMaximum {
  /** The contract year of the day; null without a contract. */
  readonly year: number | null;
  readonly schedule: string | null;
  readonly size: PayableSize | null;
  /** Null without a contract, or without a size to compute with: which of the two, `year` and `size` say. */
  readonly maximum: TotalView | null;
  readonly maximumInCrisis: TotalView | null;
  /** The published ceiling of the size, where there is one: what a contract could reach. */
  readonly ceiling: YearlyMaximum | null;
}

export interface LineEffect {
  readonly line: LineCode;
  readonly part: Part;
  readonly before: LineMaximum | null;
  readonly after: LineMaximum | null;
}

export interface LineMaximum {
  /** Null: to be confirmed. */
  readonly cents: Cents | null;
  readonly mark: Mark;
  readonly fromContract: boolean;
  /** Shown, yet not in the total: a crisis that nobody recognised, an option that is not taken. */
  readonly outside: "crisis" | "option" | null;
}

interface Side {
  readonly world: World;
  readonly record: CptsRecord;
}

/** A comparison numbers no source: the page of the CPTS does. */
const UNNUMBERED: Notes = { ref: () => 0, list: () => [] };

export function envelopeEffect(before: Side, after: Side, asOf: IsoDay): EnvelopeEffect {
  const [left, right] = [yearOf(before, asOf), yearOf(after, asOf)];
  const keys = new Map([...right.lines, ...left.lines].map((line) => [`${line.line} ${line.part}`, line]));
  const lineIn = (lines: typeof left.lines, key: string): LineMaximum | null => {
    const found = lines.find(({ line, part }) => `${line} ${part}` === key);
    if (!found) return null;
    const { amountCents, mark, contractCents, counts, crisisOnly } = found;
    const outside = counts || amountCents === null ? null : crisisOnly ? "crisis" : "option";
    return { cents: amountCents, mark, fromContract: contractCents !== null, outside };
  };
  return {
    asOf,
    totals: { before: left.total, after: right.total },
    lines: [...keys].map(([key, { line, part }]) => ({
      line,
      part,
      before: lineIn(left.lines, key),
      after: lineIn(right.lines, key),
    })),
  };
}

/** The year of the contract that the day falls in, as the page of the CPTS shows it. */
function yearOf({ world, record: whole }: Side, asOf: IsoDay) {
  const record = knownBy(whole, asOf);
  const standing = cptsStanding(world, record.slug, asOf);
  const size = payableSize(standing.size, record.funding);
  const contract = contractAt(record.contracts, asOf);
  const year = contract && presentYear(contractView(contract, record, asOf, UNNUMBERED));
  const population = latestFigure(record.figures, "population", asOf);
  const view = contract && year ? yearView(contract, record, year, null, size, population, UNNUMBERED) : null;
  const total: YearMaximum = {
    year: year?.index ?? null,
    schedule: view?.schedule.label ?? null,
    size,
    maximum: view?.envelope?.maximum ?? null,
    maximumInCrisis: view?.envelope?.maximumInCrisis ?? null,
    ceiling: yearlyMaximum(standing.size, asOf),
  };
  return { total, lines: view?.envelope?.lines ?? [] };
}
