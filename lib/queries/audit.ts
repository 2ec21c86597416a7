import { authorise, can, type Viewer } from "../auth/can";
import { accountNames, accountsNamed } from "../db/repositories/account-names";
import { auditActors, type AuditFilter } from "../db/repositories/audit";
import { scopeOf } from "../db/repositories/kept";
import type { Tx } from "../db/repositories/rows";
import { AUDIT_KINDS, isAuditKind, RECORD_KINDS, type AuditKind } from "../format/audit/kinds";
import { alphabetical } from "../format/fr";
import { addDays } from "../kernel/date";
import { parisMidnight } from "../kernel/today";
import type { AuditAddress } from "../schemas/audit-address";
import type { Ignored } from "../schemas/address";
import { auditLines, type AuditLine } from "./audit/page";
import { openWorld } from "./world";

interface AuditView {
  readonly lines: readonly AuditLine[];
  /** Where the next page begins; null on the last. */
  readonly next: number | null;
  readonly kind: AuditKind;
  readonly address: AuditAddress;
  readonly ignored: readonly Ignored[];
}

export interface RecordHistory extends AuditView {
  readonly slug: string;
  readonly name: string;
  /** Whoever acted on the record, for the filter. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

export type Journal = AuditView;

/** What happened to one record, for its parties; null for a record that does not exist, or not for the viewer. */
export async function recordHistory(
  viewer: Viewer,
  slug: string,
  address: AuditAddress,
): Promise<RecordHistory | null> {
  const world = await openWorld(viewer);
  const { prisma } = world.db;
  const scope = await scopeOf(prisma, slug);
  if (scope === null || !can(viewer, "read", "history", scope)) return null;
  const subject = `cpts:${slug}`;
  const names = await accountNames(prisma, await auditActors(prisma, subject));
  const people = [...names].map(([id, name]) => ({ id, name })).sort((a, b) => alphabetical(a.name, b.name));
  const { kind, ignored } = kindIn(address, RECORD_KINDS);
  const known = address.person === null || names.has(address.person);
  const filter: AuditFilter = {
    ...filterOf(kind, address),
    subject,
    actors: address.person !== null && known ? [address.person] : undefined,
  };
  const reader = { world, readsContacts: can(viewer, "read", "contacts", scope) };
  return {
    slug,
    name: world.cptsBySlug.get(slug)?.name ?? slug,
    people,
    kind,
    address: known ? address : { ...address, person: null },
    ignored: known || address.person === null ? ignored : [...ignored, stranger(address.person)],
    ...(await auditLines(world.db, filter, address.before, reader)),
  };
}

/** What happened everywhere. Throws Forbidden. */
export async function journal(viewer: Viewer, address: AuditAddress): Promise<Journal> {
  authorise(viewer, "read", "journal");
  const world = await openWorld(viewer);
  const { kind, ignored } = kindIn(address, Object.keys(AUDIT_KINDS).filter(isAuditKind));
  const filter = await journalFilter(world.db.prisma, kind, address);
  // Nobody may read the contacts of every record.
  const reader = { world, readsContacts: can(viewer, "read", "contacts") };
  return { kind, address, ignored, ...(await auditLines(world.db, filter, address.before, reader)) };
}

/** The entries that the address of the journal asks for. */
export async function journalFilter(tx: Tx, kind: AuditKind, address: AuditAddress): Promise<AuditFilter> {
  const filter = filterOf(kind, address);
  return {
    ...filter,
    actors: address.person === null ? undefined : await accountsNamed(tx, address.person),
    subject: address.subject === null ? undefined : subjectNamed(address.subject),
  };
}

/** The kind that an address names; all of them, and said, where it names none. */
export function kindIn(
  { kind, ignored }: AuditAddress,
  kinds: readonly AuditKind[],
): { readonly kind: AuditKind; readonly ignored: readonly Ignored[] } {
  const found = kinds.find((one) => one === kind);
  if (kind === null || found !== undefined) return { kind: found ?? "toutes", ignored };
  const reason = `n’est pas connu ; valeurs possibles : ${kinds.join(", ")}`;
  return { kind: "toutes", ignored: [...ignored, { parameter: "type", value: kind, reason }] };
}

function filterOf(kind: AuditKind, { from, to }: AuditAddress): AuditFilter {
  const { actions, subjects } = AUDIT_KINDS[kind];
  return {
    actions,
    subjects,
    from: from === null ? undefined : parisMidnight(from),
    to: to === null ? undefined : parisMidnight(addDays(to, 1)),
  };
}

/** A slug alone is that of a CPTS. */
const subjectNamed = (words: string) => (words.includes(":") ? words : `cpts:${words}`);

const stranger = (value: string): Ignored => ({
  parameter: "personne",
  value,
  reason: "n’a rien fait sur cette fiche",
});
