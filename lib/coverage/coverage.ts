import { isoDay, type IsoDay } from "../kernel/date";
import type { CommuneShare } from "../record/cpts";
import { DayCovers, UNCOVERED } from "./cover";
import { activeMemberships, isActive, statesAt, toIndex, type CptsIndex } from "./cpts-index";
import type { AttachedCpts, CommuneCoverage, CommuneFacts, Cover, Coverage } from "./model";
import type { CoverageCpts, CoverageTotals, PerimeterKind, Range } from "./model";
import { rankByPopulation } from "./ranking";
import { inhabitantsIn } from "./share";
import { sumCommunes } from "./tally";
import { totalsFrom } from "./totals";

export interface CoverageOptions {
  /** CPTS attached to the territory even without a commune there: signed, but of unknown perimeter. */
  readonly listedCpts?: readonly string[];
}

/**
 * Coverage of a territory, given as its communes, on the day `asOf`: the conventions are those of
 * `model.ts`. Memberships of other communes are ignored, so that a CPTS that spans two departments counts
 * in each by its communes there.
 *
 * @param cpts every CPTS that may hold these communes, or their index ({@link import("./cpts-index").indexCpts})
 * when several territories or days are asked for.
 * Throws a RangeError on a commune given twice, a count that is no whole number from 0, a listed id that is
 * no CPTS, or a day that is none.
 */
export function coverageOf(
  communes: readonly CommuneFacts[],
  cpts: readonly CoverageCpts[] | CptsIndex,
  asOf: IsoDay,
  options: CoverageOptions = {},
): Coverage {
  const { covers, totals } = passOver(communes, cpts, asOf, options);
  const byCommune = communes.map(({ code, population, areaHectares }, i): CommuneCoverage => {
    const { stage, possibleStage, holders, estimated, pastTerm, partial } = covers[i] ?? UNCOVERED;
    return { code, population, areaHectares, stage, possibleStage, holders, estimated, pastTerm, partial };
  });
  const blank = byCommune.filter((commune) => commune.stage === "none");
  return { ...totals, byCommune, blankCommunes: rankByPopulation(blank) };
}

/** The totals of {@link coverageOf} without the communes one by one: what a country needs, in half the time. */
export function coverageTotals(
  communes: readonly CommuneFacts[],
  cpts: readonly CoverageCpts[] | CptsIndex,
  asOf: IsoDay,
  options: CoverageOptions = {},
): CoverageTotals {
  return passOver(communes, cpts, asOf, options).totals;
}

/** The one pass: the cover of each commune, in their order, and what they add up to. */
function passOver(
  communes: readonly CommuneFacts[],
  cpts: readonly CoverageCpts[] | CptsIndex,
  asOf: IsoDay,
  { listedCpts = [] }: CoverageOptions,
): { covers: Cover[]; totals: CoverageTotals } {
  isoDay(asOf);
  checkCommunes(communes);
  const index = toIndex(cpts);
  const stateOf = statesAt(index, asOf);
  const day = new DayCovers((rank) => index.cpts[rank]?.id ?? "", stateOf);
  const here: (Here | undefined)[] = new Array(index.cpts.length);
  for (const rank of ranksOf(listedCpts, index)) here[rank] = nothing();

  const covers = communes.map(({ code, population }) => {
    const active = activeMemberships(index.byCommune.get(code), asOf);
    for (const { cpts: rank, share } of active) addHere((here[rank] ??= nothing()), share, population);
    return day.of(population, active);
  });
  const attached = index.cpts.flatMap((record, rank): AttachedCpts[] => {
    const extent = here[rank];
    if (!extent) return [];
    const { stage, uncertain, pastTerm } = stateOf(rank);
    const possibleStage = uncertain?.possibleStage ?? null;
    const perimeter = perimeterOf(record, asOf);
    return [{ id: record.id, stage, possibleStage, pastTerm, perimeter, here: extent }];
  });
  return { covers, totals: totalsFrom(asOf, sumCommunes(communes, covers), attached) };
}

/** Declared, estimated (as soon as one commune is), or unknown when it holds none that day. */
export function perimeterOf({ memberships }: CoverageCpts, asOf: IsoDay): PerimeterKind {
  const active = memberships.filter((membership) => isActive(membership, asOf));
  if (active.length === 0) return "unknown";
  return active.every(({ basis }) => basis === "declared") ? "declared" : "estimated";
}

/** Ranks of the CPTS of these ids, each once. Throws a RangeError on an id that is no CPTS. */
export function ranksOf(ids: readonly string[], index: CptsIndex): Set<number> {
  return new Set(
    ids.map((id) => {
      const rank = index.rankOf.get(id);
      if (rank === undefined) throw new RangeError(`listed CPTS ${id} is not among the CPTS given`);
      return rank;
    }),
  );
}

/** Throws a RangeError unless each commune is given once, with whole counts: sums stay exact. */
export function checkCommunes(communes: readonly CommuneFacts[]): void {
  let ascending = true;
  let previous = "";
  for (const { code, population, areaHectares } of communes) {
    ascending &&= previous < code;
    previous = code;
    if (!isCount(population)) throw new RangeError(`population of ${code}: ${population} is no count`);
    if (areaHectares !== null && !isCount(areaHectares)) {
      throw new RangeError(`area of ${code}: ${areaHectares} is no whole number of hectares`);
    }
  }
  // Communes usually come by code, and then need no set to show that none comes twice.
  if (!ascending && new Set(communes.map(({ code }) => code)).size !== communes.length) {
    throw new RangeError("a commune of the territory is given twice");
  }
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

interface Here {
  communes: number;
  population: { -readonly [K in keyof Range]: Range[K] };
}

const nothing = (): Here => ({ communes: 0, population: { min: 0, max: 0 } });

function addHere(here: Here, share: CommuneShare, population: number): void {
  here.communes += 1;
  here.population.min += share === "whole" ? population : inhabitantsIn(population, [share], "nothing");
  here.population.max += share === "whole" ? population : inhabitantsIn(population, [share], "whole");
}
