import type { Section } from "@/lib/record/sections";
import { draftContent, type DraftContent, type FieldIssue } from "@/lib/schemas/sections";
import type { Answer, Theirs } from "./draft-state";

/** The private API of the forms, as the draft engine calls it. */
export interface SectionAddress {
  readonly slug: string;
  readonly section: Section;
  /** Who types: the server refuses to sign it with another account. */
  readonly accountId: string;
}

/** Browsers let no more than 64 KiB outlive a page. */
const MOST_KEEPALIVE = 60_000;

const LOST: Answer = { kind: "away" };

interface Sent {
  readonly content: DraftContent;
  readonly version: number;
  /** Fingerprint of what the writer saw. */
  readonly seen: string;
}

export function putDraft(address: SectionAddress, sent: Sent, leaving: boolean): Promise<Answer> {
  const body = JSON.stringify({ ...sent, account: address.accountId });
  const keepalive = leaving && body.length < MOST_KEEPALIVE;
  return ask(`${pathOf(address)}/draft`, { method: "PUT", body, keepalive }, savedOf);
}

/** Drops the draft; « saved » at version 0 says that it is gone. */
export function deleteDraft(address: SectionAddress, version: number): Promise<Answer> {
  const body = JSON.stringify({ version, account: address.accountId });
  return ask(`${pathOf(address)}/draft`, { method: "DELETE", body }, () => ({
    kind: "saved",
    version: 0,
    at: "",
  }));
}

/** Puts the form into the record; `version` of the answer is the record's. */
export function postSection(address: SectionAddress, { version, ...sent }: Sent): Promise<Answer> {
  const body = JSON.stringify({ ...sent, draftVersion: version, account: address.accountId });
  return ask(pathOf(address), { method: "POST", body }, savedOf);
}

const pathOf = ({ slug, section }: SectionAddress): string =>
  `/api/espace/cpts/${encodeURIComponent(slug)}/sections/${section}`;

function savedOf(body: Readonly<Record<string, unknown>>): Answer {
  const { version, updatedAt } = body;
  if (typeof version !== "number") return LOST;
  return { kind: "saved", version, at: typeof updatedAt === "string" ? updatedAt : "" };
}

const TIME_OUT = 20_000;

async function ask(
  path: string,
  init: RequestInit,
  read: (body: Readonly<Record<string, unknown>>) => Answer,
): Promise<Answer> {
  try {
    const response = await fetch(path, {
      ...init,
      headers: { "Content-Type": "application/json" },
      signal: AbortSignal.timeout(TIME_OUT),
    });
    const body = response.status === 204 ? {} : await objectOf(response);
    return response.ok ? read(body) : refusalOf(response.status, body);
  } catch {
    return LOST;
  }
}

async function objectOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await response.json().catch(() => ({}));
  return typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
}

function refusalOf(status: number, body: Readonly<Record<string, unknown>>): Answer {
  const why = typeof body.detail === "string" ? body.detail : "Le serveur a refusé l’enregistrement.";
  if (status === 401) return { kind: "signed_out" };
  if (status === 409) {
    const theirs = theirsOf(body.theirs);
    return theirs ? { kind: "conflict", theirs } : { kind: "refused", why, final: false };
  }
  if (status === 422) return { kind: "invalid", issues: issuesOf(body.errors) };
  if (status === 429 || status >= 500) return LOST;
  return { kind: "refused", why, final: status === 403 || status === 404 };
}

function theirsOf(value: unknown): Theirs | null {
  if (typeof value !== "object" || value === null) return null;
  const { version, content, by, at } = value as Partial<Record<keyof Theirs, unknown>>;
  const parsed = draftContent.safeParse(content);
  if (typeof version !== "number" || !parsed.success) return null;
  return {
    what: typeof by === "string" ? "draft" : "record",
    version,
    content: parsed.data,
    by: typeof by === "string" ? by : null,
    at: typeof at === "string" ? at : null,
  };
}

function issuesOf(value: unknown): readonly FieldIssue[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is FieldIssue => {
    if (typeof one !== "object" || one === null) return false;
    const { path, message } = one as Partial<Record<keyof FieldIssue, unknown>>;
    return Array.isArray(path) && typeof message === "string";
  });
}
