import type { AttachedCpts, ByStage, CoverageTotals, Extent, Measures, Pair, Range } from "./model";
import { totalsFrom, type RawSums } from "./totals";

/**
 * The coverage of several territories together (a region, the country), recomputed from their raw sums:
 * rates are never averaged, and a CPTS that spans several of them is counted once.
 *
 * The territories share no commune (their totals cannot tell). Throws a RangeError when there is none, or
 * when they are not of the same day.
 */
export function sumCoverage(parts: readonly CoverageTotals[]): CoverageTotals {
  const [first, ...others] = parts;
  if (!first) throw new RangeError("no coverage to add up");
  const stray = others.find((part) => part.asOf !== first.asOf);
  if (stray) throw new RangeError(`coverage of ${stray.asOf} cannot be added to that of ${first.asOf}`);
  return totalsFrom(first.asOf, others.map(rawOf).reduce(addRaw, rawOf(first)), mergeCpts(parts));
}

function rawOf(totals: CoverageTotals): RawSums {
  return { ...totals, blankPopulation: totals.blank.population };
}

function addRaw(a: RawSums, b: RawSums): RawSums {
  return {
    population: addStages(a.population, b.population),
    communes: addStages(a.communes, b.communes),
    areaHectares: addStages(a.areaHectares, b.areaHectares),
    areaUnknownCommunes: a.areaUnknownCommunes + b.areaUnknownCommunes,
    ranges: addRanges(a.ranges, b.ranges),
    estimated: {
      ...addExtent(a.estimated, b.estimated),
      signed: addExtent(a.estimated.signed, b.estimated.signed),
    },
    pastTerm: addExtent(a.pastTerm, b.pastTerm),
    possiblyPastTerm: addExtent(a.possiblyPastTerm, b.possiblyPastTerm),
    blankPopulation: a.blankPopulation + b.blankPopulation,
  };
}

/** Stage, term and perimeter are of the CPTS itself, the same in each territory; only `here` adds up. */
function mergeCpts(parts: readonly CoverageTotals[]): AttachedCpts[] {
  const merged = new Map<string, AttachedCpts>();
  for (const { cpts } of parts) {
    for (const one of cpts) {
      const known = merged.get(one.id);
      if (!known) {
        merged.set(one.id, one);
        continue;
      }
      const communes = known.here.communes + one.here.communes;
      const population = addRange(known.here.population, one.here.population);
      merged.set(one.id, { ...known, here: { communes, population } });
    }
  }
  return [...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const addStages = (a: ByStage, b: ByStage): ByStage => ({
  none: a.none + b.none,
  intent: a.intent + b.intent,
  validated: a.validated + b.validated,
  signed: a.signed + b.signed,
});

const addExtent = (a: Extent, b: Extent): Extent => ({
  population: a.population + b.population,
  communes: a.communes + b.communes,
});

const addRange = (a: Range, b: Range): Range => ({ min: a.min + b.min, max: a.max + b.max });

const addPair = (a: Pair<Range>, b: Pair<Range>): Pair<Range> => ({
  signed: addRange(a.signed, b.signed),
  signedOrUnderWay: addRange(a.signedOrUnderWay, b.signedOrUnderWay),
});

const addRanges = (a: Measures<Pair<Range>>, b: Measures<Pair<Range>>): Measures<Pair<Range>> => ({
  population: addPair(a.population, b.population),
  communes: addPair(a.communes, b.communes),
  areaHectares: addPair(a.areaHectares, b.areaHectares),
});
