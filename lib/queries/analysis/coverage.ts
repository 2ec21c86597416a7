import type { IsoDay } from "../../kernel/date";
import { rate, sumRates, type Rate } from "../../kernel/rate";
import type { AnalysisFilters, Dimension } from "../../schemas/analysis-address";
import { countryCoverage } from "../country-coverage";
import type { World } from "../world";

/**
 * The share of the population covered by signed CPTS on a day, of the territory that a group or the total of a
 * summary stands for: recomputed from raw sums. Null for what is no territory, or is narrowed to less than one.
 *
 * @param within departments that the reader's sums are of; null: all. A region or a total is then theirs alone.
 */
export async function coverageRates(
  world: World,
  today: IsoDay,
  filters: AnalysisFilters,
  within: readonly string[] | null,
): Promise<(by: Dimension, code: string | null | undefined) => Rate | null> {
  const { departments } = await countryCoverage(world, today);
  const over = (keep: (code: string) => boolean): Rate => {
    const kept = departments.filter(({ department: { code } }) => keep(code));
    // Where nobody is located, nobody is known to be covered: that is no rate of 0.
    const isLocated = kept.some(({ totals }) => totals.cpts.some(({ perimeter }) => perimeter !== "unknown"));
    return isLocated ? sumRates(kept.map(({ totals }) => totals.rates.population.signed)) : rate(0, 0);
  };
  const regionOf = (department: string) => world.departmentOf.get(department)?.regionCode;
  const isTerritory = filters.cpts === null;
  const inFilters = (code: string) =>
    (within === null || within.includes(code)) &&
    (filters.department === null || code === filters.department) &&
    (filters.region === null || regionOf(code) === filters.region);
  return (by, code) => {
    if (!isTerritory) return null;
    if (code === undefined) return over(inFilters);
    if (code === null) return null;
    if (by === "departement") return over((one) => one === code);
    if (by === "region") return over((one) => regionOf(one) === code && inFilters(one));
    return null;
  };
}
