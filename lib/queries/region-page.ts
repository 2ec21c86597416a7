import { findEvidence } from "../db/repositories/sources";
import type { IsoDay } from "../kernel/date";
import type { Ask } from "./ask";
import { atRevision } from "./cache";
import type { ChangesAround } from "./change-days";
import { footnotes, type Footnotes } from "./footnotes";
import { france, POPULATION_CITATION } from "./france";
import type { DepartmentRow, RegionRow } from "./territory-rows";
import { openWorld } from "./world";

export interface RegionPage {
  readonly asOf: IsoDay;
  readonly region: RegionRow;
  /** Those that hold data first. */
  readonly departments: readonly DepartmentRow[];
  readonly changes: ChangesAround;
  readonly footnotes: Footnotes;
}

/** One region as the country counts it; null when no region has this code. Throws Forbidden. */
export async function regionPage(ask: Ask, code: string): Promise<RegionPage | null> {
  const { regions, departments, changes, asOf } = await france(ask);
  const region = regions.find((one) => one.code === code);
  if (!region) return null;
  const world = await openWorld(ask.viewer);
  return atRevision(world.revision, `region ${asOf} ${code}`, async () => {
    const own = departments.filter(({ regionCode }) => regionCode === code);
    const cited = [
      ...[region.publishedUncovered, ...own.map(({ published }) => published)].flatMap((figure) =>
        figure === null ? [] : [figure.citation],
      ),
      POPULATION_CITATION,
    ];
    const evidence = await findEvidence(world.db.prisma, cited);
    return { asOf, region, departments: own, changes, footnotes: footnotes(cited, evidence) };
  });
}
