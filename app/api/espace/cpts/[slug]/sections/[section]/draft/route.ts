import { discardDraft, saveDraft } from "@/lib/commands/drafts";
import { notFound, refused } from "@/lib/commands/outcome";
import { isSection } from "@/lib/record/sections";
import {
  acting,
  isTypedBySomebodyElse,
  objectOf,
  seenOf,
  TYPED_BY_SOMEBODY_ELSE,
  versionOf,
} from "../../../../../acting";

interface Params {
  readonly slug: string;
  readonly section: string;
}

/**
 * Keeps the form as it stands: `{ version, content, seen?, account? }`, the version seen last (0 for none), the
 * fingerprint of what was seen, and who typed.
 */
export const PUT = acting<Params>(async (actor, { slug, section }, request) => {
  if (!isSection(section)) return notFound();
  const { version, content, seen, account } = await objectOf(request);
  if (isTypedBySomebodyElse(actor, account)) return refused(TYPED_BY_SOMEBODY_ELSE);
  return saveDraft(actor, slug, section, { version: versionOf(version), content, seen: seenOf(seen) });
});

/** Drops the draft: `{ version }`. */
export const DELETE = acting<Params>(async (actor, { slug, section }, request) => {
  if (!isSection(section)) return notFound();
  const { version, account } = await objectOf(request);
  if (isTypedBySomebodyElse(actor, account)) return refused(TYPED_BY_SOMEBODY_ELSE);
  return discardDraft(actor, slug, section, versionOf(version));
});
