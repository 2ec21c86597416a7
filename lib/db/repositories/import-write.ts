import { Prisma } from "@/generated/prisma/client";
import type { CptsWrite } from "../../record/import-terms";
import type { StoredOutline } from "./outlines";
import { shareColumns, type Tx } from "./rows";

/**
 * Writes what a file says of hundreds of CPTS in a dozen statements: rows go as one JSON array each, which both
 * databases turn into a table.
 */

/** The tables that an import may touch, in the order in which what it kept is put back. */
export const TOUCHED_TABLES = [
  "cpts_department",
  "stated_figure",
  "lifecycle_event",
  "professional_count",
  "cpts_identity",
  "perimeter_membership",
  "perimeter_outline",
] as const;
type Table = (typeof TOUCHED_TABLES)[number];

const rowsOf = (table: Table | "contract") => Prisma.sql`
  (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]'::jsonb) FROM ${Prisma.raw(table)} t WHERE t.cpts_id = c.id)`;

export interface WriteContext {
  readonly importId: string;
  /** The citation that what is new stands on. */
  readonly citation: string;
  readonly at: Date;
}

/** Somebody wrote one of the records since they were read: nothing is to be kept. */
export class ImportStale extends Error {
  override name = "ImportStale";
}

const AT_ONCE = 5_000;

/** Runs a statement for each thousand of rows. */
async function each<T>(rows: readonly T[], run: (json: string) => Promise<unknown>, atOnce = AT_ONCE) {
  for (let first = 0; first < rows.length; first += atOnce) {
    await run(JSON.stringify(rows.slice(first, first + atOnce)));
  }
}

/**
 * Writes `writes` in the transaction, and keeps what each record held before. Throws {@link ImportStale} where a
 * record is no longer at the version that the plan was made on.
 */
export async function writeImport(
  tx: Tx,
  writes: readonly (CptsWrite & {
    readonly version: number;
    readonly outlines: readonly StoredOutline[] | null;
  })[],
  { importId, citation, at }: WriteContext,
): Promise<void> {
  const territory = writes.some(({ outlines }) => outlines !== null);
  await insertNew(tx, writes, at);
  const ids = JSON.stringify(writes.map(({ id, isNew, version }) => ({ id, is_new: isNew, version })));
  const kept = TOUCHED_TABLES.filter((table) => territory || !table.startsWith("perimeter_"));
  const before = Prisma.join(kept.map((table) => Prisma.sql`${table}::text, ${rowsOf(table)}`));
  await tx.$executeRaw`
    INSERT INTO import_touch (import_id, cpts_id, slug, name, is_new, version, updated_at, before)
    SELECT ${importId}::uuid, c.id, c.slug, c.name, r.is_new, r.version + 1, ${at}::timestamptz,
      CASE WHEN r.is_new THEN '{}'::jsonb
        ELSE jsonb_build_object(${before}, 'contract', ${rowsOf("contract")}, 'updated_at', c.updated_at) END
    FROM jsonb_to_recordset(${ids}::jsonb) AS r(id uuid, is_new boolean, version int)
    JOIN cpts c ON c.id = r.id`;
  const count = await tx.$executeRaw`
    UPDATE cpts c SET version = c.version + 1, updated_at = ${at}::timestamptz
    FROM jsonb_to_recordset(${ids}::jsonb) AS r(id uuid, version int)
    WHERE c.id = r.id AND c.version = r.version`;
  if (count !== writes.length) throw new ImportStale("a record changed since the report");
  await writeRecord(tx, writes, citation);
  await writeTerritory(tx, writes, citation);
}

async function insertNew(tx: Tx, writes: readonly CptsWrite[], at: Date): Promise<void> {
  const created = writes.filter(({ isNew }) => isNew).map(({ id, slug, name }) => ({ id, slug, name }));
  await each(
    created,
    (rows) => tx.$executeRaw`
    INSERT INTO cpts (id, slug, name, origin, created_at, updated_at)
    SELECT r.id, r.slug, r.name, 'entered', ${at}::timestamptz, ${at}::timestamptz
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, slug text, name text)`,
  );
}

async function writeRecord(tx: Tx, writes: readonly CptsWrite[], citation: string): Promise<void> {
  const departments = writes.flatMap(({ id, departments: all }) => all.map((one) => ({ id, ...one })));
  await each(
    departments,
    (rows) => tx.$executeRaw`
    INSERT INTO cpts_department (cpts_id, department_code, rank, citation_id)
    SELECT r.id, r.code, r.rank, ${citation}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, code text, rank int)`,
  );
  const removed = writes.flatMap(({ id, events }) =>
    events.removed.map(({ kind, when }) => ({ id, kind, ...when })),
  );
  await each(
    removed,
    (rows) => tx.$executeRaw`
    DELETE FROM lifecycle_event e
    USING jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, kind text, earliest date, latest date)
    WHERE e.cpts_id = r.id AND e.kind::text = r.kind AND e.earliest = r.earliest AND e.latest = r.latest`,
  );
  const added = writes.flatMap(({ id, events }) =>
    events.added.map(({ kind, when }) => ({ id, kind, ...when })),
  );
  await each(
    added,
    (rows) => tx.$executeRaw`
    INSERT INTO lifecycle_event (id, cpts_id, kind, earliest, latest, citation_id)
    SELECT gen_random_uuid(), r.id, r.kind::lifecycle_kind, r.earliest, r.latest, ${citation}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, kind text, earliest date, latest date)`,
  );
  const signed = writes.flatMap(({ id, signed: all }) =>
    all.map(({ was, is }) => ({ id, e: was.earliest, l: was.latest, ie: is.earliest, il: is.latest })),
  );
  await each(
    signed,
    (rows) => tx.$executeRaw`
    UPDATE contract k SET signed_earliest = r.ie, signed_latest = r.il
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, e date, l date, ie date, il date)
    WHERE k.cpts_id = r.id AND k.signed_earliest = r.e AND k.signed_latest = r.l`,
  );
  const figures = writes.flatMap(({ id, figures: all }) => all.map((one) => ({ id, ...one })));
  await each(
    figures,
    (rows) => tx.$executeRaw`
    INSERT INTO stated_figure (id, cpts_id, measure, value, qualifier, as_of_earliest, as_of_latest, citation_id)
    SELECT gen_random_uuid(), r.id, r.measure::stated_measure, r.value, 'exact', r."asOf", r."asOf", ${citation}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, measure text, value int, "asOf" date)`,
  );
  await writePeople(tx, writes, citation);
}

