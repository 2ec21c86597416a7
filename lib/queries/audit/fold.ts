import type { AuditEntry } from "../../db/repositories/audit";
import { draftSection } from "../../format/audit/entry";
import { fieldsOf } from "../../format/audit/lines";

/** Saves closer than this are one sitting. */
const SITTING_MS = 30 * 60_000;

export interface FoldedEntry extends AuditEntry {
  /** When the first of the saves folded into this one was made; the same as `at` for one alone. */
  readonly since: string;
  /** How many entries it stands for. */
  readonly saves: number;
}

/**
 * Puts an older entry under the line that it belongs to: the saves of a draft by one person, on one section,
 * within a sitting, are one line, with what was before the first and after the last. For display only.
 *
 * @param lines latest first.
 * @returns the rank of the line that took the entry in; null where it must be a line of its own.
 */
export function foldInto(lines: FoldedEntry[], entry: AuditEntry): number | null {
  const section = draftSection(entry);
  if (section === null) return null;
  const rank = lines.findLastIndex(
    (line) => line.actor === entry.actor && line.subject === entry.subject && touches(line, section),
  );
  const line = lines[rank];
  if (!line || draftSection(line) !== section) return null;
  if (Date.parse(line.since) - Date.parse(entry.at) > SITTING_MS) return null;
  lines[rank] = {
    ...line,
    since: entry.at,
    saves: line.saves + 1,
    // Each save says the fields that it changed: what was first and what is last, of all of them.
    before: merged(section, line.before, entry.before),
    after: merged(section, entry.after, line.after),
  };
  return rank;
}

function touches({ before, after }: AuditEntry, section: string): boolean {
  return section in fieldsOf(before) || section in fieldsOf(after);
}

function merged(section: string, under: unknown, over: unknown): FoldedEntry["before"] {
  const fields = { ...fieldsOf(fieldsOf(under)[section]), ...fieldsOf(fieldsOf(over)[section]) };
  return { [section]: fields } as FoldedEntry["before"];
}
