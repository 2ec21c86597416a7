import type { KeptRecord } from "../../record/dossier";
import { WHOLE_RECORD, recordOf } from "./cpts-rows";
import { replaceBesideTerritory, replaceCpts } from "./cpts-write";
import { WHOLE_DOSSIER, dossierOf, replaceDossier } from "./dossier";
import { stampOf, type Tx } from "./rows";

/** A record as its people keep it, with what rights and conflicts are checked on. */
export interface FoundKept {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  /** As {@link CptsVersions.record}, of what was read. */
  readonly stamp: string;
  /** Codes of the departments it is attached to, the first named first: whose agents may see it. */
  readonly departments: readonly string[];
  readonly kept: KeptRecord;
}

/** Where a CPTS is, for the table of rights. */
export interface CptsScope {
  readonly cptsId: string;
  readonly departments: readonly string[];
}

export async function scopeOf(tx: Tx, slug: string): Promise<CptsScope | null> {
  const row = await tx.cpts.findUnique({
    where: { slug },
    select: { id: true, departments: { select: { departmentCode: true }, orderBy: { rank: "asc" } } },
  });
  return row && { cptsId: row.id, departments: row.departments.map((one) => one.departmentCode) };
}

export async function findKept(tx: Tx, slug: string): Promise<FoundKept | null> {
  const row = await tx.cpts.findUnique({ where: { slug }, include: { ...WHOLE_RECORD, ...WHOLE_DOSSIER } });
  return row && foundOf(row);
}

function foundOf(row: Parameters<typeof recordOf>[0] & Parameters<typeof dossierOf>[0]): FoundKept {
  const kept = { record: recordOf(row), dossier: dossierOf(row) };
  const departments = kept.record.departments.map(({ code }) => code);
  return { id: row.id, slug: row.slug, version: row.version, stamp: stampOf(row), departments, kept };
}

/**
 * Puts `kept` in place of what the CPTS held, as the version after `version`. Without `territory`, the
 * memberships and their outlines stay as they are.
 *
 * @returns the new version; null when the record is no longer at `version`, and nothing is written then.
 */
export async function putKept(
  tx: Tx,
  { id, version }: Pick<FoundKept, "id" | "version">,
  kept: KeptRecord,
  { territory }: { readonly territory: boolean },
): Promise<number | null> {
  const next = version + 1;
  const { count } = await tx.cpts.updateMany({ where: { id, version }, data: { version: next } });
  if (count === 0) return null;
  const replace = territory ? replaceCpts : replaceBesideTerritory;
  await replace(tx, id, kept.record);
  await replaceDossier(tx, id, kept.dossier);
  return next;
}

/** What tells whether what was known of a CPTS still holds. */
export interface CptsVersions {
  readonly id: string;
  readonly slug: string;
  /** Changes whenever the record does; a load of public documents changes a record without a new version. */
  readonly record: string;
  /** Grows whenever its results, payments or spending change. */
  readonly money: number;
}

/** The versions of every CPTS, by slug. */
export async function listVersions(tx: Tx): Promise<readonly CptsVersions[]> {
  const rows = await tx.cpts.findMany({
    select: { id: true, slug: true, version: true, updatedAt: true, moneyVersion: true },
    orderBy: { slug: "asc" },
  });
  return rows.map((row) => ({ id: row.id, slug: row.slug, record: stampOf(row), money: row.moneyVersion }));
}

/** Grows whenever the money of any CPTS changes, while none is added or removed (that takes a revision). */
export async function sumMoneyVersions(tx: Tx): Promise<number> {
  const { _sum } = await tx.cpts.aggregate({ _sum: { moneyVersion: true } });
  return _sum.moneyVersion ?? 0;
}

/** The records of these ids, whole; in no order. */
export async function listKept(tx: Tx, ids: readonly string[]): Promise<FoundKept[]> {
  const rows = await tx.cpts.findMany({
    where: { id: { in: [...ids] } },
    include: { ...WHOLE_RECORD, ...WHOLE_DOSSIER },
  });
  return rows.map(foundOf);
}
