import { notFound } from "@/lib/commands/outcome";
import { saveSection } from "@/lib/commands/save-section";
import { isSection } from "@/lib/record/sections";
import { acting, objectOf, versionOf } from "../../../../acting";

/** Puts the form into the record: `{ content, draftVersion }`. */
export const POST = acting<{ readonly slug: string; readonly section: string }>(
  async (actor, { slug, section }, request) => {
    if (!isSection(section)) return notFound();
    const { content, draftVersion } = await objectOf(request);
    return saveSection(actor, slug, section, { content, draftVersion: versionOf(draftVersion) });
  },
);
