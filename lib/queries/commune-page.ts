import type { BlankLabel, CommuneCoverage, PerimeterKind } from "../coverage";
import type { CommuneDetail } from "../db/repositories/communes";
import { listMemberships } from "../db/repositories/cpts";
import { findEvidence } from "../db/repositories/sources";
import { span, type IsoDay, type Span } from "../kernel/date";
import type { CommuneShare, PerimeterBasis, PerimeterMembership } from "../record/cpts";
import type { Stage, StageState } from "../record/lifecycle";
import type { Citation } from "../record/sources";
import type { Ask } from "./ask";
import { publishedCpts } from "./blank-label";
import { atRevision } from "./cache";
import { changesAround, type ChangesAround } from "./change-days";
import { communeCoverage, type CommuneModel } from "./commune-coverage";
import { communeMap, type CommuneMapModel, type LocatedTerritory } from "./commune-map";
import { isDescribed } from "./country-coverage";
import { departmentCoverage, type DepartmentCoverage } from "./department-coverage";
import { footnotes, type Footnotes } from "./footnotes";
import { openWorld, type World } from "./world";

/** A CPTS whose territory holds the commune that day. */
export interface CommuneHolder {
  readonly slug: string;
  readonly name: string;
  readonly stage: Stage;
  /** A higher stage that an uncertain day makes possible. */
  readonly possibleStage: Stage | null;
  /** Since when the commune is covered at this stage: the later of the stage and of the membership. */
  readonly since: Span | null;
  readonly term: Span | null;
  readonly pastTerm: StageState["pastTerm"];
  readonly share: CommuneShare;
  readonly basis: PerimeterBasis;
  /** The sentences that the stage stands on. */
  readonly stageCitations: readonly string[];
  /** What the perimeter stands on: for an estimate, the EPCI whose communes stand in for it. */
  readonly perimeter: Citation;
}

/** A stretch of time in a territory, present or past. */
export interface CommuneMembership extends Pick<PerimeterMembership, "from" | "to" | "share" | "basis"> {
  readonly slug: string;
  readonly name: string;
  readonly citation: string;
}

export interface Neighbour {
  readonly code: string;
  readonly name: string;
}

/**
 * Where a commune that nobody holds stands:
 * - `not_described`: the record describes no CPTS of its department: nothing can be said;
 * - otherwise the department's own label.
 */
export type Outside = BlankLabel | "not_described";

export interface CommunePage {
  readonly kind: "commune";
  readonly asOf: IsoDay;
  readonly commune: CommuneDetail;
  readonly cog: number;
  readonly stage: Stage;
  readonly possibleStage: Stage | null;
  /** Held in part only: inhabitants covered by a signed CPTS, from certain to possible; null when held whole or not at all. */
  readonly partlySigned: { readonly min: number; readonly max: number } | null;
  readonly holders: readonly CommuneHolder[];
  /** Null when a CPTS holds it, for certain or perhaps. */
  readonly outside: Outside | null;
  /** CPTS of the department, signed or perhaps, of which no perimeter is known. */
  readonly unlocated: readonly { readonly slug: string; readonly name: string }[];
  /** CPTS described in the department that day. */
  readonly describedInDepartment: number;
  /** Signed CPTS of the department as the last source that counts them gives them; null where none does. */
  readonly publishedInDepartment: number | null;
  /** Earliest first. */
  readonly history: readonly CommuneMembership[];
  /** The commune whose contour holds this one on the maps, and those that this one's contour holds. */
  readonly contour: { readonly heldBy: Neighbour | null; readonly holds: readonly Neighbour[] };
  /** Null where no polygon is known. */
  readonly map: CommuneMapModel | null;
  readonly changes: ChangesAround;
  /** Number of the footnote that the population stands on. */
  readonly populationSource: number;
  readonly footnotes: Footnotes;
}

/** A code of the past: the communes of today that had it or absorbed it, most populated first. */
export interface CommuneMoved {
  readonly kind: "moved";
  readonly code: string;
  readonly successors: readonly Neighbour[];
}

const POPULATION_CITATION = "insee-pmun-2023-population";
const EPCI_CITATION = "cog-2026-epci";

/**
 * The commune of this INSEE code on `ask.asOf`, who covers it and since when; its successors for a code of
 * the past; null for a code that is none. Computed once per (revision, day, commune). Throws Forbidden.
 */
export async function communePage(ask: Ask, code: string): Promise<CommunePage | CommuneMoved | null> {
  const answer = await communeCoverage(ask, code);
  if (!answer.ok) {
    const { successors } = answer.error;
    return successors.length === 0 ? null : { kind: "moved", code, successors };
  }
  const world = await openWorld(ask.viewer);
  const department = await departmentCoverage(ask, answer.value.department.code);
  if (!department) throw new RangeError(`commune ${code} is of no department`);
  return atRevision(world.revision, `commune-page ${ask.asOf} ${code}`, () =>
    compute(world, department, answer.value),
  );
}

