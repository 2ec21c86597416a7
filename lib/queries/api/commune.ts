import { partsOf, rangesOf as coveredIn } from "@/lib/coverage";
import { ok, type Result } from "@/lib/kernel/result";
import type { CommuneCoverage } from "@/lib/schemas/api/commune";
import type { Ask } from "../ask";
import { communeCoverage, type CommuneModel, type UnknownCommune } from "../commune-coverage";
import { rangesOf, spanOf } from "./values";

/** `GET /api/v1/communes/{code}`. */
export async function communeAnswer(
  ask: Ask,
  code: string,
): Promise<Result<CommuneCoverage, UnknownCommune>> {
  const found = await communeCoverage(ask, code);
  return found.ok ? ok(answer(found.value)) : found;
}

function answer({
  asOf,
  vintage,
  commune,
  department,
  coverage,
  holders,
  blankLabel,
}: CommuneModel): CommuneCoverage {
  const { signed, validated, intent, none } = partsOf(coverage);
  return {
    asOf,
    vintage,
    commune: {
      code: commune.code,
      name: commune.name,
      population: commune.population,
      areaHectares: commune.areaHectares,
      postalCodes: [...commune.postalCodes],
      department: {
        code: department.code,
        name: department.name,
        region: department.regionName,
        regionCode: department.regionCode,
      },
      epci: commune.epci && { code: commune.epci.code, name: commune.epci.name, kind: commune.epci.kind },
      formerCodes: [...commune.formerCodes],
    },
    stage: coverage.stage,
    possibleStage: coverage.possibleStage,
    estimated: coverage.estimated,
    pastTerm: coverage.pastTerm,
    population: { total: coverage.population, signed, validated, intent, none },
    ranges: rangesOf(coveredIn(coverage)),
    blankLabel,
    cpts: holders.map(({ holder, standing }) => ({
      slug: standing.slug,
      name: standing.name,
      stage: holder.stage,
      possibleStage: holder.possibleStage,
      since: standing.state.since && spanOf(standing.state.since),
      pastTerm: holder.pastTerm,
      share: holder.share,
      basis: holder.basis,
    })),
  };
}
