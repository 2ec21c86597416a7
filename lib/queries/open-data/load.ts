import { coverageOf, type CommuneCoverage } from "../../coverage";
import type { CommuneRow } from "../../db/repositories/communes";
import { listFunding } from "../../db/repositories/cpts";
import { listPublishedCoverage, listPublishedFigures } from "../../db/repositories/published";
import { findEvidence, type Evidence } from "../../db/repositories/sources";
import type { FundingFact, PublishedCoverage, PublishedFigure, StatedFigure } from "../../record/cpts";
import type { DatedEvent, DepartmentLink, PerimeterMembership } from "../../record/cpts";
import { cptsListInAddress } from "../../schemas/cpts-address";
import type { Ask } from "../ask";
import { atRevision } from "../cache";
import { cptsList, type CptsList } from "../cpts-list";
import { france, type France } from "../france";
import { listedIn, openWorld, type World } from "../world";

type Of<Fact> = Fact & { readonly slug: string };

export interface OpenCommune extends CommuneCoverage {
  readonly row: CommuneRow;
}

/** What the open tables are made of: the public record alone, never what only accounts may read. */
export interface OpenFacts {
  readonly list: CptsList;
  readonly france: France;
  readonly links: readonly Of<DepartmentLink>[];
  readonly events: readonly Of<DatedEvent>[];
  readonly memberships: readonly Of<PerimeterMembership>[];
  readonly figures: readonly Of<StatedFigure>[];
  readonly funding: readonly (FundingFact & {
    readonly slug: string | null;
    readonly department: string | null;
  })[];
  readonly publishedCoverage: readonly PublishedCoverage[];
  readonly publishedFigures: readonly PublishedFigure[];
  readonly evidence: Evidence;
  readonly communes: number;
}

/** Computed once per (revision, day). Throws Forbidden. */
export async function openFacts(ask: Ask): Promise<OpenFacts> {
  const world = await openWorld(ask.viewer);
  return atRevision(world.revision, `open-facts ${ask.asOf} ${ask.today}`, () => load(world, ask));
}

async function load(world: World, ask: Ask): Promise<OpenFacts> {
  const { prisma } = world.db;
  const [list, whole, funding, publishedCoverage, publishedFigures] = await Promise.all([
    cptsList(ask, cptsListInAddress({})),
    france(ask),
    listFunding(prisma),
    listPublishedCoverage(prisma),
    listPublishedFigures(prisma),
  ]);
  const each = <Fact>(of: (cpts: World["cpts"][number]) => readonly Fact[]): Of<Fact>[] =>
    world.cpts.flatMap((cpts) => of(cpts).map((fact) => ({ ...fact, slug: cpts.slug })));
  const facts = {
    links: each(({ departments }) => departments),
    events: each(({ events }) => events),
    memberships: each(({ memberships }) => memberships),
    figures: each(({ figures }) => figures),
    funding,
    publishedCoverage,
    publishedFigures,
  };
  const cited = Object.values(facts).flatMap((rows) => rows.map(({ citation }) => citation));
  const evidence = await findEvidence(prisma, cited);
  return { list, france: whole, ...facts, evidence, communes: world.commune.size };
}

/** Every commune with its coverage that day, department by department: none is kept once it is written. */
export async function* openCommunes({ viewer, asOf }: Ask): AsyncGenerator<OpenCommune> {
  const world = await openWorld(viewer);
  for (const { code } of world.departments) {
    const communes = world.communesOf.get(code) ?? [];
    const { byCommune } = coverageOf(communes, world.index, asOf, {
      listedCpts: listedIn(world, new Set([code])),
    });
    for (const covered of byCommune) {
      const row = world.commune.get(covered.code);
      if (row) yield { ...covered, row };
    }
  }
}
