import { can } from "../auth/can";
import { checkSection, type CheckContext } from "../commands/check-section";
import { accountNames } from "../db/repositories/account-names";
import { listDrafts, type Draft } from "../db/repositories/drafts";
import { findKept, type FoundKept } from "../db/repositories/kept";
import { findWaiting, listSubmissions, type ProposedSections } from "../db/repositories/submissions";
import type { IsoDay } from "../kernel/date";
import { sameData } from "../kernel/same-data";
import { differenceOf } from "../record/differences";
import { asIf, BINDING_SECTIONS, readSection, type BindingSection } from "../record/sections";
import { formValues, type FieldIssue } from "../schemas/sections";
import type { Ask } from "./ask";
import { compare, type Comparison } from "./proposal-page";
import { rowsOf, type ProposalRow } from "./proposals";
import { openWorld, type World } from "./world";

/** What a coordinator reads again before proposing. */
export interface ProposalDraft {
  readonly slug: string;
  readonly name: string;
  readonly mayPropose: boolean;
  /** The version of the record that is compared: proposing against another one is refused. */
  readonly recordVersion: number;
  /** The round that waits: nothing else can be proposed meanwhile. */
  readonly waiting: ProposalRow | null;
  /** The last round, where it was sent back: what is to be mended. */
  readonly returned: ProposalRow | null;
  /** The sections with a draft, in their order. */
  readonly sections: readonly DraftedSection[];
  /** Null where no draft differs from the record, or none of those that do is valid. */
  readonly comparison: Comparison | null;
}

export interface DraftedSection {
  readonly section: BindingSection;
  readonly version: number;
  readonly updatedAt: string;
  /** Name of an account. */
  readonly updatedBy: string;
  /** `same`: the draft says what the record says. */
  readonly state: "changed" | "same" | "invalid";
  /** What prevents proposing it. */
  readonly issues: readonly FieldIssue[];
  /** The record's section is no longer what it was when the draft began: it would be written over. */
  readonly recordChanged: boolean;
}

/** Null where there is no such CPTS, or where the viewer may not read its record. */
export async function proposalDraft(
  { viewer, today }: Pick<Ask, "viewer" | "today">,
  slug: string,
): Promise<ProposalDraft | null> {
  const world = await openWorld(viewer);
  const { prisma } = world.db;
  const found = await findKept(prisma, slug);
  if (!found) return null;
  const scope = { cptsId: found.id, departments: found.departments };
  if (!can(viewer, "read", "record", scope)) return null;
  const waiting = await findWaiting(prisma, found.id);
  const [last] = await listSubmissions(prisma, found.id);
  const [waitingRow, lastRow] = await Promise.all(
    [waiting, last].map(async (one) => (one ? ((await rowsOf(prisma, [one]))[0] ?? null) : null)),
  );
  const { sections, content } = await drafted(world, found, today);
  const hasContent = Object.keys(content).length > 0;
  return {
    slug,
    name: found.kept.record.name,
    mayPropose: can(viewer, "propose", "record", scope),
    recordVersion: found.version,
    waiting: waitingRow ?? null,
    returned: lastRow?.status === "returned" ? lastRow : null,
    sections: waiting ? [] : sections,
    comparison: !waiting && hasContent ? await compare(world, found, content, today, true) : null,
  };
}

async function drafted(world: World, found: FoundKept, today: IsoDay) {
  const { prisma } = world.db;
  const drafts = await listDrafts(prisma, found.id);
  const names = await accountNames(
    prisma,
    drafts.map(({ updatedBy }) => updatedBy),
  );
  const sections: DraftedSection[] = [];
  const content: Record<string, unknown> = {};
  // Each section is judged beside those proposed with it.
  let kept = found.kept;
  for (const section of BINDING_SECTIONS) {
    const draft = drafts.find((one) => one.section === section);
    if (!draft) continue;
    const context = { cptsId: found.id, kept, today, world };
    const { proposed, ...state } = await judged(context, found, section, draft);
    if (proposed) {
      content[section] = proposed;
      kept = asIf(kept, section, proposed.proposed as never);
    }
    const { version, updatedAt, updatedBy } = draft;
    sections.push({ section, version, updatedAt, updatedBy: names.get(updatedBy) ?? "", ...state });
  }
  return { sections, content: content as ProposedSections };
}

async function judged<S extends BindingSection>(
  context: CheckContext & { readonly world: World },
  found: FoundKept,
  section: S,
  draft: Draft,
) {
  const base = readSection(found.kept, section);
  const recordChanged = !sameData(draft.base, formValues(section, base));
  const checked = await checkSection(context.world.db.prisma, context, section, draft.content);
  if ("issues" in checked) return { state: "invalid" as const, issues: checked.issues, recordChanged };
  if (differenceOf(section, base, checked.content) === null) {
    return { state: "same" as const, issues: [], recordChanged };
  }
  const proposed = { base, proposed: checked.content };
  return { state: "changed" as const, issues: [], recordChanged, proposed };
}
