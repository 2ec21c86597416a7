import { can } from "../auth/can";
import { findKept, type FoundKept } from "../db/repositories/kept";
import { findSubmission, type ProposedSections } from "../db/repositories/submissions";
import type { IsoDay } from "../kernel/date";
import type { Ask } from "./ask";
import { proposalChanges, type ProposalChanges } from "./proposal-changes";
import { sharedCommunes, type SharedCommune } from "./proposal-conflicts";
import { proposalEffect, type ProposalEffect, type Proposed } from "./proposal-effect";
import { proposalMap, type ProposalMapModel } from "./proposal-map";
import { rowsOf, type ProposalRow } from "./proposals";
import { openWorld, type World } from "./world";

/** What an agent reads before deciding, and anybody of the record afterwards. */
export interface ProposalPage {
  readonly row: ProposalRow;
  readonly today: IsoDay;
  /** The version of the record that is compared: a decision on another one is refused. */
  readonly recordVersion: number;
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  readonly mayPropose: boolean;
  readonly comparison: Comparison;
}

/** A proposal against the record: what changes and, as long as it waits, what that would do. */
export interface Comparison {
  readonly today: IsoDay;
  readonly changes: ProposalChanges;
  readonly map: ProposalMapModel | null;
  /** Null once decided: the record has moved on, and only what was proposed can still be read. */
  readonly effect: ProposalEffect | null;
  readonly shared: readonly SharedCommune[];
}

type Asker = Pick<Ask, "viewer" | "today">;

/** Null where there is no such round, or where the viewer may not read the record of its CPTS. */
export async function proposalPage({ viewer, today }: Asker, id: string): Promise<ProposalPage | null> {
  const world = await openWorld(viewer);
  const { prisma } = world.db;
  const submission = await findSubmission(prisma, id);
  const found = submission && (await findKept(prisma, submission.slug));
  if (!submission || !found) return null;
  const scope = { cptsId: found.id, departments: found.departments };
  if (!can(viewer, "read", "record", scope)) return null;
  const [row] = await rowsOf(prisma, [submission]);
  if (!row) return null;
  const isWaiting = submission.status === "submitted";
  const mayPropose = can(viewer, "propose", "record", scope);
  return {
    row,
    today,
    recordVersion: found.version,
    mayDecide: isWaiting && can(viewer, "decide", "record", scope),
    mayWithdraw: isWaiting && mayPropose,
    mayPropose,
    comparison: await compare(world, found, submission.content, today, isWaiting),
  };
}

/** `live`: with what the proposal would do to the record as it is now. */
export async function compare(
  world: World,
  found: FoundKept,
  content: ProposedSections,
  today: IsoDay,
  live: boolean,
): Promise<Comparison> {
  const { territory } = content;
  const from = territory?.proposed.from ?? today;
  return {
    today,
    changes: proposalChanges(world, content),
    map: territory ? await proposalMap(world, found.slug, territory, from) : null,
    effect: live ? proposalEffect(world, found.kept, proposedIn(content), today) : null,
    shared: live && territory ? await sharedCommunes(world, found, territory.proposed) : [],
  };
}

function proposedIn({ territory, missions, contract, indicators }: ProposedSections): Proposed {
  return {
    ...(territory && { territory: territory.proposed }),
    ...(missions && { missions: missions.proposed }),
    ...(contract && { contract: contract.proposed }),
    ...(indicators && { indicators: indicators.proposed }),
  };
}
