import type { PublishedCoverage, PublishedFigure } from "../../record/cpts";
import { type Tx, dateOf, integerOf, spanOf } from "./rows";

/** Coverage as published, of one department or of all; by department, earliest first. */
export async function listPublishedCoverage(tx: Tx, department?: string): Promise<PublishedCoverage[]> {
  const rows = await tx.publishedCoverage.findMany({
    where: { departmentCode: department },
    orderBy: [{ departmentCode: "asc" }, { asOfEarliest: "asc" }],
  });
  return rows.map((row) => ({
    department: row.departmentCode,
    asOf: spanOf(row.asOfEarliest, row.asOfLatest),
    signedCpts: row.signedCpts,
    signedRate: row.signedRate,
    signedOrUnderWayRate: row.signedOrUnderWayRate,
    base: row.base,
    note: row.note,
    citation: row.citationId,
  }));
}

/** Other published figures, of one territory (`FR`, `R84`, `D63`) or of all; by territory and measure. */
export async function listPublishedFigures(tx: Tx, territory?: string): Promise<PublishedFigure[]> {
  const rows = await tx.publishedFigure.findMany({
    where: { territory },
    orderBy: [{ territory: "asc" }, { measure: "asc" }, { asOfEarliest: "asc" }],
  });
  return rows.map((row) => ({
    territory: row.territory,
    measure: row.measure,
    value: integerOf(row.value),
    unit: row.unit,
    qualifier: row.qualifier,
    asOf: spanOf(row.asOfEarliest, row.asOfLatest),
    citation: row.citationId,
  }));
}

/**
 * Puts these figures in place of all that came from public documents. What people declared (a source of
 * kind `declaration`) stays.
 */
export async function replacePublished(
  tx: Tx,
  coverage: readonly PublishedCoverage[],
  figures: readonly PublishedFigure[],
): Promise<void> {
  const fromDocuments = { citation: { source: { kind: { not: "declaration" as const } } } };
  await tx.publishedCoverage.deleteMany({ where: fromDocuments });
  await tx.publishedFigure.deleteMany({ where: fromDocuments });
  await tx.publishedCoverage.createMany({
    data: coverage.map(({ department, asOf, citation, ...rest }) => ({
      ...rest,
      departmentCode: department,
      asOfEarliest: dateOf(asOf.earliest),
      asOfLatest: dateOf(asOf.latest),
      citationId: citation,
    })),
  });
  await tx.publishedFigure.createMany({
    data: figures.map(({ value, asOf, citation, ...rest }) => ({
      ...rest,
      value: BigInt(value),
      asOfEarliest: dateOf(asOf.earliest),
      asOfLatest: dateOf(asOf.latest),
      citationId: citation,
    })),
  });
}
