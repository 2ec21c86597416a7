import { draftContent, type DraftContent } from "@/lib/schemas/sections";

/** What was typed, kept on this device until the server has it: a crash or a lost network loses nothing. */
export interface KeptDraft {
  readonly content: DraftContent;
  /** Fingerprint of what the server held when it was typed. */
  readonly seen: string;
  /** Instant of the last key. */
  readonly at: string;
  /** Which page wrote it: another tab of the same form does not clear it. */
  readonly page: string;
}

const PREFIX = "maillage.brouillon";

export function keptKey(accountId: string, slug: string, section: string): string {
  return [PREFIX, accountId, slug, section].join("/");
}

/** False where the device refuses (storage full, or forbidden): the server's draft is then alone. */
export function keep(key: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function findKeptDraft(key: string): KeptDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isKeptDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** Forgets what this page kept; with no page named, whatever is kept. */
export function forget(key: string, page?: string): void {
  try {
    if (page === undefined || findKeptDraft(key)?.page === page) localStorage.removeItem(key);
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

/** Another version of the product, or a curious hand, may have left anything there. */
function isKeptDraft(value: unknown): value is KeptDraft {
  if (typeof value !== "object" || value === null) return false;
  const { content, seen, at, page } = value as Partial<Record<keyof KeptDraft, unknown>>;
  const texts = [seen, at, page].every((one) => typeof one === "string");
  return texts && draftContent.safeParse(content).success;
}
