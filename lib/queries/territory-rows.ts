import { sumCoverage, type AttachedCpts, type CoverageTotals, type PerimeterKind } from "../coverage";
import type { Region } from "../db/repositories/territories";
import type { Span } from "../kernel/date";
import { rate, type Rate } from "../kernel/rate";
import type { DepartmentTotals } from "./country-coverage";
import type { StatedNumber } from "./national-figures";

/**
 * What may be said of a territory's computed coverage:
 * - `none`: no CPTS is described there; that is the state of the record, not of the territory, and no 0;
 * - `unlocated`: CPTS are described, none has a known perimeter there: their population is not communicated;
 * - `computed`: at least one is located.
 */
export type RowState = "none" | "unlocated" | "computed";

/** Coverage as computed on the known perimeters; populations in inhabitants. */
export interface ComputedRow {
  /** Held by a signed CPTS. */
  readonly signed: number;
  readonly signedRate: Rate;
  /** What uncertain days and unknown shares may bring it to; null when they may add nothing. */
  readonly possibleRate: Rate | null;
  readonly signedOrUnderWayRate: Rate;
  /** In the perimeter of no CPTS. */
  readonly outside: number;
  /** The part of `signed` that rests on estimated perimeters; null when nobody is signed. */
  readonly estimatedShare: Rate | null;
  /** Inhabitants signed only by contracts past their term, for certain or perhaps. */
  readonly pastTerm: number;
}

interface TerritoryRow {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly state: RowState;
  /** Null unless `state` is `computed`. */
  readonly computed: ComputedRow | null;
  /** CPTS described there that day, each once. */
  readonly cpts: number;
}

/** Rates in ten-thousandths, as published. */
export interface PublishedRates {
  readonly signedRate: number | null;
  readonly signedOrUnderWayRate: number | null;
  readonly signedCpts: number | null;
  readonly base: string;
  readonly asOf: Span;
  readonly note: string | null;
  readonly citation: string;
}

export interface DepartmentRow extends TerritoryRow {
  readonly regionCode: string;
  readonly regionName: string;
  readonly published: PublishedRates | null;
}

export interface RegionRow extends TerritoryRow {
  readonly departments: number;
  /** Departments where a CPTS is described. */
  readonly described: number;
  /** Not every department is computed: the region's rate is then a minimum. */
  readonly isMinimum: boolean;
  /** Ten-thousandths of the inhabitants in zone blanche, as published. */
  readonly publishedUncovered: StatedNumber | null;
}

/** The CPTS described that day, by what is known of their whole perimeter; each once. */
export interface DescribedCpts {
  readonly total: number;
  readonly signed: number;
  readonly perimeter: Readonly<Record<PerimeterKind, number>>;
  /** Signed, past their term, renewal not recorded. */
  readonly pastTerm: number;
}

export function departmentRow({ department, totals, described, published }: DepartmentTotals): DepartmentRow {
  const { code, name, population, regionCode, regionName } = department;
  return {
    code,
    name,
    population,
    regionCode,
    regionName,
    ...stateOf(totals, described),
    cpts: described.length,
    published: published && {
      signedRate: published.signedRate,
      signedOrUnderWayRate: published.signedOrUnderWayRate,
      signedCpts: published.signedCpts,
      base: published.base,
      asOf: published.asOf,
      note: published.note,
      citation: published.citation,
    },
  };
}

/** A region from the raw sums of its departments: no rate is averaged, a CPTS that spans several is counted once. */
export function regionRow(
  { code, name, population }: Region,
  departments: readonly DepartmentTotals[],
  publishedUncovered: StatedNumber | null,
): RegionRow {
  const totals = sumCoverage(departments.map((one) => one.totals));
  const described = describedIn(departments);
  const { state, computed } = stateOf(totals, described);
  return {
    code,
    name,
    population,
    state,
    computed,
    cpts: described.length,
    departments: departments.length,
    described: departments.filter((one) => one.described.length > 0).length,
    isMinimum: departments.some((one) => stateOf(one.totals, one.described).state !== "computed"),
    publishedUncovered,
  };
}

/** Those described in some of the departments, each once. */
export function describedIn(departments: readonly DepartmentTotals[]): AttachedCpts[] {
  const byId = new Map<string, AttachedCpts>();
  for (const { described } of departments) {
    for (const one of described) {
      const known = byId.get(one.id);
      if (!known || known.here.communes === 0) byId.set(one.id, one);
    }
  }
  return [...byId.values()];
}

export function countDescribed(described: readonly AttachedCpts[]): DescribedCpts {
  const count = (test: (one: AttachedCpts) => boolean) => described.filter(test).length;
  return {
    total: described.length,
    signed: count(({ stage }) => stage === "signed"),
    perimeter: {
      declared: count(({ perimeter }) => perimeter === "declared"),
      estimated: count(({ perimeter }) => perimeter === "estimated"),
      unknown: count(({ perimeter }) => perimeter === "unknown"),
    },
    pastTerm: count(({ pastTerm }) => pastTerm !== "no"),
  };
}

/** Departments that hold data first: the best covered, then those not located; the others by code. */
export function dataFirst(a: TerritoryRow, b: TerritoryRow): number {
  const order: Readonly<Record<RowState, number>> = { computed: 0, unlocated: 1, none: 2 };
  return order[a.state] - order[b.state] || byRate(a, b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

function byRate(a: TerritoryRow, b: TerritoryRow): number {
  const share = ({ computed }: TerritoryRow) =>
    computed === null ? 0 : computed.signedRate.numerator / Math.max(1, computed.signedRate.denominator);
  return share(b) - share(a);
}

function stateOf(
  totals: CoverageTotals,
  described: readonly AttachedCpts[],
): { state: RowState; computed: ComputedRow | null } {
  if (described.length === 0) return { state: "none", computed: null };
  if (!described.some(({ here }) => here.communes > 0)) return { state: "unlocated", computed: null };
  const { population, rates, ranges, estimated, blank, pastTerm, possiblyPastTerm } = totals;
  const { min, max } = ranges.population.signed;
  return {
    state: "computed",
    computed: {
      signed: population.signed,
      signedRate: rates.population.signed,
      possibleRate: max > min ? rate(max, population.total) : null,
      signedOrUnderWayRate: rates.population.signedOrUnderWay,
      outside: blank.population,
      estimatedShare: population.signed === 0 ? null : rate(estimated.signed.population, population.signed),
      pastTerm: pastTerm.population + possiblyPastTerm.population,
    },
  };
}
