/**
 * What a schedule (barème) is, and the small vocabulary in which its file is written.
 * The files themselves are in `schedules/`: data only, reviewable without reading code.
 */
import type { Mark } from "../kernel/certainty";
import { type IsoDay, isoDay } from "../kernel/date";
import { type Cents, euros } from "../kernel/money";
import { isMission, type LineCode, LINES, type Mission, type Nature, type Part, placeOf } from "./codes";

export type SizeTier = 1 | 2 | 3 | 4;
export const SIZE_TIERS: readonly SizeTier[] = [1, 2, 3, 4];

/** One figure: euros a year, how certain it is, and where it was read (in French). */
export interface Amount {
  readonly euros: number;
  readonly mark: Mark;
  readonly source: string;
}

/** The amounts of one row of the table, from size tier 1 to 4. */
export type Row = readonly [Amount, Amount, Amount, Amount];
/** The same where a source may speak of some tiers only. */
export type PartialRow = readonly [Amount | null, Amount | null, Amount | null, Amount | null];

/** Verified: read in the source named. */
export function V(amount: number, source: string): Amount {
  return { euros: amount, mark: "V", source };
}

/** Derived: forced by arithmetic; `reason` says by which. */
export function D(amount: number, reason: string): Amount {
  return { euros: amount, mark: "D", source: reason };
}

/** Hypothesis: a working value. */
export function H(amount: number, reason: string = TO_CONFIRM): Amount {
  return { euros: amount, mark: "H", source: reason };
}

const TO_CONFIRM =
  "Valeur de travail, choisie pour que chaque total publié soit atteint ; à confirmer sur l’annexe du JORF";

/** Inhabitants from `from` to `to`, both included; `to: null` has no upper bound. */
export interface SizeClass {
  readonly tier: SizeTier;
  readonly label: string;
  readonly from: number;
  readonly to: number | null;
  readonly note?: string;
}

export interface ScheduleLine {
  readonly line: LineCode;
  /** Absent for fonctionnement and the not-itemised line, which are no missions. */
  readonly nature?: Nature;
  readonly fixed?: Row;
  readonly variable?: Row;
  /** Short for a mission whose fixed and variable shares are equal, each of this amount. */
  readonly fixedAndVariableEach?: Row;
  /** A part of unknown kind (the not-itemised line). */
  readonly unknown?: Row;
  /** The variable share exists only when the ARS recognises a crisis. */
  readonly variableOnlyInCrisis?: true;
}

/** How a published total may be read: which missions, with the crisis or not. See `readings.ts`. */
export type ReadingId =
  | "maximum_all"
  | "maximum_all_no_crisis"
  | "maximum_socle"
  | "maximum_socle_no_crisis"
  | "minimum_socle"
  | "start_socle";

/** A total that a public document prints, and the reading under which the schedule meets it. */
export interface PublishedTotal {
  readonly reading: ReadingId;
  readonly amounts: PartialRow;
  /** True when the source does not say which missions it counts: the reading is ours. */
  readonly readingIsOurs: boolean;
  readonly note?: string;
}

/** A credit paid once, never a part of what is due each year: shown apart, in the calendar and the method. */
export interface OneOffCredit {
  readonly id: string;
  readonly label: string;
  readonly condition: string;
  /** The step it is paid at, when that step falls from `from` (included) to `before` (excluded). */
  readonly paidAt: {
    readonly event: "signature" | "letter_of_intent";
    readonly from: IsoDay | null;
    readonly before: IsoDay | null;
  };
  readonly amounts: Row;
}

/** A sum that holds although its parts are hypotheses. */
export interface DerivedFigure {
  readonly label: string;
  readonly tier: SizeTier;
  readonly amount: Amount;
}