async function writePeople(tx: Tx, writes: readonly CptsWrite[], citation: string): Promise<void> {
  const identities = writes.flatMap(({ id, identity }) =>
    Object.keys(identity).length === 0 ? [] : [{ id, ...identity }],
  );
  await each(
    identities,
    (rows) => tx.$executeRaw`
    INSERT INTO cpts_identity AS i (cpts_id, legal_form, siret, address, email, phone, website)
    SELECT r.id, r."legalForm", r.siret, r.address, r.email, r.phone, r.website
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, "legalForm" text, siret text, address text, email text,
      phone text, website text)
    ON CONFLICT (cpts_id) DO UPDATE SET legal_form = coalesce(excluded.legal_form, i.legal_form),
      siret = coalesce(excluded.siret, i.siret), address = coalesce(excluded.address, i.address),
      email = coalesce(excluded.email, i.email), phone = coalesce(excluded.phone, i.phone),
      website = coalesce(excluded.website, i.website)`,
  );
  const days = writes.flatMap(({ id, counts }) => (counts === null ? [] : [{ id, day: counts.asOf }]));
  await each(
    days,
    (rows) => tx.$executeRaw`
    DELETE FROM professional_count p USING jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, day date)
    WHERE p.cpts_id = r.id AND p.as_of_latest >= r.day`,
  );
  const counts = writes.flatMap(({ id, counts: all }) =>
    (all?.rows ?? []).map((one) => ({ id, day: all?.asOf, ...one })),
  );
  await each(
    counts,
    (rows) => tx.$executeRaw`
    INSERT INTO professional_count (id, cpts_id, profession, scope, count, qualifier, as_of_earliest, as_of_latest,
      citation_id)
    SELECT gen_random_uuid(), r.id, r.profession::profession, r.scope::professional_scope, r.count, 'exact', r.day,
      r.day, ${citation}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, profession text, scope text, count int, day date)`,
  );
}

async function writeTerritory(
  tx: Tx,
  writes: readonly (CptsWrite & { readonly outlines: readonly StoredOutline[] | null })[],
  citation: string,
): Promise<void> {
  const removed = writes.flatMap(({ memberships }) => memberships.removed.map((id) => ({ id })));
  await each(
    removed,
    (rows) => tx.$executeRaw`
    DELETE FROM perimeter_membership m USING jsonb_to_recordset(${rows}::jsonb) AS r(id uuid) WHERE m.id = r.id`,
  );
  const closed = writes.flatMap(({ memberships }) => memberships.closed);
  await each(
    closed,
    (rows) => tx.$executeRaw`
    UPDATE perimeter_membership m SET valid_to = r."to"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, "to" date) WHERE m.id = r.id`,
  );
  const added = writes.flatMap(({ id, memberships }) =>
    memberships.added.map(({ share, ...one }) => ({ id, ...one, ...shareColumns(share) })),
  );
  await each(
    added,
    (rows) => tx.$executeRaw`
    INSERT INTO perimeter_membership (id, cpts_id, commune_code, valid_from, valid_to, partial, share_numerator,
      share_denominator, basis, note, citation_id)
    SELECT gen_random_uuid(), r.id, r.commune, r."from", r."to", r.partial, r."shareNumerator",
      r."shareDenominator", 'declared', r.note, ${citation}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, commune text, "from" date, "to" date, partial boolean,
      "shareNumerator" int, "shareDenominator" int, note text)`,
  );
  const drawn = writes.flatMap(({ id, outlines }) => (outlines === null ? [] : [{ id, outlines }]));
  await each(
    drawn.map(({ id }) => ({ id })),
    (rows) => tx.$executeRaw`
    DELETE FROM perimeter_outline o USING jsonb_to_recordset(${rows}::jsonb) AS r(id uuid) WHERE o.cpts_id = r.id`,
  );
  const outlines = drawn.flatMap(({ id, outlines: all }) => all.map((one) => ({ id, ...one })));
  await each(
    outlines,
    (rows) => tx.$executeRaw`
    INSERT INTO perimeter_outline (cpts_id, valid_from, valid_to, geometry)
    SELECT r.id, r."from", r."to", r.geometry
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, "from" date, "to" date, geometry jsonb)`,
    100,
  );
}
