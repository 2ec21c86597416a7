import {
  LINE_NAMES,
  LINES,
  PARTS,
  PART_NAMES,
  publishedDifference,
  readingCents,
  READINGS,
  SCHEDULES,
  SIZE_TIERS,
  type Amount,
  type LineCode,
  type Nature,
  type Part,
  type Schedule,
  type SizeClass,
  type SizeTier,
} from "../funding";
import type { Mark } from "../kernel/certainty";
import { addDays, type IsoDay } from "../kernel/date";
import { euros, type Cents } from "../kernel/money";

/** An amount of a schedule; `source` is its place in the schedule's own list. */
export interface MethodAmount {
  readonly cents: Cents;
  readonly mark: Mark;
  readonly source: number;
}

/** One row of the table, from size tier 1 to 4; null where nothing is stated. */
export interface MethodRow {
  readonly amounts: readonly (MethodAmount | null)[];
}

export interface MethodLine extends MethodRow {
  readonly line: LineCode;
  readonly name: string;
  readonly nature: Nature | null;
  readonly part: Part;
  readonly partName: string;
  readonly crisisOnly: boolean;
}

/** A total that a document prints, beside what the lines give under the same reading. */
export interface MethodTotal extends MethodRow {
  readonly reading: string;
  readonly readingIsOurs: boolean;
  readonly note: string | null;
}

/** A tier whose lines do not sum to its published maximum. */
export interface MethodDifference {
  readonly tier: SizeTier;
  readonly linesCents: Cents;
  readonly publishedCents: Cents;
  /** Lines less published. */
  readonly differenceCents: Cents;
}

/** A schedule as its file states it, ready for a table: nothing here is written twice. */
export interface MethodSchedule {
  readonly id: string;
  readonly label: string;
  readonly from: IsoDay;
  /** Eve of the next schedule; null for the one in force. */
  readonly to: IsoDay | null;
  readonly title: string;
  readonly reference: string;
  readonly verifiedOn: IsoDay;
  readonly sizes: readonly SizeClass[];
  readonly lines: readonly MethodLine[];
  readonly maxima: MethodRow;
  readonly differences: readonly MethodDifference[];
  readonly totals: readonly MethodTotal[];
  readonly derived: readonly {
    readonly label: string;
    readonly tier: SizeTier;
    readonly amount: MethodAmount;
  }[];
  readonly credits: readonly (MethodRow & { readonly label: string; readonly condition: string })[];
  readonly notes: readonly string[];
  /** Where the amounts were read or how they were derived, in the order in which the table needs them. */
  readonly sources: readonly string[];
}

/** Every schedule the engine knows, first in force first. */
export function methodSchedules(): MethodSchedule[] {
  return SCHEDULES.map((schedule, i) => methodSchedule(schedule, SCHEDULES[i + 1] ?? null));
}

function methodSchedule(schedule: Schedule, next: Schedule | null): MethodSchedule {
  const sources = new Map<string, number>();
  const numberOf = (source: string): number => {
    const known = sources.get(source) ?? sources.size + 1;
    sources.set(source, known);
    return known;
  };
  const stated = ({ euros: amount, mark, source }: Amount): MethodAmount => ({
    cents: euros(amount),
    mark,
    source: numberOf(source),
  });
  const row = (amounts: readonly (Amount | null)[]): (MethodAmount | null)[] =>
    amounts.map((amount) => amount && stated(amount));
  // In the order of the page, so that sources are numbered as they are met.
  const lines = linesOf(schedule, numberOf);
  const maxima = { amounts: row(schedule.publishedMaxima) };
  const totals = schedule.publishedTotals.map(({ reading, readingIsOurs, amounts, note }) => ({
    reading: READINGS[reading].label,
    readingIsOurs,
    note: note ?? null,
    amounts: row(amounts),
  }));
  const derived = schedule.derivedFigures.map(({ label, tier, amount }) => ({
    label,
    tier,
    amount: stated(amount),
  }));
  const credits = schedule.oneOffCredits.map(({ label, condition, amounts }) => ({
    label,
    condition,
    amounts: row(amounts),
  }));
  const { id, label, effectiveFrom, source, verifiedOn, sizes, notes } = schedule;
  return {
    id,
    label,
    from: effectiveFrom,
    to: next && addDays(next.effectiveFrom, -1),
    title: source.title,
    reference: source.reference,
    verifiedOn,
    sizes,
    lines,
    maxima,
    differences: differencesOf(schedule),
    totals,
    derived,
    credits,
    notes,
    sources: [...sources.keys()],
  };
}

function linesOf(schedule: Schedule, numberOf: (source: string) => number): MethodLine[] {
  return LINES.flatMap((line) =>
    PARTS.flatMap((part): MethodLine[] => {
      const cells = SIZE_TIERS.map((tier) =>
        schedule.grid[tier].find((entry) => entry.line === line && entry.part === part),
      );
      const first = cells.find((cell) => cell !== undefined);
      if (!first) return [];
      return [
        {
          line,
          name: LINE_NAMES[line].short,
          nature: first.nature,
          part,
          partName: PART_NAMES[part],
          crisisOnly: first.crisisOnly,
          amounts: cells.map((cell) =>
            cell === undefined || cell.cents === null
              ? null
              : { cents: cell.cents, mark: cell.mark, source: numberOf(cell.source) },
          ),
        },
      ];
    }),
  );
}

function differencesOf(schedule: Schedule): MethodDifference[] {
  return SIZE_TIERS.flatMap((tier) => {
    const differenceCents = publishedDifference(schedule, tier);
    if (differenceCents === 0) return [];
    const linesCents = readingCents(schedule, tier, "maximum_all");
    return [{ tier, linesCents, publishedCents: linesCents - differenceCents, differenceCents }];
  });
}