async function compute(
  world: World,
  department: DepartmentCoverage,
  { asOf, vintage, commune, coverage: covered, holders, blankLabel }: CommuneModel,
): Promise<CommunePage> {
  const { prisma } = world.db;
  const { code } = commune;
  const memberships = await listMemberships(prisma, code);
  const active = memberships.filter(({ from, to }) => from <= asOf && (to === null || asOf < to));
  const holding = holders.map(({ holder, standing: { state } }) => {
    const membership = active.find(({ slug }) => slug === holder.id);
    if (!membership) throw new RangeError(`${holder.id} holds ${code} without a membership`);
    return { holder, state, events: eventsOf(world, holder.id, asOf), membership };
  });
  const cited = [
    ...holding.flatMap(({ events, membership }) => [...events, membership.citation]),
    ...memberships.map(({ citation }) => citation),
    POPULATION_CITATION,
    ...(holding.some(({ membership }) => membership.basis === "estimated") ? [EPCI_CITATION] : []),
  ];
  const evidence = await findEvidence(prisma, cited);
  const notes = footnotes(cited, evidence);
  const citationOf = new Map(evidence.citations.map((citation) => [citation.id, citation]));
  const described = department.coverage.cpts.filter(isDescribed);

  return {
    kind: "commune",
    asOf,
    commune,
    cog: vintage.cog,
    stage: covered.stage,
    possibleStage: covered.possibleStage,
    partlySigned: covered.partial?.ranges.signed ?? null,
    holders: holding.map(({ holder, state, events, membership }): CommuneHolder => {
      const perimeter = citationOf.get(membership.citation);
      if (!perimeter) throw new RangeError(`citation ${membership.citation} is not on record`);
      return {
        slug: holder.id,
        name: nameOf(world, holder.id),
        stage: holder.stage,
        possibleStage: holder.possibleStage,
        since: state.since && notBefore(state.since, membership.from),
        term: state.term,
        pastTerm: holder.pastTerm,
        share: holder.share,
        basis: holder.basis,
        stageCitations: events,
        perimeter,
      };
    }),
    outside: outsideOf(covered, described.length, blankLabel),
    unlocated: described
      .filter(({ stage, possibleStage, perimeter }) => isUnlocated(stage, possibleStage, perimeter))
      .map(({ id }) => ({ slug: id, name: nameOf(world, id) })),
    describedInDepartment: described.length,
    publishedInDepartment: publishedCpts(department.published, asOf),
    history: memberships
      .map(({ slug, from, to, share, basis, citation }) => ({
        slug,
        name: nameOf(world, slug),
        from,
        to,
        share,
        basis,
        citation,
      }))
      .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    contour: contourOf(world, code),
    map: await communeMap(
      world,
      commune.department.code,
      commune.contourHeldBy ?? code,
      locatedIn(department, covered),
      asOf,
    ),
    changes: changesAround(
      world,
      asOf,
      memberships.map(({ slug }) => slug),
    ),
    populationSource: notes.numberOf(POPULATION_CITATION),
    footnotes: notes,
  };
}

/** The citations of what had happened to a CPTS, for certain or perhaps, by that day. */
function eventsOf(world: World, slug: string, asOf: IsoDay): string[] {
  const events = world.cptsBySlug.get(slug)?.events ?? [];
  return events.filter(({ when }) => when.earliest <= asOf).map(({ citation }) => citation);
}

function outsideOf(
  { holders }: CommuneCoverage,
  described: number,
  label: BlankLabel | null,
): Outside | null {
  if (holders.some(({ stage, possibleStage }) => stage !== "none" || possibleStage !== null)) return null;
  return described === 0 ? "not_described" : label;
}

function locatedIn({ coverage }: DepartmentCoverage, { holders }: CommuneCoverage): LocatedTerritory[] {
  return coverage.cpts
    .filter((cpts) => isDescribed(cpts) && cpts.perimeter !== "unknown")
    .map(({ id, perimeter }) => ({
      slug: id,
      holds: holders.some((holder) => holder.id === id),
      estimated: perimeter === "estimated",
    }));
}

function isUnlocated(stage: Stage, possibleStage: Stage | null, perimeter: PerimeterKind): boolean {
  return perimeter === "unknown" && (stage === "signed" || possibleStage === "signed");
}

function contourOf(world: World, code: string): CommunePage["contour"] {
  const neighbour = ({ code: other, name }: Neighbour): Neighbour => ({ code: other, name });
  const commune = world.commune.get(code);
  const holder = commune?.contourHeldBy ? world.commune.get(commune.contourHeldBy) : undefined;
  const siblings = world.communesOf.get(commune?.departmentCode ?? "") ?? [];
  return {
    heldBy: holder ? neighbour(holder) : null,
    holds: siblings.filter(({ contourHeldBy }) => contourHeldBy === code).map(neighbour),
  };
}

const nameOf = (world: World, slug: string): string => world.cptsBySlug.get(slug)?.name ?? slug;

/** An uncertain day, once it cannot be before `from`. */
function notBefore({ earliest, latest }: Span, from: IsoDay): Span {
  return span(earliest < from ? from : earliest, latest < from ? from : latest);
}
