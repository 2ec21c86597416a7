import manifest from "@/prisma/reference/manifest.json";

/** The years of the reference data: every figure of population or commune is of these. */
export interface Vintages {
  /** Code officiel géographique (communes, departments, regions), INSEE. */
  readonly cog: number;
  /** Populations municipales, INSEE; another year for Mayotte, which is counted apart. */
  readonly population: number;
}

/** Mayotte's last published populations municipales are older than elsewhere. */
const MAYOTTE = "976";

/** The vintages of a department's figures; of the country's (but Mayotte's) when none is told. */
export function vintagesOf(department?: string): Vintages {
  const { cog, population, populationMayotte } = manifest.vintages;
  return { cog, population: department === MAYOTTE ? populationMayotte : population };
}

/** Who the reference data come from, as their licences ask to be told. */
export const REFERENCE_ATTRIBUTION: string = manifest.attribution;
