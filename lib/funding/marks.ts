/** How certain the totals of an envelope are: the weakest of their parts, unless a source prints the sum. */
import { type Mark, weakest } from "../kernel/certainty";
import { type Cents, euros } from "../kernel/money";
import type { Envelope } from "./envelope";
import { publishedTotal, READINGS } from "./readings";
import { missionsOf, type ReadingId } from "./schedule";
import type { EnvelopeLine } from "./line";

export interface TotalMark {
  readonly mark: Mark;
  /** Where the total itself was read; null when it is only a sum of its lines. */
  readonly source: string | null;
  /** The reading under which it is published; null when it is not. */
  readonly reading: ReadingId | null;
  /** True when the source does not say which missions it counts. */
  readonly readingIsOurs: boolean;
}

export interface TotalMarks {
  readonly fixed: TotalMark;
  readonly variable: TotalMark;
  readonly notItemised: TotalMark;
  readonly maximum: TotalMark;
  readonly due: TotalMark;
}

/**
 * The marks of {@link Envelope.totals}. A total is published when its input is that of a reading, no
 * amount comes from the contract, and the figures agree to the cent (tier 3 of 2019 does not: 375,000
 * against 370,000). A due takes the published mark only when it is the whole maximum.
 */
export function totalMarks(subject: Envelope): TotalMarks {
  const { lines, totals } = subject;
  const counted = lines.filter(({ maximumCents }) => maximumCents > 0);
  const maximum = published(subject, totals.maximumCents, "all") ?? sumOf(counted.map(({ mark }) => mark));
  const whole = totals.dueCents === totals.maximumCents && !totals.dueIsMinimum;
  return {
    fixed: published(subject, totals.fixedCents, "fixed") ?? sumOf(marksOf(counted, "fixed")),
    variable: sumOf(marksOf(counted, "variable")),
    notItemised: sumOf(marksOf(counted, "unknown")),
    maximum,
    due: whole
      ? maximum
      : sumOf(lines.filter(({ due }) => typeof due === "number" && due > 0).map(({ dueMark }) => dueMark)),
  };
}

function marksOf(lines: readonly EnvelopeLine[], part: EnvelopeLine["part"]): Mark[] {
  return lines.filter((line) => line.part === part).map(({ mark }) => mark);
}

function sumOf(marks: readonly Mark[]): TotalMark {
  return { mark: weakest(marks), source: null, reading: null, readingIsOurs: false };
}

function published(subject: Envelope, cents: Cents, parts: "all" | "fixed"): TotalMark | null {
  const { schedule, sizeTier, lines } = subject;
  if (lines.some(({ contractCents }) => contractCents !== null)) return null;
  for (const { id, missions, crisis, percent, ...reading } of Object.values(READINGS)) {
    if (reading.parts !== parts || percent !== 100) continue;
    if (!engages(subject, missions) || (parts === "all" && !sameCrisis(subject, crisis))) continue;
    const found = publishedTotal(schedule, sizeTier, id);
    if (!found || euros(found.amount.euros) !== cents) continue;
    const { mark, source } = found.amount;
    return { mark, source, reading: id, readingIsOurs: found.total.readingIsOurs };
  }
  return null;
}

function engages({ input, schedule }: Envelope, missions: "all" | "socle"): boolean {
  const expected = missionsOf(schedule, missions === "all" ? undefined : "socle");
  const engaged = input.missions.map(({ mission }) => mission);
  return engaged.length === expected.length && expected.every((mission) => engaged.includes(mission));
}

/** A schedule without a crisis line reads the same with or without a crisis. */
function sameCrisis({ input, schedule }: Envelope, crisis: boolean): boolean {
  const hasCrisisLine = schedule.lines.some((line) => line.variableOnlyInCrisis);
  return !hasCrisisLine || (input.crisisRecognised === true) === crisis;
}
