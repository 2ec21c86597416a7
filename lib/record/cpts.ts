import type { Qualifier } from "../kernel/certainty";
import type { IsoDay, Span } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { IndicatorTerms } from "./indicators";
import type { LifecycleKind } from "./lifecycle";

/**
 * The record of a CPTS as plain data: what repositories return and what the public documents state.
 * `citation` is always the id of the {@link import("./sources").Citation} that says so.
 */
export interface CptsRecord {
  readonly slug: string;
  readonly name: string;
  readonly summary: string | null;
  readonly departments: readonly DepartmentLink[];
  readonly figures: readonly StatedFigure[];
  readonly events: readonly DatedEvent[];
  readonly memberships: readonly PerimeterMembership[];
  readonly professionals: readonly ProfessionalCount[];
  readonly partners: readonly PartnerStructure[];
  readonly missions: readonly MissionEngagement[];
  readonly contracts: readonly Contract[];
  readonly funding: readonly FundingFact[];
}

export interface DepartmentLink {
  readonly code: string;
  /** 1 for the department named first. */
  readonly rank: number;
  readonly citation: string;
}

export type StatedMeasure =
  | "population"
  | "communes"
  | "size_tier"
  /** Professionals who are members of the CPTS. */
  | "members"
  /** Professionals who work on the territory. */
  | "professionals"
  /** Members as the source counts them among those of the territory. */
  | "members_on_territory";

/** A figure as a source states it, never mixed with a computed one. */
export interface StatedFigure {
  readonly measure: StatedMeasure;
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly asOf: Span;
  readonly citation: string;
}

export interface DatedEvent {
  readonly kind: LifecycleKind;
  readonly when: Span;
  readonly note: string | null;
  readonly citation: string;
}

export type PerimeterBasis = "declared" | "estimated";

/** Part of a commune: a proper fraction, or `unknown`; `whole` otherwise. */
export type CommuneShare = "whole" | "unknown" | { readonly numerator: number; readonly denominator: number };

/** A commune in the territory from a day (included) to a day (excluded; null: to this day). */
export interface PerimeterMembership {
  readonly commune: string;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  readonly share: CommuneShare;
  readonly basis: PerimeterBasis;
  /** Why it is held although another CPTS holds it, or only in part; null or absent where nobody says. */
  readonly note?: string | null;
  readonly citation: string;
}

export const PROFESSIONS = [
  "medecin_generaliste",
  "medecin_specialiste",
  "infirmier",
  "pharmacien",
  "chirurgien_dentiste",
  "sage_femme",
  "masseur_kinesitherapeute",
  "pedicure_podologue",
  "orthophoniste",
  "orthoptiste",
  "biologiste",
  "ergotherapeute",
  "psychomotricien",
  "dieteticien",
  "psychologue",
  "autre",
] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** How many of a profession, as members of the CPTS or at work on its territory, at a date. */
export interface ProfessionalCount {
  readonly profession: Profession;
  readonly scope: "members" | "territory";
  readonly count: number;
  readonly qualifier: Qualifier;
  readonly asOf: Span;
  readonly citation: string;
}

export const PARTNER_KINDS = [
  "msp",
  "esp",
  "centre_sante",
  "cmp",
  "ehpad",
  "sad",
  "ssiad",
  "ambulance",
  "vsl",
  "clic",
  "maia",
  "maison_services_public",
  "etablissement_sante",
  "collectivite",
  "autre",
] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export interface PartnerStructure {
  readonly kind: PartnerKind;
  readonly name: string | null;
  /** Null: some, number not stated. */
  readonly count: number | null;
  readonly beds: number | null;
  readonly asOf: Span;
  readonly citation: string;
}

export const MISSIONS = [
  "acces_soins",
  "parcours",
  "prevention",
  "crise_sanitaire",
  "qualite",
  "accompagnement",
] as const;
export type Mission = (typeof MISSIONS)[number];

export interface MissionEngagement {
  readonly mission: Mission;
  /** The day the mission really started; null until a source says so. */
  readonly startedOn: IsoDay | null;
  readonly endedOn: IsoDay | null;
  readonly citation: string;
  /** The CPTS's own objectives, in the source's order. */
  readonly objectives: readonly { readonly text: string; readonly citation: string }[];
}

export type PartyKind = "cpts" | "cpam" | "ars" | "msa";

export interface Contract {
  readonly signed: Span;
  readonly termMonths: number;
  readonly endedOn: IsoDay | null;
  /** The schedule the contract stays under; null: the one in force when each contract year opens. */
  readonly scheduleId: string | null;
  readonly citation: string;
  readonly parties: readonly { readonly kind: PartyKind; readonly name: string }[];
  /** Amounts of the contract's annex, a year; `year` null: every contract year. */
  readonly amounts: readonly ContractAmount[];
  /** What its variable shares are measured by, in the annex's order. */
  readonly indicators: readonly ContractIndicator[];
}

/** An indicator of a contract's annex, and the contract years it holds for, both included. */
export interface ContractIndicator extends IndicatorTerms {
  readonly mission: Mission;
  readonly fromYear: number;
  /** Null: to the end of the contract. */
  readonly toYear: number | null;
  readonly citation: string;
}

export interface ContractAmount {
  readonly line: Mission | "fonctionnement" | "non_ventile";
  readonly part: "fixed" | "variable";
  readonly year: number | null;
  readonly amountCents: Cents;
  readonly citation: string;
}

export type Payer = "ars" | "cpam" | "msa";
export type FundingStatus = "promised" | "paid" | "ceiling" | "floor";
export type FundingPurpose =
  | "start_up"
  | "project_writing"
  | "first_year_missions"
  | "full_year"
  | "core_missions"
  | "running_costs"
  | "methodological_support";

/** Money as a source states it. */
export interface FundingFact {
  readonly payer: Payer;
  readonly purpose: FundingPurpose;
  readonly status: FundingStatus;
  readonly period: "once" | "yearly";
  /** Null: support is stated without an amount. With `amountToCents`, the lower bound of a range. */
  readonly amountCents: Cents | null;
  readonly amountToCents: Cents | null;
  readonly asOf: Span;
  /** How the sentence was read, and what stays ambiguous. */
  readonly note: string | null;
  readonly citation: string;
}

/** Coverage as published for a department; rates in ten-thousandths (9980 is 99.8 %). */
export interface PublishedCoverage {
  readonly department: string;
  readonly asOf: Span;
  readonly signedCpts: number | null;
  readonly signedRate: number | null;
  readonly signedOrUnderWayRate: number | null;
  /** What the rate is of, in the source's words. */
  readonly base: string;
  readonly note: string | null;
  readonly citation: string;
}

/** Another published figure of a territory (`FR`, `R84`, `D63`), in its unit. */
export interface PublishedFigure {
  readonly territory: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly asOf: Span;
  readonly citation: string;
}
