import type { AuditEntry } from "../../db/repositories/audit";

/** What stands in the audit in place of people to reach, for whoever may not read them. */
const HIDDEN = "non affichés (données personnelles)";
const HIDDEN_CHANGED = "non affichés (données personnelles), modifiés";

/** The entry without the contacts that a record held: the page, its source and the export never carry them. */
export function withoutContacts(entry: AuditEntry): AuditEntry {
  const before = contactsIn(entry.before);
  const after = contactsIn(entry.after);
  if (before.length === 0 && after.length === 0) return entry;
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  return {
    ...entry,
    before: hide(entry.before, HIDDEN) as AuditEntry["before"],
    after: hide(entry.after, isSame ? HIDDEN : HIDDEN_CHANGED) as AuditEntry["after"],
  };
}

function contactsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(contactsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "contacts" ? [inner] : contactsIn(inner)));
}

function hide(value: unknown, words: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => hide(inner, words));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === "contacts" ? words : hide(inner, words)]),
  );
}
