import manifest from "@/prisma/reference/manifest.json";
import { perimeterOf } from "../coverage";
import { findEvidence, listSources } from "../db/repositories/sources";
import {
  ADVANCE_PERCENT,
  ARTICLES,
  DEADLINES_SOURCE,
  LINE_NAMES,
  MISSION_DEADLINES,
  MISSIONS,
  NATURE_NAMES,
  SCHEDULES,
  TERM_MONTHS,
  type Article,
  type Mission,
  type Nature,
} from "../funding";
import type { IsoDay } from "../kernel/date";
import type { Citation, Source } from "../record/sources";
import type { Ask } from "./ask";
import { atRevision } from "./cache";
import { PROFESSIONAL_CEILING, type ProfessionalCeiling } from "./method-facts";
import { methodSchedules, type MethodSchedule } from "./method-schedules";
import { openWorld, type World } from "./world";

/** What the page says of one mission: what each schedule makes of it, and when it must have started. */
export interface MethodMission {
  readonly mission: Mission;
  readonly name: string;
  /** In the order of the schedules; null where a schedule does not have it. */
  readonly natures: readonly (Nature | null)[];
  /** The same in French. */
  readonly natureNames: readonly (string | null)[];
  /** Months after the signature; null: no deadline. */
  readonly deadlines: { readonly startMonths: number; readonly deploymentMonths: number } | null;
}

/** Which EPCI stand in for the territory of a CPTS that no source lists. */
export interface EstimatedPerimeter {
  readonly slug: string;
  readonly name: string;
  readonly epci: readonly { readonly name: string; readonly communes: number }[];
  readonly communes: number;
  /** What the estimate stands on, and how far it is from what is published. */
  readonly citation: Citation | null;
}

export interface HeldContour {
  readonly code: string;
  readonly name: string;
  readonly heldBy: { readonly code: string; readonly name: string };
}

export interface Method {
  readonly asOf: IsoDay;
  readonly schedules: readonly MethodSchedule[];
  readonly missions: readonly MethodMission[];
  readonly deadlinesSource: string;
  readonly advancePercent: number;
  readonly termMonths: number;
  readonly rules: readonly (Article & { readonly id: string })[];
  readonly ceiling: ProfessionalCeiling;
  readonly perimeters: readonly EstimatedPerimeter[];
  /** CPTS of which no perimeter is known that day. */
  readonly unlocated: readonly { readonly slug: string; readonly name: string }[];
  readonly reference: {
    readonly vintages: typeof manifest.vintages;
    readonly counts: typeof manifest.counts;
    readonly attribution: string;
    readonly heldContours: readonly HeldContour[];
    readonly withoutEpci: number;
  };
  readonly sources: readonly Source[];
}

/**
 * What the figures stand on, read from the very files that the engine and the reference are made of.
 * Computed once per (revision, day). Throws Forbidden.
 */
export async function method(ask: Ask): Promise<Method> {
  const world = await openWorld(ask.viewer);
  return atRevision(world.revision, `method ${ask.asOf}`, () => compute(world, ask.asOf));
}

async function compute(world: World, asOf: IsoDay): Promise<Method> {
  const { prisma } = world.db;
  const communes = [...world.commune.values()];
  const { vintages, counts, attribution } = manifest;
  return {
    asOf,
    schedules: methodSchedules(),
    missions: MISSIONS.map(missionOf),
    deadlinesSource: DEADLINES_SOURCE,
    advancePercent: ADVANCE_PERCENT,
    termMonths: TERM_MONTHS,
    rules: Object.entries<Article>(ARTICLES).map(([id, article]) => ({ id, ...article })),
    ceiling: PROFESSIONAL_CEILING,
    perimeters: await estimatedPerimeters(world, asOf),
    unlocated: world.index.cpts
      .filter((cpts) => perimeterOf(cpts, asOf) === "unknown")
      .map(({ id }) => ({ slug: id, name: world.cptsBySlug.get(id)?.name ?? id })),
    reference: {
      vintages,
      counts,
      attribution,
      heldContours: communes.flatMap(({ code, name, contourHeldBy }) => {
        const holder = contourHeldBy === null ? undefined : world.commune.get(contourHeldBy);
        return holder ? [{ code, name, heldBy: { code: holder.code, name: holder.name } }] : [];
      }),
      withoutEpci: communes.filter(({ epciName }) => epciName === null).length,
    },
    sources: await listSources(prisma),
  };
}

function missionOf(mission: Mission): MethodMission {
  const natures = SCHEDULES.map(({ lines }) => lines.find(({ line }) => line === mission)?.nature ?? null);
  return {
    mission,
    name: LINE_NAMES[mission].long,
    natures,
    natureNames: natures.map((nature) => nature && NATURE_NAMES[nature]),
    deadlines: MISSION_DEADLINES[mission],
  };
}

async function estimatedPerimeters(world: World, asOf: IsoDay): Promise<EstimatedPerimeter[]> {
  const estimated = world.cpts.flatMap(({ slug, name, memberships }) => {
    const active = memberships.filter(
      ({ from, to, basis }) => basis === "estimated" && from <= asOf && (to === null || asOf < to),
    );
    return active.length === 0 ? [] : [{ slug, name, active }];
  });
  const cited = estimated.flatMap(({ active }) => active.map(({ citation }) => citation));
  const { citations } = await findEvidence(world.db.prisma, cited);
  return estimated.map(({ slug, name, active }) => ({
    slug,
    name,
    epci: epciOf(
      world,
      active.map(({ commune }) => commune),
    ),
    communes: active.length,
    citation: citations.find(({ id }) => id === active[0]?.citation) ?? null,
  }));
}

/** The EPCI of these communes, the one that holds most of them first. */
function epciOf(world: World, codes: readonly string[]): { name: string; communes: number }[] {
  const counts = new Map<string, number>();
  for (const code of codes) {
    const epci = world.commune.get(code)?.epciName;
    if (epci) counts.set(epci, (counts.get(epci) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, communes]) => ({ name, communes }))
    .sort((a, b) => b.communes - a.communes || (a.name < b.name ? -1 : 1));
}
