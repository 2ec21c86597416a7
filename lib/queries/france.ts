import { listPublishedFigures } from "../db/repositories/published";
import { findEvidence } from "../db/repositories/sources";
import type { IsoDay } from "../kernel/date";
import type { Ask } from "./ask";
import { atRevision } from "./cache";
import { changesAround, type ChangesAround } from "./change-days";
import { countryCoverage } from "./country-coverage";
import { footnotes, type Footnotes } from "./footnotes";
import { nationalFigures, type NationalFigures } from "./national-figures";
import {
  countDescribed,
  dataFirst,
  departmentRow,
  describedIn,
  regionRow,
  type DepartmentRow,
  type DescribedCpts,
  type RegionRow,
} from "./territory-rows";
import { vintagesOf, type Vintages } from "./vintages";
import { openWorld, type World } from "./world";

/** The country on a day: what Maillage describes and, apart from it, what is published. */
export interface France {
  readonly asOf: IsoDay;
  readonly vintage: Vintages;
  readonly population: number;
  /** All of them; those that hold data first. */
  readonly departments: readonly DepartmentRow[];
  /** All of them; those that hold data first, then by name. */
  readonly regions: readonly RegionRow[];
  readonly cpts: DescribedCpts;
  readonly national: NationalFigures;
  readonly changes: ChangesAround;
  readonly footnotes: Footnotes;
}

/** The sentence of the reference that says what coverage is counted with. */
export const POPULATION_CITATION = "insee-pmun-2023-population";

/** The read model of `/` and `/departements`, computed once per (revision, day). Throws Forbidden. */
export async function france(ask: Ask): Promise<France> {
  const world = await openWorld(ask.viewer);
  return atRevision(world.revision, `france ${ask.asOf}`, () => compute(world, ask.asOf));
}

async function compute(world: World, asOf: IsoDay): Promise<France> {
  const { prisma } = world.db;
  const [{ departments }, figures] = await Promise.all([
    countryCoverage(world, asOf),
    listPublishedFigures(prisma),
  ]);
  const national = nationalFigures(figures);
  const rows = departments.map(departmentRow).toSorted(dataFirst);
  const cited = [...citationsOf(national), POPULATION_CITATION, ...publishedIn(rows)];
  return {
    asOf,
    vintage: vintagesOf(),
    population: world.departments.reduce((sum, { population }) => sum + population, 0),
    departments: rows,
    regions: world.regions
      .map((region) =>
        regionRow(
          region,
          departments.filter(({ department }) => department.regionCode === region.code),
          national.uncoveredRateOf.get(region.code) ?? null,
        ),
      )
      .toSorted((a, b) => (a.state === "none" && b.state === "none" ? byName(a, b) : dataFirst(a, b))),
    cpts: countDescribed(describedIn(departments)),
    national,
    changes: changesAround(world, asOf),
    footnotes: footnotes(cited, await findEvidence(prisma, cited)),
  };
}

function citationsOf({ uncoveredRateOf, payments, ...figures }: NationalFigures): string[] {
  const { coveredRate, uncovered, signedCpts, validatedProjects, lettersOfIntent } = figures;
  return [
    coveredRate,
    uncovered,
    ...payments.flatMap(({ cents, cpts }) => [cents, cpts]),
    signedCpts,
    validatedProjects,
    lettersOfIntent,
    ...uncoveredRateOf.values(),
  ].flatMap((figure) => (figure === null ? [] : [figure.citation]));
}

const publishedIn = (rows: readonly DepartmentRow[]): string[] =>
  rows.flatMap(({ published }) => (published === null ? [] : [published.citation]));

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, "fr");
