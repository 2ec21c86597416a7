import type { Qualifier } from "../kernel/certainty";
import type { Span } from "../kernel/date";
import { shareOf, type Cents } from "../kernel/money";
import type { PublishedFigure } from "../record/cpts";

/** A figure as published: what it is worth, how it was stated, of when, and the sentence that says so. */
export interface StatedNumber {
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly asOf: Span;
  readonly citation: string;
}

/** What was paid in a year to how many CPTS. */
export interface YearOfPayments {
  readonly year: Span;
  readonly cents: StatedNumber;
  /** Null where no source says how many CPTS were paid. */
  readonly cpts: StatedNumber | null;
  /** Derived: the one divided by the other, to the cent. */
  readonly averageCents: Cents | null;
}

/** The country as published. Null: no source gives it, which is not zero. */
export interface NationalFigures {
  readonly signedCpts: StatedNumber | null;
  readonly validatedProjects: StatedNumber | null;
  readonly lettersOfIntent: StatedNumber | null;
  /** Ten-thousandths of the population. */
  readonly coveredRate: StatedNumber | null;
  /** Inhabitants in zone blanche. */
  readonly uncovered: StatedNumber | null;
  /** By region code: ten-thousandths of its population in zone blanche. */
  readonly uncoveredRateOf: ReadonlyMap<string, StatedNumber>;
  /** Last year first. */
  readonly payments: readonly YearOfPayments[];
}

const COUNTRY = "FR";
const REGION = /^R(\w+)$/;

/** Reads the record's published figures; of one measure the last is kept. */
export function nationalFigures(figures: readonly PublishedFigure[]): NationalFigures {
  const ofCountry = figures.filter(({ territory }) => territory === COUNTRY);
  const last = (measure: string): StatedNumber | null =>
    byDate(ofCountry.filter((figure) => figure.measure === measure)).at(-1) ?? null;
  const uncovered = byDate(figures.filter(({ measure }) => measure === "uncovered_population_rate"));
  return {
    signedCpts: last("signed_cpts"),
    validatedProjects: last("validated_projects"),
    lettersOfIntent: last("letters_of_intent"),
    coveredRate: last("covered_population_rate"),
    uncovered: last("uncovered_population"),
    uncoveredRateOf: new Map(
      uncovered.flatMap((figure) => {
        const region = REGION.exec(figure.territory)?.[1];
        return region === undefined ? [] : [[region, figure]];
      }),
    ),
    payments: byDate(ofCountry.filter(({ measure }) => measure === "aci_payments"))
      .toReversed()
      .map((cents) => paidIn(cents, ofCountry)),
  };
}

function paidIn(cents: PublishedFigure, figures: readonly PublishedFigure[]): YearOfPayments {
  const { earliest, latest } = cents.asOf;
  const cpts =
    figures.find(
      ({ measure, asOf }) => measure === "paid_cpts" && asOf.earliest === earliest && asOf.latest === latest,
    ) ?? null;
  const averageCents = cpts && cpts.value > 0 ? shareOf(cents.value, 1, cpts.value) : null;
  return { year: cents.asOf, cents, cpts, averageCents };
}

const byDate = (figures: readonly PublishedFigure[]): PublishedFigure[] =>
  figures.toSorted((a, b) => (a.asOf.latest < b.asOf.latest ? -1 : a.asOf.latest > b.asOf.latest ? 1 : 0));
