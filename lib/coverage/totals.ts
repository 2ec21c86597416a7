import type { IsoDay } from "../kernel/date";
import { rate } from "../kernel/rate";
import type { AttachedCpts, BlankLabel, ByStage, CoverageTotals, StageTotals } from "./model";

/** What adds up from commune to commune and from territory to territory; the rest follows from it. */
export type RawSums = Pick<
  CoverageTotals,
  "areaUnknownCommunes" | "ranges" | "estimated" | "pastTerm" | "possiblyPastTerm"
> & {
  readonly population: ByStage;
  readonly communes: ByStage;
  readonly areaHectares: ByStage;
  readonly blankPopulation: number;
};

/** The totals that follow from raw sums and from the CPTS of the territory (by id, each once). */
export function totalsFrom(asOf: IsoDay, sums: RawSums, cpts: readonly AttachedCpts[]): CoverageTotals {
  const population = withTotal(sums.population);
  const communes = withTotal(sums.communes);
  const areaHectares = withTotal(sums.areaHectares);
  const cptsCount = zeroByStage();
  const signedCpts = { min: 0, max: 0 };
  let label: BlankLabel = "zone_blanche";
  for (const { stage, possibleStage, perimeter } of cpts) {
    cptsCount[stage] += 1;
    if (stage === "signed") signedCpts.min += 1;
    if (stage !== "signed" && possibleStage !== "signed") continue;
    signedCpts.max += 1;
    if (perimeter === "unknown") label = "hors_perimetre_connu";
  }
  const { areaUnknownCommunes, ranges, estimated, pastTerm, possiblyPastTerm } = sums;
  return {
    asOf,
    population,
    communes,
    areaHectares,
    areaUnknownCommunes,
    rates: {
      population: ratesOf(population),
      communes: ratesOf(communes),
      areaHectares: ratesOf(areaHectares),
    },
    ranges,
    estimated,
    pastTerm,
    possiblyPastTerm,
    cpts,
    cptsCount,
    signedCpts,
    blank: { label, communes: communes.none, population: sums.blankPopulation },
  };
}

export const zeroByStage = (): { -readonly [K in keyof ByStage]: ByStage[K] } => ({
  none: 0,
  intent: 0,
  validated: 0,
  signed: 0,
});

function withTotal({ none, intent, validated, signed }: ByStage): StageTotals {
  return { none, intent, validated, signed, total: none + intent + validated + signed };
}

const ratesOf = ({ total, none, signed }: StageTotals) => ({
  signed: rate(signed, total),
  signedOrUnderWay: rate(total - none, total),
});
