import type { CptsRecord, FundingFact, PublishedCoverage, PublishedFigure } from "../../lib/record/cpts";
import type { Citation, Source } from "../../lib/record/sources";

/**
 * The whole communes of one or several EPCI, standing in for a territory that no source lists.
 * The loader turns it into memberships, basis `estimated`, from the earliest day of the signature.
 */
export interface EstimatedPerimeter {
  /** SIREN codes of the EPCI, as in the COG. */
  readonly epci: readonly string[];
  readonly citation: string;
}

/** A record as the public documents give it: no commune list, at best an estimate of the perimeter. */
export type SeedCpts = Omit<CptsRecord, "memberships"> & {
  /** Null: no known perimeter. It is never invented. */
  readonly estimatedPerimeter: EstimatedPerimeter | null;
};

/** Money stated for a department, where the source does not say of which CPTS. */
export type SeedDepartmentFact = FundingFact & { readonly department: string };

export interface RecordSeed {
  readonly sources: readonly Source[];
  readonly citations: readonly Citation[];
  readonly cpts: readonly SeedCpts[];
  readonly departmentFunding: readonly SeedDepartmentFact[];
  readonly publishedCoverage: readonly PublishedCoverage[];
  readonly publishedFigures: readonly PublishedFigure[];
}
