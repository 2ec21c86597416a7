import { can, type Viewer } from "../auth/can";
import { accountNames } from "../db/repositories/account-names";
import { findDraft } from "../db/repositories/drafts";
import { findKept } from "../db/repositories/kept";
import { findWaiting } from "../db/repositories/submissions";
import type { IsoDay, Span } from "../kernel/date";
import { stageAt, type LifecycleKind, type StageState } from "../record/lifecycle";
import { openOwnCpts } from "./own-cpts";

/** Where a CPTS stands in its life, and what stands in the way of saying more. */
export interface CptsSteps {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly state: StageState;
  /** Earliest first. */
  readonly steps: readonly {
    readonly kind: LifecycleKind;
    readonly when: Span;
    readonly note: string | null;
    readonly isToCome: boolean;
  }[];
  /** What usually comes next. */
  readonly next: LifecycleKind;
  /** Whether this viewer records steps at once; others propose them in the contract section. */
  readonly mayRecord: boolean;
  readonly mayInvite: boolean;
  readonly blockedBy:
    | { readonly kind: "proposal"; readonly submission: string }
    | { readonly kind: "draft"; readonly by: string | null; readonly at: string }
    | null;
}

/** Null where the CPTS does not exist, or not for this viewer. */
export async function cptsSteps(viewer: Viewer, slug: string, today: IsoDay): Promise<CptsSteps | null> {
  const own = await openOwnCpts(viewer, slug, "read", "record");
  const found = own && (await findKept(own.db.prisma, slug));
  if (!own || !found) return null;
  const { events, contracts } = found.kept.record;
  const state = stageAt(events, today, contracts.at(-1)?.termMonths);
  return {
    slug,
    name: own.name,
    today,
    state,
    steps: [...events]
      .sort((a, b) => (a.when.earliest < b.when.earliest ? -1 : 1))
      .map(({ kind, when, note }) => ({ kind, when, note, isToCome: when.earliest > today })),
    next: nextOf(state),
    mayRecord: can(viewer, "amend", "record", own.scope),
    mayInvite: can(viewer, "invite", "coordinators", own.scope),
    blockedBy: await blockOf(own.db.prisma, own.id),
  };
}

type Reader = Parameters<typeof findDraft>[0];

async function blockOf(tx: Reader, cptsId: string): Promise<CptsSteps["blockedBy"]> {
  const waiting = await findWaiting(tx, cptsId);
  if (waiting?.content.contract) return { kind: "proposal", submission: waiting.id };
  const draft = await findDraft(tx, cptsId, "contract");
  if (!draft) return null;
  const names = await accountNames(tx, [draft.updatedBy]);
  return { kind: "draft", by: names.get(draft.updatedBy) ?? null, at: draft.updatedAt };
}

function nextOf({ stage, pastTerm }: StageState): LifecycleKind {
  switch (stage) {
    case "none":
      return "letter_of_intent";
    case "intent":
      return "project_validated";
    case "validated":
      return "signature";
    case "signed":
      return pastTerm === "no" ? "amendment" : "renewal";
  }
}
