import { coverageHistory, type BlankLabel, type Coverage, type HistoryStep } from "../coverage";
import type { CommuneRow } from "../db/repositories/communes";
import { listDepartmentFunding, type CptsSummary } from "../db/repositories/cpts";
import { findEvidence } from "../db/repositories/sources";
import type { Department } from "../db/repositories/territories";
import type { IsoDay } from "../kernel/date";
import type { FundingFact, PublishedCoverage } from "../record/cpts";
import type { Ask } from "./ask";
import { atRevision } from "./cache";
import { departmentCoverage, type DepartmentCoverage, type DepartmentCpts } from "./department-coverage";
import { departmentMap, type DepartmentMapModel } from "./department-map";
import { epciNames } from "./epcis";
import { footnotes, type Footnotes } from "./footnotes";
import { yearlyMaximum, type YearlyMaximum } from "./yearly-maximum";
import { openWorld, type World } from "./world";

/** One CPTS in the department's list, map and table. */
export interface DepartmentCptsRow extends DepartmentCpts {
  /** The EPCI whose communes stand in for an estimated perimeter. */
  readonly estimatedFrom: readonly string[];
  readonly maximum: YearlyMaximum | null;
  /** Citation of the event that gave the stage, and of the size tier. */
  readonly stageCitation: string | null;
  readonly communesHere: readonly string[];
}

/** Blank communes of one EPCI. */
export interface BlankEpci {
  readonly name: string | null;
  readonly communes: number;
  readonly population: number;
}

export interface DepartmentPage {
  readonly department: Department;
  readonly asOf: IsoDay;
  readonly coverage: Coverage;
  readonly communes: readonly CommuneRow[];
  /** Located first, most populated first; then those of unknown perimeter, by name. */
  readonly cpts: readonly DepartmentCptsRow[];
  readonly published: readonly PublishedCoverage[];
  readonly blankByEpci: readonly BlankEpci[];
  readonly blankLabel: BlankLabel;
  readonly history: readonly HistoryStep[];
  /** First and last day of the history. */
  readonly historyFrom: IsoDay;
  readonly historyTo: IsoDay;
  /** Money that a source states for the department without naming a CPTS. */
  readonly funding: readonly FundingFact[];
  readonly map: DepartmentMapModel;
  readonly footnotes: Footnotes;
}

/** The first agreement is of 20 June 2019: nothing was signed before. */
const HISTORY_FROM: IsoDay = "2019-06-20";

/** The page of a department on `ask.asOf`, or null where there is no such department. Throws Forbidden. */
export async function departmentPage(ask: Ask, code: string): Promise<DepartmentPage | null> {
  const coverage = await departmentCoverage(ask, code);
  if (!coverage) return null;
  const world = await openWorld(ask.viewer);
  return atRevision(coverage.revision, `department-page ${ask.today} ${ask.asOf} ${code}`, () =>
    compute(world, coverage, ask),
  );
}

async function compute(
  world: World,
  known: DepartmentCoverage,
  { asOf, today }: Ask,
): Promise<DepartmentPage> {
  const { department, coverage, communes, published } = known;
  const cpts = rowsOf(world, known);
  const funding = await listDepartmentFunding(world.db.prisma, department.code);
  const historyTo = asOf > today ? asOf : today;
  const cited = [
    ...published.map(({ citation }) => citation),
    ...cpts.flatMap(({ stageCitation, size }) => [stageCitation, size.citation]),
    ...cpts.flatMap(({ slug, perimeter }) =>
      perimeter === "unknown" ? [] : perimeterCitations(world, slug),
    ),
    ...funding.map(({ citation }) => citation),
  ].filter((citation) => citation !== null);
  return {
    department,
    asOf,
    coverage,
    communes,
    cpts,
    published,
    blankByEpci: blankByEpci(coverage, communes),
    blankLabel: coverage.blank.label,
    history: coverageHistory(communes, world.index, HISTORY_FROM, historyTo, {
      listedCpts: cpts.map(({ slug }) => slug),
    }),
    historyFrom: HISTORY_FROM,
    historyTo,
    funding,
    map: await departmentMap(
      world,
      department.code,
      asOf,
      cpts
        .filter(({ communesHere, state }) => communesHere.length > 0 && state.stage !== "none")
        .map(({ slug, state, communesHere }) => ({ slug, stage: state.stage, communes: communesHere })),
    ),
    footnotes: footnotes(cited, await findEvidence(world.db.prisma, cited)),
  };
}

function rowsOf(world: World, { cpts, coverage, asOf }: DepartmentCoverage): DepartmentCptsRow[] {
  const held = new Map<string, string[]>();
  for (const { code, holders } of coverage.byCommune) {
    for (const { id } of holders) held.set(id, [...(held.get(id) ?? []), code]);
  }
  const rows = cpts.map((one): DepartmentCptsRow => {
    const communesHere = held.get(one.slug) ?? [];
    return {
      ...one,
      communesHere,
      estimatedFrom:
        one.perimeter === "estimated" ? epciNames(world, activeCommunes(world, one.slug, asOf)) : [],
      maximum: one.state.stage === "none" ? null : yearlyMaximum(one.size, asOf),
      stageCitation: stageCitation(world.cptsBySlug.get(one.slug), one),
    };
  });
  return rows.sort(
    (a, b) =>
      Number(b.here !== null) - Number(a.here !== null) ||
      (b.here?.population.min ?? 0) - (a.here?.population.min ?? 0) ||
      a.name.localeCompare(b.name, "fr"),
  );
}

/** The citation of the event that began the present stage. */
function stageCitation(summary: CptsSummary | undefined, { state }: DepartmentCpts): string | null {
  const began = summary?.events.find(
    ({ when }) => when.earliest === state.since?.earliest && when.latest === state.since.latest,
  );
  return began?.citation ?? null;
}

function activeCommunes(world: World, slug: string, asOf: IsoDay): string[] {
  const memberships = world.cptsBySlug.get(slug)?.memberships ?? [];
  return memberships
    .filter(({ from, to }) => from <= asOf && (to === null || asOf < to))
    .map(({ commune }) => commune);
}

function perimeterCitations(world: World, slug: string): string[] {
  return [...new Set((world.cptsBySlug.get(slug)?.memberships ?? []).map(({ citation }) => citation))];
}

function blankByEpci({ blankCommunes }: Coverage, communes: readonly CommuneRow[]): BlankEpci[] {
  const epciOf = new Map(communes.map(({ code, epciName }) => [code, epciName]));
  const sums = new Map<string | null, { communes: number; population: number }>();
  for (const { code, population } of blankCommunes) {
    const name = epciOf.get(code) ?? null;
    const sum = sums.get(name) ?? { communes: 0, population: 0 };
    sums.set(name, { communes: sum.communes + 1, population: sum.population + population });
  }
  return [...sums]
    .map(([name, sum]) => ({ name, ...sum }))
    .sort((a, b) => b.population - a.population || (a.name ?? "").localeCompare(b.name ?? "", "fr"));
}
