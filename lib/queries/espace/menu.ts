import { can, type Viewer } from "../../auth/can";
import { listDraftsUnderWay } from "../../db/repositories/drafts";
import { listLastRounds } from "../../db/repositories/submissions";
import { SECTIONS, type Section } from "../../record/sections";
import { openOwnCpts } from "../own-cpts";
import { sectionStanding, type Standing } from "./section-state";

/** What surrounds the sections of a record, in the order of its menu. */
export const RECORD_PAGES = [
  "finance",
  "results",
  "payments",
  "spending",
  "dialogue",
  "steps",
  "proposals",
  "meetings",
  "documents",
  "history",
] as const;
export type RecordPage = (typeof RECORD_PAGES)[number];

/** The pages of one record that the viewer may open. */
export interface RecordMenu {
  readonly slug: string;
  readonly pages: readonly RecordPage[];
  readonly sections: readonly { readonly section: Section; readonly state: Standing }[];
}

/** Null where the CPTS does not exist, or not for this viewer. */
export async function recordMenu(viewer: Viewer, slug: string): Promise<RecordMenu | null> {
  const own = await openOwnCpts(viewer, slug, "read", "record");
  if (!own) return null;
  const { scope, db, id } = own;
  const opens: Readonly<Record<RecordPage, boolean>> = {
    finance: can(viewer, "read", "payments", scope),
    dialogue: can(viewer, "read", "payments", scope),
    steps: true,
    proposals: true,
    results: can(viewer, "read", "results", scope),
    payments: can(viewer, "read", "payments", scope),
    spending: can(viewer, "read", "spending", scope),
    meetings: can(viewer, "read", "meeting", scope),
    documents: can(viewer, "read", "document", scope),
    history: can(viewer, "read", "history", scope),
  };
  const drafts = await listDraftsUnderWay(db.prisma, [id]);
  const [last] = await listLastRounds(db.prisma, [id]);
  const round = last
    ? { status: last.status, sections: SECTIONS.filter((section) => section in last.content) }
    : null;
  return {
    slug,
    pages: RECORD_PAGES.filter((page) => opens[page]),
    sections: SECTIONS.map((section) => ({
      section,
      state: sectionStanding(
        section,
        drafts.some((one) => one.section === section),
        round,
      ),
    })),
  };
}
