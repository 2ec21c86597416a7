import { can, type Viewer } from "../auth/can";
import type { TierScale } from "../coverage";
import { findDraft } from "../db/repositories/drafts";
import { findKept, type FoundKept } from "../db/repositories/kept";
import { findWaiting } from "../db/repositories/submissions";
import { SCHEDULES } from "../funding";
import { readSection } from "../record/sections";
import { formValues, type DraftContent } from "../schemas/sections";
import { territoryIn } from "../territory/edit";
import type { Ask } from "./ask";
import { editorCommune, type EditorCommune } from "./territory-department";
import { editorMap, type EditorMap } from "./territory-editor-map";
import { tierScale } from "./tier-scale";
import { openWorld, type World } from "./world";

/** Why a territory can be read and not changed: a proposal waits, or the account has no right to. */
export type ReadOnly = "waiting" | "no_right";

/** What the page of the territory begins with; the communes of each department come apart. */
export interface TerritoryEditor {
  readonly slug: string;
  readonly name: string;
  /** The form as it was left: the draft, else the record. */
  readonly content: DraftContent;
  /** Of the draft; 0 for none. */
  readonly draftVersion: number;
  /** What the record held when the draft began. */
  readonly base: DraftContent;
  /** What the record holds today. */
  readonly present: DraftContent;
  readonly readOnly: ReadOnly | null;
  /** The agent of the department writes into the record; the coordinator proposes. */
  readonly amends: boolean;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** Departments of the map to begin with: of the CPTS, and of the communes it holds. */
  readonly drawn: readonly string[];
  /** The communes of the draft and of the record: what is shown before the departments are there. */
  readonly communes: readonly EditorCommune[];
  readonly map: EditorMap;
  readonly scales: readonly TierScale[];
  /** The contract's own annex states amounts, which win over the schedule's. */
  readonly ownAmounts: boolean;
}

/** Null where no CPTS has this slug, or where it is out of the viewer's reach: nobody learns which. */
export async function territoryEditor(
  ask: Pick<Ask, "viewer" | "today">,
  slug: string,
): Promise<TerritoryEditor | null> {
  const world = await openWorld(ask.viewer);
  const { prisma } = world.db;
  const found = await findKept(prisma, slug);
  if (!found || !canRead(ask.viewer, found)) return null;
  const [draft, waiting] = await Promise.all([
    findDraft(prisma, found.id, "territory"),
    findWaiting(prisma, found.id),
  ]);
  const present = formValues("territory", readSection(found.kept, "territory"));
  const content = (draft?.content ?? present) as DraftContent;
  const held = territoryIn(content).communes;
  const codes = new Set([...held.keys(), ...territoryIn(present).communes.keys()]);
  const communes = [...codes].sort().flatMap((code) => editorCommune(world, code) ?? []);
  const drawn = drawnDepartments(world, found, communes);
  const scope = { cptsId: found.id, departments: found.departments };
  return {
    slug,
    name: found.kept.record.name,
    content,
    draftVersion: draft?.version ?? 0,
    base: (draft?.base ?? present) as DraftContent,
    present,
    readOnly:
      waiting?.content.territory !== undefined
        ? "waiting"
        : can(ask.viewer, "draft", "record", scope)
          ? null
          : "no_right",
    amends: can(ask.viewer, "amend", "record", scope),
    departments: world.departments.map(({ code, name }) => ({ code, name })),
    drawn,
    communes,
    map: await editorMap(world, {
      slug,
      asOf: ask.today,
      departments: drawn,
      held: new Set(held.keys()),
    }),
    scales: SCHEDULES.map(tierScale),
    ownAmounts: found.kept.record.contracts.some(({ amounts }) => amounts.length > 0),
  };
}

function canRead(viewer: Viewer, { id, departments }: FoundKept): boolean {
  return can(viewer, "read", "record", { cptsId: id, departments });
}

function drawnDepartments(
  world: World,
  { departments }: FoundKept,
  communes: readonly EditorCommune[],
): string[] {
  const reached = new Set(departments);
  for (const { code } of communes) {
    const department = world.commune.get(code)?.departmentCode;
    if (department !== undefined) reached.add(department);
  }
  return [...reached];
}
