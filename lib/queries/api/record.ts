import { findCpts, type FoundCpts } from "@/lib/db/repositories/cpts";
import type { IsoDay } from "@/lib/kernel/date";
import { stageAt, stageChangeDays, type LifecycleEvent } from "@/lib/record/lifecycle";
import type { CptsRecord } from "@/lib/schemas/api/record";
import type { Ask } from "../ask";
import { atRevision } from "../cache";
import { cptsStanding } from "../cpts-standing";
import { openWorld, type World } from "../world";
import { sourceFields } from "./coverage";
import { extentFields, spanOf, standingFields } from "./values";

/** `GET /api/v1/cpts/{slug}`: the public record; null when no CPTS has this slug. */
export async function recordAnswer(ask: Ask, slug: string): Promise<CptsRecord | null> {
  const world = await openWorld(ask.viewer);
  if (!world.cptsBySlug.has(slug)) return null;
  return atRevision(world.revision, `api-record ${ask.asOf} ${slug}`, async () => {
    const found = await findCpts(world.db.prisma, slug);
    if (found === null) throw new RangeError(`CPTS ${slug} went away while it was read`);
    return answer(world, found, ask.asOf);
  });
}

function answer(world: World, { record, origin, citations, sources }: FoundCpts, asOf: IsoDay): CptsRecord {
  const standing = cptsStanding(world, record.slug, asOf);
  const citedBy = new Map(record.departments.map(({ code, citation }) => [code, citation]));
  return {
    slug: record.slug,
    name: record.name,
    summary: record.summary,
    page: `/cpts/${record.slug}`,
    origin,
    asOf,
    ...standingFields(standing),
    ...extentFields(standing.whole),
    terminatedOn: standing.state.terminatedOn && spanOf(standing.state.terminatedOn),
    departments: standing.departments.map((code) => ({
      code,
      name: world.departmentOf.get(code)?.name ?? "",
      citation: citedBy.get(code) ?? null,
    })),
    history: historyOf(record.events),
    figures: [...record.figures],
    events: [...record.events],
    memberships: record.memberships.map((membership) => ({
      commune: membership.commune,
      name: world.commune.get(membership.commune)?.name ?? null,
      from: membership.from,
      to: membership.to,
      share: membership.share,
      basis: membership.basis,
      citation: membership.citation,
    })),
    professionals: [...record.professionals],
    partners: [...record.partners],
    missions: record.missions.map((mission) => ({ ...mission, objectives: [...mission.objectives] })),
    // Indicators are between the parties: the public record keeps to amounts.
    contracts: record.contracts.map(({ signed, termMonths, endedOn, scheduleId, citation, ...contract }) => ({
      signed,
      termMonths,
      endedOn,
      scheduleId,
      citation,
      parties: [...contract.parties],
      amounts: [...contract.amounts],
    })),
    funding: [...record.funding],
    citations: citations.map(({ id, sourceId, sense, note }) => ({ id, sourceId, sense, note })),
    sources: sources.map(sourceFields),
  };
}

/** The stage from each day it changes on, the days that change nothing left out. */
function historyOf(events: readonly LifecycleEvent[]): CptsRecord["history"] {
  const history: CptsRecord["history"] = [];
  for (const from of stageChangeDays(events)) {
    const { stage, uncertain } = stageAt(events, from);
    const possibleStage = uncertain?.possibleStage ?? null;
    const last = history.at(-1);
    if (last?.stage !== stage || last.possibleStage !== possibleStage)
      history.push({ from, stage, possibleStage });
  }
  return history;
}
