import { discardDraft, saveDraft } from "@/lib/commands/drafts";
import { notFound } from "@/lib/commands/outcome";
import { isSection } from "@/lib/record/sections";
import { acting, objectOf, versionOf } from "../../../../../acting";

interface Params {
  readonly slug: string;
  readonly section: string;
}

/** Keeps the form as it stands: `{ version, content }`, the version seen last (0 for none). */
export const PUT = acting<Params>(async (actor, { slug, section }, request) => {
  if (!isSection(section)) return notFound();
  const { version, content } = await objectOf(request);
  return saveDraft(actor, slug, section, { version: versionOf(version), content });
});

/** Drops the draft: `{ version }`. */
export const DELETE = acting<Params>(async (actor, { slug, section }, request) => {
  if (!isSection(section)) return notFound();
  const { version } = await objectOf(request);
  return discardDraft(actor, slug, section, versionOf(version));
});
