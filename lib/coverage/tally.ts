import { STAGES, type Stage } from "../record/lifecycle";
import { zeroByStage, type RawSums } from "./totals";
import type { CommuneFacts, Cover, Extent, Pair, PartialCover, Range } from "./model";
import { partsOf, rangesOf, UNCOVERED } from "./cover";

/** Communes covered alike, put together: their inhabitants, number, hectares, and how many have no known area. */
interface Group {
  readonly cover: Cover;
  population: number;
  communes: number;
  hectares: number;
  areaUnknown: number;
}

/**
 * Raw sums of a territory, from its communes and, in the same order, their covers. Communes that share a {@link Cover} are first put together, so that the pass
 * over the communes does no more than four additions each.
 */
export function sumCommunes(communes: readonly CommuneFacts[], covers: readonly Cover[]): RawSums {
  const groups = new Map<Cover, Group>();
  let last: Group | undefined;
  communes.forEach((commune, i) => {
    const cover = covers[i] ?? UNCOVERED;
    // Neighbours by code are often held by the same CPTS.
    let group = last?.cover === cover ? last : groups.get(cover);
    if (!group) {
      group = { cover, population: 0, communes: 0, hectares: 0, areaUnknown: 0 };
      groups.set(cover, group);
    }
    group.population += commune.population;
    group.communes += 1;
    if (commune.areaHectares === null) group.areaUnknown += 1;
    else group.hectares += commune.areaHectares;
    last = group;
  });
  return sumGroups(groups.values());
}

function sumGroups(groups: Iterable<Group>): RawSums {
  const population = zeroByStage();
  const communes = zeroByStage();
  const areaHectares = zeroByStage();
  const ranges = { population: zeroPair(), communes: zeroPair(), areaHectares: zeroPair() };
  const estimated = { ...zeroExtent(), signed: zeroExtent() };
  const pastTerm = zeroExtent();
  const possiblyPastTerm = zeroExtent();
  let areaUnknownCommunes = 0;
  let blankPopulation = 0;
  for (const group of groups) {
    const { cover, communes: count, hectares } = group;
    const whole = { ...cover, population: group.population };
    const parts = partsOf(whole);
    const covered = rangesOf(whole);
    const wholeStage = cover.partial ? cover.partial.wholeStage : cover.stage;
    const highest = cover.possibleStage ?? cover.stage;
    for (const stage of STAGES) population[stage] += parts[stage];
    communes[cover.stage] += count;
    areaHectares[wholeStage] += hectares;
    areaUnknownCommunes += group.areaUnknown;
    if (cover.stage === "none") blankPopulation += group.population;
    for (const which of PAIR) {
      const covers = COVERS[which];
      const some = covers(highest) ? 1 : 0;
      addTo(ranges.population[which], covered[which].min, covered[which].max);
      addTo(ranges.communes[which], covers(cover.stage) ? count : 0, some * count);
      addTo(ranges.areaHectares[which], covers(wholeStage) ? hectares : 0, some * hectares);
    }
    const rest = cover.partial ?? wholeCover(cover, group.population);
    addExtent(estimated, rest.estimated.signedOrUnderWay, cover.estimated ? count : 0);
    const signedEstimated = cover.estimated && cover.stage === "signed";
    addExtent(estimated.signed, rest.estimated.signed, signedEstimated ? count : 0);
    const { certain, possible } = rest.pastTerm;
    addExtent(pastTerm, certain, cover.pastTerm === "yes" ? count : 0);
    addExtent(possiblyPastTerm, possible - certain, cover.pastTerm === "possibly" ? count : 0);
  }
  return {
    population,
    communes,
    areaHectares,
    areaUnknownCommunes,
    ranges,
    estimated,
    pastTerm,
    possiblyPastTerm,
    blankPopulation,
  };
}

/** What a {@link PartialCover} says, of communes held whole. */
function wholeCover(cover: Cover, population: number): Pick<PartialCover, "estimated" | "pastTerm"> {
  const { stage, estimated, pastTerm } = cover;
  return {
    estimated: {
      signed: estimated && stage === "signed" ? population : 0,
      signedOrUnderWay: estimated ? population : 0,
    },
    pastTerm: {
      certain: pastTerm === "yes" ? population : 0,
      possible: pastTerm === "no" ? 0 : population,
    },
  };
}

const PAIR = ["signed", "signedOrUnderWay"] as const;
const COVERS: Pair<(stage: Stage) => boolean> = {
  signed: (stage) => stage === "signed",
  signedOrUnderWay: (stage) => stage !== "none",
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };
const zeroExtent = (): Writable<Extent> => ({ population: 0, communes: 0 });
const zeroPair = (): Pair<Writable<Range>> => ({
  signed: { min: 0, max: 0 },
  signedOrUnderWay: { min: 0, max: 0 },
});

function addTo(range: Writable<Range>, min: number, max: number): void {
  range.min += min;
  range.max += max;
}

function addExtent(extent: Writable<Extent>, population: number, communes: number): void {
  extent.population += population;
  extent.communes += communes;
}
