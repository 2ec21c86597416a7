import { cptsFacts, type CptsExtent, type PerimeterKind } from "../coverage";
import { AGREEMENT_SIZES, scheduleInForce, sizeTier, SIZE_TIERS, type SizeTier } from "../funding";
import type { IsoDay } from "../kernel/date";
import type { StatedFigure } from "../record/cpts";
import type { StageState } from "../record/lifecycle";
import type { World } from "./world";

/**
 * What the size tier rests on, most certain first: stated by a source; the tier of the population that a
 * source states; that of the perimeter's inhabitants, declared or estimated.
 */
export type SizeTierBasis = "stated" | "stated_population" | "declared_perimeter" | "estimated_perimeter";

export interface CptsSize {
  /** Null when nothing says it, or when the perimeter's inhabitants straddle two tiers. */
  readonly tier: SizeTier | null;
  readonly basis: SizeTierBasis | null;
  /** The citation of the figure it rests on; null when it rests on the perimeter or on nothing. */
  readonly citation: string | null;
}

/** Where one CPTS stands on a day, over its whole perimeter. */
export interface CptsStanding {
  readonly slug: string;
  readonly name: string;
  /** Department codes: those that sources attach it to, then those its perimeter reaches that day. */
  readonly departments: readonly string[];
  readonly state: StageState;
  readonly perimeter: PerimeterKind;
  /** Null when the perimeter is unknown, which is not zero. */
  readonly whole: CptsExtent | null;
  /** The same by department code; empty when the perimeter is unknown. */
  readonly byDepartment: readonly (CptsExtent & { readonly department: string })[];
  readonly size: CptsSize;
}

/** Throws a RangeError when no CPTS has this slug, or `asOf` is no day. */
export function cptsStanding(world: World, slug: string, asOf: IsoDay): CptsStanding {
  const summary = world.cptsBySlug.get(slug);
  const rank = world.index.rankOf.get(slug);
  const record = rank === undefined ? undefined : world.index.cpts[rank];
  if (!summary || !record) throw new RangeError(`no CPTS is called ${slug}`);
  const facts = cptsFacts(
    record,
    asOf,
    (code) => world.commune.get(code),
    (code) => world.commune.get(code)?.departmentCode ?? "",
  );
  const stated = summary.departments.map(({ code }) => code);
  const reached = facts.departments.map(({ department }) => department);
  return {
    slug,
    name: summary.name,
    departments: [...new Set([...stated, ...reached])],
    state: facts.state,
    perimeter: facts.perimeter,
    whole: facts.extent,
    byDepartment: facts.departments,
    size: cptsSize(summary.figures, facts.perimeter, facts.extent, asOf),
  };
}

/** The size tier of a CPTS on a day, by the classes of the schedule then in force, and what it rests on. */
export function cptsSize(
  figures: readonly StatedFigure[],
  perimeter: PerimeterKind,
  extent: CptsExtent | null,
  asOf: IsoDay,
): CptsSize {
  const statedTier = latestStated(figures, "size_tier", asOf);
  const tier = SIZE_TIERS.find((one) => one === statedTier?.value);
  if (statedTier && tier) return { tier, basis: "stated", citation: statedTier.citation };

  const sizes = scheduleInForce(asOf)?.sizes ?? AGREEMENT_SIZES;
  const population = latestStated(figures, "population", asOf);
  if (population) {
    const { value, citation } = population;
    return { tier: sizeTier(value, sizes), basis: "stated_population", citation };
  }
  const least = extent && sizeTier(extent.population.min, sizes);
  const most = extent && sizeTier(extent.population.max, sizes);
  if (perimeter === "unknown" || least === null || least !== most) {
    return { tier: null, basis: null, citation: null };
  }
  const basis = perimeter === "declared" ? "declared_perimeter" : "estimated_perimeter";
  return { tier: least, basis, citation: null };
}

/** The last figure stated by that day: what was published later does not change what was known. */
function latestStated(
  figures: readonly StatedFigure[],
  measure: StatedFigure["measure"],
  asOf: IsoDay,
): StatedFigure | undefined {
  return figures
    .filter((figure) => figure.measure === measure && figure.asOf.earliest <= asOf)
    .reduce<StatedFigure | undefined>(
      (last, figure) => (last && last.asOf.latest >= figure.asOf.latest ? last : figure),
      undefined,
    );
}
