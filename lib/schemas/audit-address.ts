import { isoDaySchema, type Ignored, type Query } from "./address";

/** What the pages of the audit keep in their address. */
export interface AuditAddress {
  /** A kind, as typed: the query knows which there are. */
  readonly kind: string | null;
  /** On a record's page the id of an account; in the journal, words of a name. */
  readonly person: string | null;
  /** Slug of a CPTS, or the beginning of another subject. */
  readonly subject: string | null;
  /** Days, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** Entries older than this one. */
  readonly before: number | null;
  readonly ignored: readonly Ignored[];
}

const MOST_WORDS = 100;

export function auditInAddress(query: Query): AuditAddress {
  const ignored: Ignored[] = [];
  const dayOf = (parameter: string): string | null => {
    const value = one(query[parameter]);
    if (value === null) return null;
    const parsed = isoDaySchema.safeParse(value);
    if (parsed.success) return parsed.data;
    ignored.push({ parameter, value, reason: parsed.error.issues[0]?.message ?? "n’est pas une date" });
    return null;
  };
  const cursor = one(query.avant);
  const isCursor = cursor !== null && /^\d{1,15}$/.test(cursor);
  if (cursor !== null && !isCursor) {
    ignored.push({
      parameter: "avant",
      value: cursor.slice(0, MOST_WORDS),
      reason: "n’est pas une page de cette liste",
    });
  }
  return {
    kind: one(query.type),
    person: one(query.personne)?.slice(0, MOST_WORDS) ?? null,
    subject: one(query.objet)?.slice(0, MOST_WORDS) ?? null,
    from: dayOf("du"),
    to: dayOf("au"),
    before: isCursor ? Number(cursor) : null,
    ignored,
  };
}

function one(value: string | readonly string[] | undefined): string | null {
  const text = (typeof value === "string" || value === undefined ? value : value[0])
    ?.replace(/\p{Cc}/gu, "")
    .trim();
  return text === undefined || text === "" ? null : text;
}
