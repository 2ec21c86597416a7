import type { IsoDay } from "../kernel/date";
import type { Rate } from "../kernel/rate";
import type { CommuneShare, PerimeterBasis } from "../record/cpts";
import type { LifecycleEvent, Stage, StageState } from "../record/lifecycle";

/**
 * What coverage is computed from and what it gives: plain data, all populations in inhabitants (INSEE
 * PMUN) and all areas in whole hectares. Conventions that no text settles are ours, one place each:
 *
 * - a commune counts at the highest stage of the CPTS that hold any part of it; its hectares at the highest
 *   stage that holds all of it, since a share of the inhabitants says nothing of the ground;
 * - the parts of a commune held by several CPTS are distinct quartiers: their known shares add up, to
 *   the whole at most, the highest stage served first; what is left is covered by nobody;
 * - a part of unknown share adds no inhabitant to a total, and up to the whole commune to its range;
 * - what is only possible because a day is uncertain is in the ranges, never in the totals.
 */
export interface CommuneFacts {
  /** INSEE code, five characters. */
  readonly code: string;
  readonly population: number;
  /** Null where no area is known: counted apart, never as zero. */
  readonly areaHectares: number | null;
}

/** A commune in a territory from `from` (included) to `to` (excluded; null: open). */
export interface Membership {
  readonly commune: string;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  /** A known share is of the commune's population, above 0 and at most 1. */
  readonly share: CommuneShare;
  readonly basis: PerimeterBasis;
}

export interface CoverageCpts {
  readonly id: string;
  readonly events: readonly LifecycleEvent[];
  /** Months of its contract; five years when absent. */
  readonly termMonths?: number;
  readonly memberships: readonly Membership[];
}

/** A CPTS that holds a commune, wholly or in part, at a stage certain or possible. */
export interface Holder {
  readonly id: string;
  readonly stage: Stage;
  readonly possibleStage: Stage | null;
  readonly pastTerm: StageState["pastTerm"];
  readonly share: CommuneShare;
  readonly basis: PerimeterBasis;
}

export type ByStage = Readonly<Record<Stage, number>>;
/** Exclusive stages: the four sum exactly to `total`. */
export type StageTotals = ByStage & { readonly total: number };

export interface Range {
  readonly min: number;
  readonly max: number;
}
/** `signed`, and `signedOrUnderWay`: signed, validated and intent together. */
export interface Pair<T> {
  readonly signed: T;
  readonly signedOrUnderWay: T;
}
export interface Extent {
  readonly population: number;
  readonly communes: number;
}
export interface Measures<T> {
  readonly population: T;
  readonly communes: T;
  readonly areaHectares: T;
}

/** How a commune is covered: the same for all those that the same CPTS hold whole. */
export interface Cover {
  /** The highest certain stage of its holders: its exclusive stage. */
  readonly stage: Stage;
  /** The higher stage it may have, when a day is uncertain. */
  readonly possibleStage: Stage | null;
  /** By stage, highest first, then by id. */
  readonly holders: readonly Holder[];
  /** Its stage rests on estimated memberships only. */
  readonly estimated: boolean;
  /** Signed by contracts past their term only. « possibly »: they may all be. */
  readonly pastTerm: StageState["pastTerm"];
  /** Null unless a CPTS holds only a part of it: all its inhabitants are then at `stage`. */
  readonly partial: PartialCover | null;
}

/** The inhabitants of a commune held in part. */
export interface PartialCover {
  /** Inhabitants at each stage: they sum to the population. */
  readonly parts: ByStage;
  /** Inhabitants covered, from certain to possible. */
  readonly ranges: Pair<Range>;
  /** The highest stage that holds the whole of it: where its hectares count. */
  readonly wholeStage: Stage;
  /** Inhabitants covered by estimated memberships only, at the stage they count for. */
  readonly estimated: Pair<number>;
  /** Inhabitants signed by contracts past their term only; `possible` adds those whose contracts may all be. */
  readonly pastTerm: { readonly certain: number; readonly possible: number };
}

export interface CommuneCoverage extends CommuneFacts, Cover {}

export type PerimeterKind = PerimeterBasis | "unknown";

/** A CPTS of the territory: one that holds communes of it that day, or that is listed there. */
export interface AttachedCpts {
  readonly id: string;
  readonly stage: Stage;
  readonly possibleStage: Stage | null;
  readonly pastTerm: StageState["pastTerm"];
  /** Of its whole perimeter that day, in this territory or not; a mix of bases is estimated. */
  readonly perimeter: PerimeterKind;
  /** Communes of the territory in its perimeter, and their inhabitants within its shares. */
  readonly here: { readonly communes: number; readonly population: Range };
}

/**
 * « Zone blanche » only when every signed CPTS of the territory is located; while one that is, or may be,
 * signed has no known perimeter, the communes that nobody is known to hold may be its own.
 */
export type BlankLabel = "zone_blanche" | "hors_perimetre_connu";

/** The coverage of a territory on a day, as raw sums: what {@link import("./sum").sumCoverage} adds up. */
export interface CoverageTotals {
  readonly asOf: IsoDay;
  readonly population: StageTotals;
  readonly communes: StageTotals;
  /** Of the communes whose area is known. */
  readonly areaHectares: StageTotals;
  readonly areaUnknownCommunes: number;
  readonly rates: Measures<Pair<Rate>>;
  /** From what the totals count to what unknown shares, uncertain days and communes held in part may add. */
  readonly ranges: Measures<Pair<Range>>;
  /** Signed or under way on estimated memberships only; `signed`: the signed among them. */
  readonly estimated: Extent & { readonly signed: Extent };
  /** Signed by contracts past their term only. */
  readonly pastTerm: Extent;
  /** Signed by contracts that may all be past their term, uncertain days deciding; `pastTerm` is not in it. */
  readonly possiblyPastTerm: Extent;
  /** By id. A CPTS that spans territories is in each, once in their sum. */
  readonly cpts: readonly AttachedCpts[];
  /** `none`: attached, but nothing in force that day. */
  readonly cptsCount: ByStage;
  readonly signedCpts: Range;
  /** Communes at stage none, and all their inhabitants. */
  readonly blank: Extent & { readonly label: BlankLabel };
}

export interface Coverage extends CoverageTotals {
  /** In the order given. */
  readonly byCommune: readonly CommuneCoverage[];
  /** Most populated first, then by code. */
  readonly blankCommunes: readonly CommuneCoverage[];
}
