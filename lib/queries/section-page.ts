import { authorise, can, Forbidden, type Viewer } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { findDraft } from "../db/repositories/drafts";
import { findKept, type FoundKept } from "../db/repositories/kept";
import { findWaiting } from "../db/repositories/submissions";
import type { MissionDeadlines } from "../funding";
import type { IsoDay, Span } from "../kernel/date";
import type { Mission } from "../record/cpts";
import { asIf, isBinding, readSection, type Section } from "../record/sections";
import { draftContent, formValues, parseSection, type DraftContent } from "../schemas/sections";
import { annexYears, type AnnexYear } from "./annex-years";
import { contractAt, missionRows } from "./cpts-contract";
import { variableEnvelopes, type ContractEnvelopes } from "./variable-envelopes";
import { openWorld } from "./world";

/** What the agreement asks of each mission, from the contract that counts today. */
export interface MissionTerms {
  readonly mission: Mission;
  /** Null without a contract on record. */
  readonly deadlines: MissionDeadlines | null;
}

/** One section of a record, for its form: what it holds, what is being typed, and what the reader may do. */
export interface SectionPage {
  readonly slug: string;
  readonly name: string;
  readonly section: Section;
  readonly today: IsoDay;
  readonly rights: {
    readonly draft: boolean;
    /** Into the record at once. */
    readonly save: boolean;
    readonly propose: boolean;
  };
  /** The round that waits with this section in it. */
  readonly lock: { readonly round: number; readonly submittedAt: string; readonly id: string } | null;
  readonly draft: {
    readonly slug: string;
    readonly section: Section;
    readonly accountId: string;
    /** The draft where there is one and the reader may see it, else the record's content. */
    readonly initial: DraftContent;
    readonly recordValues: DraftContent;
    readonly draftVersion: number;
    readonly savedAt: string | null;
    readonly savedBy: string | null;
  };
  /** True where the reader may not see whom to reach. */
  readonly contactsHidden: boolean;
  /** When the contract that counts today was signed; missions and contract alone ask. */
  readonly signed: Span | null;
  readonly missions: readonly MissionTerms[];
  readonly annex: readonly AnnexYear[];
  /** What the indicators of each contract share out; that section alone asks. */
  readonly contracts: readonly ContractEnvelopes[];
}

/** One section of the record of `slug`; null when no CPTS is called so. Throws Forbidden. */
export async function sectionPage(
  viewer: Viewer,
  today: IsoDay,
  slug: string,
  section: Section,
): Promise<SectionPage | null> {
  const { prisma } = await getDb();
  if (viewer.accountId === null) throw new Forbidden("records are kept by accounts");
  const found = await findKept(prisma, slug);
  if (!found) return null;
  const scope = { cptsId: found.id, departments: found.departments };
  authorise(viewer, "read", "record", scope);
  const drafts = can(viewer, "draft", "record", scope);
  const contactsHidden = section === "identity" && !can(viewer, "read", "contacts", scope);
  const draft = drafts ? await findDraft(prisma, found.id, section) : null;
  const typed = draftContent.safeParse(draft?.content);
  const names = await accountNames(prisma, draft ? [draft.updatedBy] : []);
  const waiting = isBinding(section) ? await findWaiting(prisma, found.id) : null;
  const recordValues = withoutContacts(formValues(section, readSection(found.kept, section)), contactsHidden);
  return {
    slug,
    name: found.kept.record.name,
    section,
    today,
    rights: {
      draft: drafts,
      save: can(viewer, isBinding(section) ? "amend" : "save", "record", scope),
      propose: isBinding(section) && can(viewer, "propose", "record", scope),
    },
    lock:
      isBinding(section) && waiting?.content[section] !== undefined
        ? { round: waiting.round, submittedAt: waiting.submittedAt, id: waiting.id }
        : null,
    draft: {
      slug,
      section,
      accountId: viewer.accountId,
      initial: typed.success ? typed.data : recordValues,
      recordValues,
      draftVersion: draft?.version ?? 0,
      savedAt: draft?.updatedAt ?? null,
      savedBy: draft ? (names.get(draft.updatedBy) ?? null) : null,
    },
    contactsHidden,
    ...termsOf(found, section, today),
    annex: section === "contract" ? await annexYears(viewer, found, draft?.content ?? null, today) : [],
    contracts: section === "indicators" ? await contractsOf(viewer, found, drafts, today) : [],
  };
}

/** As the contract section would leave them where it is being typed and may be proposed in the same round. */
async function contractsOf(
  viewer: Viewer,
  { id, kept }: FoundKept,
  seesDrafts: boolean,
  today: IsoDay,
): Promise<readonly ContractEnvelopes[]> {
  const world = await openWorld(viewer);
  const typed = seesDrafts ? await findDraft(world.db.prisma, id, "contract") : null;
  const parsed = typed && parseSection("contract", typed.content);
  const { record } = parsed && "content" in parsed ? asIf(kept, "contract", parsed.content) : kept;
  return variableEnvelopes(world, record, today);
}

function withoutContacts(values: DraftContent, hidden: boolean): DraftContent {
  return hidden ? { ...values, contacts: [] } : values;
}

function termsOf({ kept: { record } }: FoundKept, section: Section, today: IsoDay) {
  if (section !== "missions") return { signed: null, missions: [] };
  const contract = contractAt(record.contracts, today);
  const rows = missionRows(contract, record, today, { ref: () => 0, list: () => [] });
  return {
    signed: contract?.signed ?? null,
    missions: rows.map(({ mission, deadlines }) => ({ mission, deadlines })),
  };
}
