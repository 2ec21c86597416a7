import type { Database } from "../../db/database";
import { accountNames } from "../../db/repositories/account-names";
import { listDraftsUnderWay } from "../../db/repositories/drafts";
import { listLastRounds, listWaiting, type Submission } from "../../db/repositories/submissions";
import { BINDING_SECTIONS, type BindingSection, type Section } from "../../record/sections";
import type { Assessed } from "./assessment";

/** A proposal that waits, or that came back. */
export interface Round {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly round: number;
  readonly sections: readonly BindingSection[];
  readonly by: string;
  /** ISO 8601 instant, UTC: submitted, or returned. */
  readonly at: string;
  /** The message of who proposes, or the comment of who returned. */
  readonly words: string | null;
}

export interface DraftUnderWay {
  readonly slug: string;
  readonly name: string;
  readonly section: Section;
  readonly by: string;
  readonly at: string;
}

export interface UnderWay {
  /** The longest waiting first. */
  readonly waiting: readonly Round[];
  readonly returned: readonly Round[];
  readonly drafts: readonly DraftUnderWay[];
}

/** What is under way in these records. Not cached: typing and proposing leave the revision as it is. */
export async function underWay({ prisma }: Database, among: readonly Assessed[]): Promise<UnderWay> {
  const ids = among.map(({ id }) => id);
  const nameOf = new Map(among.map(({ id, slug, name }) => [id, { slug, name }]));
  const [waiting, last, drafts] = await Promise.all([
    listWaiting(prisma, ids),
    listLastRounds(prisma, ids),
    listDraftsUnderWay(prisma, ids),
  ]);
  // One that was followed by another no longer asks for anything.
  const returned = last.filter(({ status }) => status === "returned");
  const names = await accountNames(prisma, [
    ...waiting.map(({ submittedBy }) => submittedBy),
    ...returned.map(({ decidedBy }) => decidedBy ?? ""),
    ...drafts.map(({ updatedBy }) => updatedBy),
  ]);
  const roundOf = (of: Submission, by: string, at: string, words: string | null): Round => ({
    id: of.id,
    slug: of.slug,
    name: nameOf.get(of.cptsId)?.name ?? of.slug,
    round: of.round,
    sections: BINDING_SECTIONS.filter((section) => of.content[section] !== undefined),
    by: names.get(by) ?? by,
    at,
    words,
  });
  return {
    waiting: waiting.map((one) => roundOf(one, one.submittedBy, one.submittedAt, one.message)),
    returned: returned.map((one) =>
      roundOf(one, one.decidedBy ?? "", one.decidedAt ?? one.submittedAt, one.comment),
    ),
    drafts: drafts.flatMap(({ cptsId, section, updatedAt, updatedBy }) => {
      const known = nameOf.get(cptsId);
      return known ? [{ ...known, section, by: names.get(updatedBy) ?? updatedBy, at: updatedAt }] : [];
    }),
  };
}
