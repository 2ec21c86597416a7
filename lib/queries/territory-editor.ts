import { can } from "../auth/can";
import type { TierScale } from "../coverage";
import { accountNames } from "../db/repositories/account-names";
import { findDraft } from "../db/repositories/drafts";
import { findKept } from "../db/repositories/kept";
import { findWaiting } from "../db/repositories/submissions";
import { SCHEDULES } from "../funding";
import { readSection } from "../record/sections";
import { formValues, type DraftContent } from "../schemas/sections";
import { territoryIn } from "../territory/edit";
import type { Ask } from "./ask";
import { editorCommune, epciOf, type EditorCommune } from "./territory-department";
import { editorMap, type EditorMap } from "./territory-editor-map";
import { tierScale } from "./tier-scale";
import { openWorld } from "./world";

/** What the page of the territory begins with; the communes of each department come apart. */
export interface TerritoryEditor {
  readonly name: string;
  /** The form's draft, as the forms of the record begin one. */
  readonly draft: {
    readonly slug: string;
    readonly section: "territory";
    readonly accountId: string;
    readonly initial: DraftContent;
    readonly recordValues: DraftContent;
    /** 0 for none. */
    readonly draftVersion: number;
    readonly savedAt: string | null;
    readonly savedBy: string | null;
  };
  readonly frame: {
    readonly slug: string;
    readonly section: "territory";
    /** `save` puts into the record at once; else a draft is proposed. */
    readonly rights: { readonly draft: boolean; readonly save: boolean; readonly propose: boolean };
    /** The round that the section waits for. */
    readonly lock: { readonly round: number; readonly submittedAt: string; readonly href: string } | null;
  };
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** Departments of the map to begin with: of the CPTS, and of the communes it holds. */
  readonly drawn: readonly string[];
  /** The communes of the draft and of the record: what is shown before the departments are there. */
  readonly communes: readonly EditorCommune[];
  /** Names of their EPCI, by code. */
  readonly epciNames: Readonly<Record<string, string>>;
  readonly map: EditorMap;
  readonly scales: readonly TierScale[];
  /** The contract's own annex states amounts, which win over the schedule's. */
  readonly ownAmounts: boolean;
}

/** Null where no CPTS has this slug, or where it is out of the viewer's reach: nobody learns which. */
export async function territoryEditor(
  { viewer, today }: Pick<Ask, "viewer" | "today">,
  slug: string,
): Promise<TerritoryEditor | null> {
  const world = await openWorld(viewer);
  const { prisma } = world.db;
  const found = await findKept(prisma, slug);
  if (!found || viewer.accountId === null) return null;
  const scope = { cptsId: found.id, departments: found.departments };
  if (!can(viewer, "read", "record", scope)) return null;
  const [draft, waiting] = await Promise.all([
    findDraft(prisma, found.id, "territory"),
    findWaiting(prisma, found.id),
  ]);
  const names = await accountNames(prisma, draft ? [draft.updatedBy] : []);
  const recordValues = formValues("territory", readSection(found.kept, "territory"));
  const initial = (draft?.content ?? recordValues) as DraftContent;
  const held = territoryIn(initial).communes;
  const codes = new Set([...held.keys(), ...territoryIn(recordValues).communes.keys()]);
  const communes = [...codes].sort().flatMap((code) => editorCommune(world, code) ?? []);
  const drawn = [...new Set([...found.departments, ...communes.map(({ department }) => department)])];
  return {
    name: found.kept.record.name,
    draft: {
      slug,
      section: "territory",
      accountId: viewer.accountId,
      initial,
      recordValues,
      draftVersion: draft?.version ?? 0,
      savedAt: draft?.updatedAt ?? null,
      savedBy: draft ? (names.get(draft.updatedBy) ?? null) : null,
    },
    frame: {
      slug,
      section: "territory",
      rights: {
        draft: can(viewer, "draft", "record", scope),
        save: can(viewer, "amend", "record", scope),
        propose: can(viewer, "propose", "record", scope),
      },
      lock:
        waiting?.content.territory === undefined
          ? null
          : {
              round: waiting.round,
              submittedAt: waiting.submittedAt,
              href: `/espace/propositions/${waiting.id}`,
            },
    },
    departments: world.departments.map(({ code, name }) => ({ code, name })),
    drawn,
    communes,
    epciNames: Object.fromEntries(communes.flatMap(({ code }) => epciOf(world, code))),
    map: await editorMap(world, { slug, asOf: today, departments: drawn, held: new Set(held.keys()) }),
    scales: SCHEDULES.map(tierScale),
    ownAmounts: found.kept.record.contracts.some(({ amounts }) => amounts.length > 0),
  };
}
