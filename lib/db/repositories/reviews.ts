import type { Prisma } from "@/generated/prisma/client";
import type { IsoDay } from "../../kernel/date";
import type { ReviewStatus, YearRef, YearResults, YearReview } from "../../record/money";
import { dateOrNull, dayOrNull, type Tx } from "./rows";

/** The results of a contract year as they are kept, with who wrote them last and who settled them. */
export interface KeptReview extends YearReview {
  /** Ids of accounts. */
  readonly updatedBy: string;
  readonly settledBy: string | null;
  /** ISO 8601 instant, UTC. */
  readonly updatedAt: string;
}

type Row = NonNullable<Awaited<ReturnType<Tx["yearReview"]["findUnique"]>>>;

export const reviewOf = (row: Row): KeptReview => ({
  contractNo: row.contractNo,
  year: row.year,
  status: row.status,
  // Only putReview writes this column, from results that their schema accepted.
  results: row.content as unknown as YearResults,
  version: row.version,
  settledOn: dayOrNull(row.settledOn),
  reopened: row.reopened,
  updatedBy: row.updatedBy,
  settledBy: row.settledBy,
  updatedAt: row.updatedAt.toISOString(),
});

/** By contract, then year. */
export async function listReviews(tx: Tx, cptsId: string): Promise<KeptReview[]> {
  const rows = await tx.yearReview.findMany({
    where: { cptsId },
    orderBy: [{ contractNo: "asc" }, { year: "asc" }],
  });
  return rows.map(reviewOf);
}

export async function findReview(
  tx: Tx,
  cptsId: string,
  { contractNo, year }: YearRef,
): Promise<KeptReview | null> {
  const row = await tx.yearReview.findUnique({
    where: { cptsId_contractNo_year: { cptsId, contractNo, year } },
  });
  return row && reviewOf(row);
}

export interface ReviewChange {
  readonly status: ReviewStatus;
  readonly results: YearResults;
  /** Id of an account. */
  readonly by: string;
  /** Set where `status` is `settled`, by whoever writes. */
  readonly settledOn: IsoDay | null;
  readonly reopened: string | null;
}

/**
 * Puts results in place of those at `version` (0: there are none yet).
 *
 * @returns the new version; null when they are no longer at that version, and nothing is written then.
 */
export async function putReview(
  tx: Tx,
  cptsId: string,
  { contractNo, year }: YearRef,
  version: number,
  { status, results, by, settledOn, reopened }: ReviewChange,
): Promise<number | null> {
  const data = {
    status,
    content: results as unknown as Prisma.InputJsonObject,
    version: version + 1,
    updatedBy: by,
    updatedAt: new Date(),
    settledOn: dateOrNull(settledOn),
    settledBy: settledOn === null ? null : by,
    reopened,
  };
  if (version === 0) {
    const { count } = await tx.yearReview.createMany({
      data: [{ cptsId, contractNo, year, ...data }],
      skipDuplicates: true,
    });
    return count === 1 ? 1 : null;
  }
  const { count } = await tx.yearReview.updateMany({ where: { cptsId, contractNo, year, version }, data });
  return count === 1 ? version + 1 : null;
}
