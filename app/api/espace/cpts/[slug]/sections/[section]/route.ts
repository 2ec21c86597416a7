import { notFound, refused } from "@/lib/commands/outcome";
import { saveSection } from "@/lib/commands/save-section";
import { isSection } from "@/lib/record/sections";
import {
  acting,
  isTypedBySomebodyElse,
  objectOf,
  seenOf,
  TYPED_BY_SOMEBODY_ELSE,
  versionOf,
} from "../../../../acting";

/** Puts the form into the record: `{ content, draftVersion, seen?, account? }`. */
export const POST = acting<{ readonly slug: string; readonly section: string }>(
  async (actor, { slug, section }, request) => {
    if (!isSection(section)) return notFound();
    const { content, draftVersion, seen, account } = await objectOf(request);
    if (isTypedBySomebodyElse(actor, account)) return refused(TYPED_BY_SOMEBODY_ELSE);
    const version = versionOf(draftVersion);
    return saveSection(actor, slug, section, { content, draftVersion: version, seen: seenOf(seen) });
  },
);
