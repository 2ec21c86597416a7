import type { Prisma } from "@/generated/prisma/client";
import type { IndemnityTotals } from "../../record/money";
import { integerOf, type Tx } from "./rows";

export interface StoredIndemnities extends IndemnityTotals {
  readonly updatedBy: string;
  /** ISO 8601 instant, UTC. */
  readonly updatedAt: string;
}

const storedOf = (row: Prisma.IndemnityTotalsGetPayload<object>): StoredIndemnities => ({
  year: row.year,
  totals: row.totals.map(integerOf),
  version: row.version,
  updatedBy: row.updatedBy,
  updatedAt: row.updatedAt.toISOString(),
});

/** What a CPTS said of each calendar year, in order. */
export async function listIndemnities(tx: Tx, cptsId: string): Promise<StoredIndemnities[]> {
  const rows = await tx.indemnityTotals.findMany({ where: { cptsId }, orderBy: { year: "asc" } });
  return rows.map(storedOf);
}

export async function findIndemnities(
  tx: Tx,
  cptsId: string,
  year: number,
): Promise<StoredIndemnities | null> {
  const row = await tx.indemnityTotals.findUnique({ where: { cptsId_year: { cptsId, year } } });
  return row && storedOf(row);
}

/** Puts the totals in place of what the year held; their version is the one after `version`, 1 for the first. */
export async function putIndemnities(
  tx: Tx,
  cptsId: string,
  { year, totals, version }: IndemnityTotals,
  updatedBy: string,
): Promise<void> {
  const said = { totals: totals.map(BigInt), version: version + 1, updatedBy, updatedAt: new Date() };
  await tx.indemnityTotals.upsert({
    where: { cptsId_year: { cptsId, year } },
    create: { cptsId, year, ...said },
    update: said,
  });
}
