import type { Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { Mission } from "./cpts";
import type { IndicatorTerms } from "./indicators";

export type { IndicatorTerms } from "./indicators";

/**
 * What happened to a CPTS's money, as plain data: results of its contract years, payments, spending. A contract
 * year is a pair: the n-th contract that the CPTS signed, and its n-th year, both from 1.
 */
export interface YearRef {
  readonly contractNo: number;
  readonly year: number;
}

/** What shows a result: a document of the CPTS, an address, a few words. */
export interface Evidence {
  readonly documentId: string | null;
  readonly link: string | null;
  readonly comment: string | null;
}

export interface IndicatorResult extends Evidence {
  /** The terms as they stood for that year. */
  readonly terms: IndicatorTerms;
  /** In the indicator's unit; null: not known. */
  readonly value: number | null;
}

export interface MissionResults extends Evidence {
  readonly mission: Mission;
  /** From 0 to 1; read where the mission has no indicators; null: not known. */
  readonly achievement: number | null;
  readonly indicators: readonly IndicatorResult[];
  /**
   * The variable envelope of the line when the year was settled: what was settled stays, whatever the size or
   * the annex become. Absent before, or where it was not known.
   */
  readonly envelopeCents?: Cents | null;
  /** How certain it was: settling a year on a hypothesis does not make it a fact. */
  readonly envelopeMark?: Mark | null;
}

/** The results of one contract year. */
export interface YearResults {
  /** Whether the ARS recognised a crisis in the year; null: not said. */
  readonly crisisRecognised: boolean | null;
  readonly missions: readonly MissionResults[];
  readonly comment: string | null;
  /** The recorded meeting in which it was settled, where one is named. */
  readonly meetingId?: string | null;
}

export type ReviewStatus = "open" | "proposed" | "settled";

export interface YearReview extends YearRef {
  readonly status: ReviewStatus;
  readonly results: YearResults;
  readonly version: number;
  /** The day of the dialogue de gestion that settled it. */
  readonly settledOn: IsoDay | null;
  /** Why it was reopened last; null where it never was. */
  readonly reopened: string | null;
}

export const PAYERS = ["cpam", "ars_fir", "msa", "other"] as const;
export type PaymentPayer = (typeof PAYERS)[number];

export type MoneyLine = Mission | "fonctionnement" | "non_ventile";

/** Money paid to a CPTS; negative where it came back. */
export interface PaymentTerms {
  readonly payer: PaymentPayer;
  /** Null: outside the agreement. */
  readonly line: MoneyLine | null;
  /** The contract year it settles, where the payer says so. */
  readonly settles: YearRef | null;
  readonly paidOn: IsoDay;
  readonly amountCents: Cents;
  readonly reference: string | null;
  readonly note: string | null;
}

export interface RecordedPayment extends PaymentTerms {
  readonly id: string;
  readonly version: number;
}

export const SPENDING_LINES = [
  "fonctionnement",
  "acces_soins",
  "parcours",
  "prevention",
  "crise_sanitaire",
  "qualite",
  "accompagnement",
] as const satisfies readonly MoneyLine[];
export type SpendingLine = (typeof SPENDING_LINES)[number];

export const SPENDING_NATURES = [
  "coordination_salaries",
  "professional_indemnities",
  "rent_running",
  "information_systems",
  "actions_purchases",
  "services",
  "other",
] as const;
export type SpendingNature = (typeof SPENDING_NATURES)[number];

/** One line and nature of a sheet; null: not stated, which is no zero. */
export interface SpendingEntry {
  readonly line: SpendingLine;
  readonly nature: SpendingNature;
  readonly budgetCents: Cents | null;
  readonly spentCents: Cents | null;
}

/** What a CPTS planned and spent in one contract year. */
export interface SpendingSheet extends YearRef {
  /** True: all is entered, so that what is not named is 0. */
  readonly complete: boolean;
  readonly comment: string | null;
  readonly entries: readonly SpendingEntry[];
  readonly version: number;
}

/** What each professional received in a calendar year, nobody named; largest first. */
export interface IndemnityTotals {
  readonly year: number;
  readonly totals: readonly Cents[];
  readonly version: number;
}
