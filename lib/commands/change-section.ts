import type { Prisma } from "@/generated/prisma/client";
import { contoursOf, storeOutlines, type Contours } from "../db/load/outlines";
import { appendAudit } from "../db/repositories/audit";
import { putKept, type FoundKept } from "../db/repositories/kept";
import type { Tx } from "../db/repositories/rows";
import { upsertEvidence } from "../db/repositories/sources";
import { SECTION } from "../format/labels-record";
import { day as written } from "../format/fr";
import type { KeptRecord } from "../record/dossier";
import { applySection, readSection, type Contents, type Section } from "../record/sections";
import { accountOf, type Actor } from "./outcome";

export type SectionChanges = { readonly [S in Section]?: Contents[S] };

/** How the change came about, for the audit and for the source that its figures stand on. */
export interface ChangeReason {
  readonly action: "section.saved" | "section.amended" | "submission.accepted";
  /** Who stands behind it, in French: « la CPTS », « l’ARS », « la CPTS, validé par l’ARS ». */
  readonly by: string;
  /** What goes to the audit beside the contents. */
  readonly detail?: Prisma.InputJsonObject;
}

let contours: Contours | undefined;

/**
 * Writes sections into the record: one new version, one declared source that the new figures stand on, the
 * outlines computed again where the territory changed, and one audit entry with what was and what is.
 *
 * @returns the new version, or null when the record is no longer the one that was read.
 */
export async function changeSections(
  tx: Tx,
  actor: Actor,
  found: FoundKept,
  changes: SectionChanges,
  reason: ChangeReason,
): Promise<number | null> {
  const sections = Object.keys(changes) as Section[];
  const citation = await declare(tx, actor, found, sections, reason);
  const departmentOf = await departmentsOf(tx, changes.territory);
  let kept: KeptRecord = found.kept;
  for (const section of sections) kept = applyOne(kept, section, changes, { citation, departmentOf });
  const territory = changes.territory !== undefined;
  const version = await putKept(tx, found, kept, { territory });
  if (version === null) return null;
  if (territory) await storeOutlines(tx, found.id, (contours ??= contoursOf(process.cwd())));
  await appendAudit(tx, {
    actor: accountOf(actor),
    action: reason.action,
    subject: `cpts:${found.slug}`,
    before: contentsOf(found.kept, sections),
    after: { ...reason.detail, version, ...contentsOf(kept, sections) },
  });
  return version;
}

function applyOne<S extends Section>(
  kept: KeptRecord,
  section: S,
  changes: SectionChanges,
  context: Parameters<typeof applySection>[3],
): KeptRecord {
  const content = changes[section] as Contents[S] | undefined;
  return content === undefined ? kept : applySection(kept, section, content, context);
}

/** The source and the citation of what is declared now. */
async function declare(
  tx: Tx,
  { today }: Actor,
  { slug, version, kept }: FoundKept,
  sections: readonly Section[],
  { by }: ChangeReason,
): Promise<string> {
  const id = `declaration:${slug}:${version + 1}`;
  const what = sections.map((section) => SECTION[section].toLowerCase()).join(", ");
  await upsertEvidence(tx, {
    sources: [
      {
        id,
        kind: "declaration",
        title: `Fiche de la CPTS ${kept.record.name} tenue dans Maillage`,
        publisher: by,
        published: { earliest: today, latest: today },
        url: null,
        reference: null,
      },
    ],
    citations: [{ id, sourceId: id, sense: `Déclaré le ${written(today)} : ${what}.`, note: null }],
  });
  return id;
}

async function departmentsOf(tx: Tx, territory: Contents["territory"] | undefined) {
  const codes = territory?.communes.map(({ code }) => code) ?? [];
  const rows = await tx.commune.findMany({
    where: { code: { in: codes } },
    select: { code: true, departmentCode: true },
  });
  const known = new Map(rows.map(({ code, departmentCode }) => [code, departmentCode]));
  return (code: string): string => {
    const found = known.get(code);
    if (found === undefined) throw new RangeError(`no commune has the code ${code}`);
    return found;
  };
}

function contentsOf(kept: KeptRecord, sections: readonly Section[]): Prisma.InputJsonObject {
  const entries = sections.map((section) => [section, readSection(kept, section)]);
  return Object.fromEntries(entries) as Prisma.InputJsonObject;
}