export interface ScheduleData {
  readonly id: string;
  readonly label: string;
  /** First day in force, included. */
  readonly effectiveFrom: IsoDay;
  readonly source: {
    readonly title: string;
    /** NOR, JORF number. */
    readonly reference: string;
    /** Day of publication. */
    readonly date: IsoDay;
  };
  /** The day on which somebody last compared this file with its sources. */
  readonly verifiedOn: IsoDay;
  readonly sizes: readonly [SizeClass, SizeClass, SizeClass, SizeClass];
  readonly lines: readonly ScheduleLine[];
  /** All missions, crisis included. */
  readonly publishedMaxima: Row;
  readonly publishedTotals: readonly PublishedTotal[];
  readonly derivedFigures: readonly DerivedFigure[];
  readonly oneOffCredits: readonly OneOffCredit[];
  /** French sentences for the method page. */
  readonly notes: readonly string[];
}

/** One line and part of one size tier, amounts in cents a year: what the engine walks through. */
export interface GridEntry {
  readonly line: LineCode;
  readonly part: Part;
  readonly mission: Mission | null;
  /** Its place in the agreement's order, -1 for what is no mission. */
  readonly place: number;
  readonly nature: Nature | null;
  readonly crisisOnly: boolean;
  /** Null where the schedule has no such line. */
  readonly cents: Cents | null;
  readonly mark: Mark;
  readonly source: string;
}

export interface Schedule extends ScheduleData {
  readonly grid: Readonly<Record<SizeTier, readonly GridEntry[]>>;
}

/** Checks a schedule's data and prepares its grids. Throws a RangeError naming what is wrong. */
export function defineSchedule(data: ScheduleData): Schedule {
  isoDay(data.effectiveFrom);
  isoDay(data.verifiedOn);
  const seen = new Set<LineCode>();
  for (const { line, nature } of data.lines) {
    if (seen.has(line)) throw new RangeError(`${data.id}: line ${line} appears twice`);
    if (isMission(line) !== (nature !== undefined)) {
      throw new RangeError(`${data.id}: ${line} must${isMission(line) ? "" : " not"} have a nature`);
    }
    seen.add(line);
  }
  if (!seen.has("fonctionnement")) throw new RangeError(`${data.id}: no line fonctionnement`);
  const ordered = [...data.lines].sort((a, b) => LINES.indexOf(a.line) - LINES.indexOf(b.line));
  const grid = (tier: SizeTier) => ordered.flatMap((line) => entriesOf(line, tier));
  return { ...data, grid: { 1: grid(1), 2: grid(2), 3: grid(3), 4: grid(4) } };
}

/** The missions of a schedule, in the agreement's order; of one nature when it is given. */
export function missionsOf(schedule: ScheduleData, nature?: Nature): Mission[] {
  return schedule.lines
    .filter((line) => nature === undefined || line.nature === nature)
    .map(({ line }) => line)
    .filter(isMission)
    .sort((a, b) => LINES.indexOf(a) - LINES.indexOf(b));
}

/** The amount of a row for a tier. */
export function amountOf<T extends Amount | null>(row: readonly [T, T, T, T], tier: SizeTier): T {
  return row[(tier - 1) as 0 | 1 | 2 | 3];
}

function entriesOf(line: ScheduleLine, tier: SizeTier): GridEntry[] {
  const rows: [Part, Row | undefined][] = [
    ["fixed", line.fixed ?? line.fixedAndVariableEach],
    ["variable", line.variable ?? line.fixedAndVariableEach],
    ["unknown", line.unknown],
  ];
  return rows.flatMap(([part, row]) => {
    if (!row) return [];
    const amount = amountOf(row, tier);
    if (!(amount.euros >= 0)) throw new RangeError(`${line.line}: ${amount.euros} is no amount`);
    return {
      line: line.line,
      part,
      mission: isMission(line.line) ? line.line : null,
      place: placeOf(line.line),
      nature: line.nature ?? null,
      crisisOnly: part === "variable" && line.variableOnlyInCrisis === true,
      cents: euros(amount.euros),
      mark: amount.mark,
      source: amount.source,
    };
  });
}
