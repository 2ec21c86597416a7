import {
  envelope,
  explainLine,
  instalments,
  totalMarks,
  type Envelope,
  type EnvelopeInput,
  type EnvelopeLine,
  type Explanation,
  type Instalment,
  type LineCode,
  type Nature,
  type Part,
  type TotalMark,
} from "../funding";
import { weakest, type Absence, type Mark } from "../kernel/certainty";
import type { Cents } from "../kernel/money";

export interface LineView {
  readonly line: LineCode;
  readonly part: Part;
  readonly nature: Nature | null;
  /** Earned only in a year when the ARS recognises a crisis. */
  readonly crisisOnly: boolean;
  readonly amountCents: Cents | null;
  readonly mark: Mark;
  /** Whether the amount counts in the maximum without a crisis. */
  readonly counts: boolean;
  readonly contractCents: Cents | null;
  readonly scheduleCents: Cents | null;
  readonly differenceCents: Cents | null;
  readonly due: Cents | Absence;
  readonly dueMark: Mark;
  readonly explanation: Explanation;
}

export interface TotalView {
  readonly cents: Cents;
  readonly mark: Mark;
  /** Where the total itself is printed; null for a bare sum of its lines. */
  readonly source: string | null;
  readonly readingIsOurs: boolean;
}

export interface EnvelopeView {
  readonly lines: readonly LineView[];
  readonly fonctionnement: TotalView;
  /** Fixed shares of the missions; with fonctionnement, `fixed`. */
  readonly missionsFixed: TotalView;
  readonly fixed: TotalView;
  readonly variable: TotalView;
  readonly notItemised: TotalView;
  /** What a recognised crisis would add; null in a schedule without it. */
  readonly crisis: TotalView | null;
  readonly maximum: TotalView;
  /** The same in a year of recognised crisis. */
  readonly maximumInCrisis: TotalView | null;
  /** Amounts of the maximum that are hypotheses, added up. */
  readonly hypothesesCents: Cents;
  /** The sum of the known dues: a minimum when `dueIsMinimum`; null past the term, where nothing is due for certain. */
  readonly dueCents: Cents | null;
  readonly dueMark: Mark;
  readonly dueIsMinimum: boolean;
  /** The part of the due that rests on hypotheses. */
  readonly toConfirmCents: Cents;
  readonly contractDifferenceCents: Cents | null;
  /** Null where the days of the contract year are not known. */
  readonly instalments: readonly Instalment[] | null;
}

/**
 * One contract year as a page shows it.
 *
 * @param daysKnown false when the signature is uncertain: the instalments have no day to fall on.
 */
export function envelopeView(input: EnvelopeInput, daysKnown: boolean): EnvelopeView {
  const computed = envelope(input);
  const inCrisis = envelope({ ...input, crisisRecognised: true });
  const marks = totalMarks(computed);
  const crisisMarks = totalMarks(inCrisis);
  const { totals, lines } = computed;
  const base = lines.find(({ line }) => line === "fonctionnement");
  const missionsFixed = lines.filter(
    (line) => line !== base && line.part === "fixed" && line.maximumCents > 0,
  );
  const crisisCents = inCrisis.totals.maximumCents - totals.maximumCents;
  return {
    lines: lines.map((line) => lineView(line, computed)),
    fonctionnement: bare(base?.maximumCents ?? 0, base?.mark ?? "V"),
    missionsFixed: bare(
      totals.fixedCents - (base?.maximumCents ?? 0),
      weakest(missionsFixed.map(({ mark }) => mark)),
    ),
    fixed: total(totals.fixedCents, marks.fixed),
    variable: total(totals.variableCents, marks.variable),
    notItemised: total(totals.notItemisedCents, marks.notItemised),
    crisis: crisisCents > 0 ? bare(crisisCents, crisisMark(inCrisis)) : null,
    maximum: total(totals.maximumCents, marks.maximum),
    maximumInCrisis: crisisCents > 0 ? total(inCrisis.totals.maximumCents, crisisMarks.maximum) : null,
    hypothesesCents: lines
      .filter(({ mark }) => mark === "H")
      .reduce((sum, { maximumCents }) => sum + maximumCents, 0),
    dueCents: computed.pastTerm ? null : totals.dueCents,
    dueMark: marks.due.mark,
    dueIsMinimum: totals.dueIsMinimum,
    toConfirmCents: totals.toConfirmCents,
    contractDifferenceCents: computed.contractDifferenceCents,
    instalments: daysKnown && !computed.pastTerm ? instalments(computed) : null,
  };
}

function lineView(line: EnvelopeLine, computed: Envelope): LineView {
  const entry = computed.schedule.grid[computed.sizeTier].find(
    (one) => one.line === line.line && one.part === line.part,
  );
  return {
    line: line.line,
    part: line.part,
    nature: entry?.nature ?? null,
    crisisOnly: entry?.crisisOnly ?? false,
    amountCents: line.amountCents,
    mark: line.mark,
    counts: line.maximumCents > 0,
    contractCents: line.contractCents,
    scheduleCents: line.scheduleCents,
    differenceCents: line.differenceCents,
    due: line.due,
    dueMark: line.dueMark,
    explanation: explainLine(line, computed),
  };
}

function crisisMark({ lines, schedule, sizeTier }: Envelope): Mark {
  const crisis = schedule.grid[sizeTier].find(({ crisisOnly }) => crisisOnly);
  return lines.find(({ line, part }) => line === crisis?.line && part === crisis.part)?.mark ?? "H";
}

function total(cents: Cents, { mark, source, readingIsOurs }: TotalMark): TotalView {
  return { cents, mark, source, readingIsOurs };
}

function bare(cents: Cents, mark: Mark): TotalView {
  return { cents, mark, source: null, readingIsOurs: false };
}
