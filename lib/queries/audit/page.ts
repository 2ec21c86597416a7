import type { Database } from "../../db/database";
import { accountNames } from "../../db/repositories/account-names";
import { documentNames } from "../../db/repositories/documents";
import { pageOfAudit, type AuditEntry, type AuditFilter } from "../../db/repositories/audit";
import { documentsOf, subjectOf, tell, type Told } from "../../format/audit/entry";
import type { World } from "../world";
import { foldInto, type FoldedEntry } from "./fold";
import { withoutContacts } from "./redact";

const LINES = 40;
const BATCH = 120;
/** However long somebody types, a page reads no more than this. */
const MOST_BATCHES = 8;

export interface AuditLine extends Told {
  readonly id: number;
  /** ISO 8601 instants, UTC. */
  readonly at: string;
  readonly since: string;
  readonly saves: number;
  readonly person: string;
  readonly subject: { readonly words: string; readonly href: string | null };
  /** As the journal holds it, without what the reader may not see. */
  readonly raw: { readonly before: string | null; readonly after: string | null };
}

export interface AuditLines {
  readonly lines: readonly AuditLine[];
  /** Where the next page begins; null on the last. */
  readonly next: number | null;
}

export interface Reader {
  readonly world: World;
  /** Whether the reader may read the contacts of the record. */
  readonly readsContacts: boolean;
}

/** A page of the audit, in words. The caller has authorised it. */
export async function auditLines(
  { prisma }: Database,
  filter: AuditFilter,
  before: number | null,
  reader: Reader,
): Promise<AuditLines> {
  const folded: FoldedEntry[] = [];
  let cursor = before;
  let next: number | null = null;
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const entries = await pageOfAudit(prisma, filter, { before: cursor, most: BATCH });
    const rest = takeIn(folded, entries);
    next = rest ?? entries.at(-1)?.id ?? null;
    cursor = next;
    if (rest !== null) break;
    if (entries.length < BATCH) {
      next = null;
      break;
    }
  }
  const names = await accountNames(
    prisma,
    folded.map(({ actor }) => actor),
  );
  const documents = await documentNames(prisma, folded.flatMap(documentsOf));
  return { lines: folded.map((entry) => lineOf(entry, names, documents, reader)), next };
}

/** @returns the last entry taken in, when the page is full and others stay; else null. */
function takeIn(folded: FoldedEntry[], entries: readonly AuditEntry[]): number | null {
  let last: number | null = null;
  for (const entry of entries) {
    if (foldInto(folded, entry) === null) {
      if (folded.length === LINES) return last ?? folded.at(-1)?.id ?? null;
      folded.push({ ...entry, since: entry.at, saves: 1 });
    }
    last = entry.id;
  }
  return null;
}

function lineOf(
  entry: FoldedEntry,
  names: ReadonlyMap<string, string>,
  documents: ReadonlyMap<string, string>,
  reader: Reader,
): AuditLine {
  const shown = reader.readsContacts ? entry : { ...entry, ...withoutContacts(entry) };
  const { cpts, words } = subjectOf(entry.subject);
  const known = cpts === null ? undefined : reader.world.cptsBySlug.get(cpts);
  return {
    id: entry.id,
    at: entry.at,
    since: entry.since,
    saves: entry.saves,
    person: names.get(entry.actor) ?? entry.actor,
    subject: { words: known?.name ?? words, href: known ? `/espace/cpts/${known.slug}` : null },
    raw: { before: written(shown.before), after: written(shown.after) },
    ...tell(
      shown,
      (code) => reader.world.commune.get(code)?.name,
      (id) => documents.get(id),
    ),
  };
}

const written = (value: AuditEntry["before"]) => (value === null ? null : JSON.stringify(value, null, 1));
