import { Prisma } from "@/generated/prisma/client";
import { TOUCHED_TABLES } from "./import-write";
import type { Tx } from "./rows";

/** A record that an import wrote. */
export interface Touched {
  readonly cptsId: string;
  readonly slug: string;
  readonly name: string;
  readonly isNew: boolean;
  /** What it holds is no longer what the import left. */
  readonly isChanged: boolean;
  readonly departments: readonly string[];
}

/** The records that an import wrote, by name; those created count as changed once anything hangs on them. */
export async function listTouched(tx: Tx, importId: string): Promise<Touched[]> {
  return tx.$queryRaw<Touched[]>`
    SELECT t.cpts_id::text AS "cptsId", t.slug, t.name, t.is_new AS "isNew",
      (c.id IS NULL OR c.version <> t.version OR c.updated_at <> t.updated_at OR (t.is_new AND (
        c.money_version > 1
        OR EXISTS (SELECT 1 FROM section_draft x WHERE x.cpts_id = c.id)
        OR EXISTS (SELECT 1 FROM submission x WHERE x.cpts_id = c.id)
        OR EXISTS (SELECT 1 FROM meeting x WHERE x.cpts_id = c.id)
        OR EXISTS (SELECT 1 FROM document x WHERE x.cpts_id = c.id)
        OR EXISTS (SELECT 1 FROM account_scope x WHERE x.cpts_id = c.id)
      ))) AS "isChanged",
      ARRAY(SELECT d.department_code::text FROM cpts_department d WHERE d.cpts_id = t.cpts_id ORDER BY d.rank)
        AS "departments"
    FROM import_touch t LEFT JOIN cpts c ON c.id = t.cpts_id
    WHERE t.import_id = ${importId}::uuid ORDER BY t.name`;
}

/** Puts every record that an import wrote back as it was, and removes those that it created. */
export async function undoImport(tx: Tx, importId: string, citation: string, at: Date): Promise<void> {
  for (const table of [...TOUCHED_TABLES].reverse()) {
    await tx.$executeRaw`
      DELETE FROM ${Prisma.raw(table)} t USING import_touch x
      WHERE x.import_id = ${importId}::uuid AND t.cpts_id = x.cpts_id
        AND (x.is_new OR jsonb_exists(x.before, ${table}::text))`;
  }
  await tx.$executeRaw`
    DELETE FROM cpts c USING import_touch x
    WHERE x.import_id = ${importId}::uuid AND x.is_new AND c.id = x.cpts_id`;
  for (const table of TOUCHED_TABLES) {
    await tx.$executeRaw`
      INSERT INTO ${Prisma.raw(table)}
      SELECT r.* FROM import_touch x,
        jsonb_populate_recordset(NULL::${Prisma.raw(table)}, x.before -> ${table}::text) r
      WHERE x.import_id = ${importId}::uuid AND NOT x.is_new`;
  }
  await tx.$executeRaw`
    UPDATE contract k SET signed_earliest = r.signed_earliest, signed_latest = r.signed_latest
    FROM import_touch x, jsonb_populate_recordset(NULL::contract, x.before -> 'contract') r
    WHERE x.import_id = ${importId}::uuid AND k.id = r.id`;
  await tx.$executeRaw`
    UPDATE cpts c SET version = c.version + 1, updated_at = ${at}::timestamptz
    FROM import_touch x WHERE x.import_id = ${importId}::uuid AND c.id = x.cpts_id`;
  // A record is again as an earlier import left it: that one may be undone in its turn.
  await tx.$executeRaw`
    UPDATE import_touch o SET version = c.version, updated_at = c.updated_at
    FROM import_touch x JOIN cpts c ON c.id = x.cpts_id
    WHERE x.import_id = ${importId}::uuid AND o.import_id <> x.import_id AND o.cpts_id = x.cpts_id
      AND o.version = x.version - 1 AND o.updated_at = (x.before ->> 'updated_at')::timestamptz`;
  await tx.citation.deleteMany({ where: { id: citation } });
  await tx.source.deleteMany({ where: { id: citation } });
  await tx.$executeRaw`UPDATE import_touch SET before = '{}'::jsonb WHERE import_id = ${importId}::uuid`;
}
