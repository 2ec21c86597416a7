import type { Prisma } from "@/generated/prisma/client";
import type { IndemnityTotals, RecordedPayment, SpendingSheet, YearReview } from "../../record/money";
import { reviewOf } from "./reviews";
import { centsOrNull, dayOf, integerOf, type Tx } from "./rows";

/** All that is kept of the money of one CPTS. */
export interface KeptMoney {
  readonly reviews: readonly YearReview[];
  readonly payments: readonly RecordedPayment[];
  readonly sheets: readonly SpendingSheet[];
  readonly indemnities: readonly IndemnityTotals[];
}

export const NO_MONEY: KeptMoney = { reviews: [], payments: [], sheets: [], indemnities: [] };

/** The money of these CPTS, by id; payments by day. One that has none is absent. */
export async function listMoney(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KeptMoney>> {
  const where = { cptsId: { in: [...ids] } };
  const reviews = await tx.yearReview.findMany({ where, orderBy: YEARS });
  const payments = await tx.payment.findMany({ where, orderBy: [{ paidOn: "asc" }, { id: "asc" }] });
  const sheets = await tx.spendingSheet.findMany({ where, orderBy: YEARS, include: WITH_ENTRIES });
  const indemnities = await tx.indemnityTotals.findMany({ where, orderBy: { year: "asc" } });
  const byCpts = new Map<string, Writable>();
  const of = ({ cptsId }: { readonly cptsId: string }): Writable => {
    const known = byCpts.get(cptsId) ?? { reviews: [], payments: [], sheets: [], indemnities: [] };
    byCpts.set(cptsId, known);
    return known;
  };
  for (const row of reviews) of(row).reviews.push(reviewOf(row));
  for (const row of payments) of(row).payments.push(paymentOf(row));
  for (const row of sheets) of(row).sheets.push(sheetOf(row));
  for (const row of indemnities) of(row).indemnities.push(indemnitiesOf(row));
  return byCpts;
}

interface Writable {
  readonly reviews: YearReview[];
  readonly payments: RecordedPayment[];
  readonly sheets: SpendingSheet[];
  readonly indemnities: IndemnityTotals[];
}

const YEARS = [
  { contractNo: "asc" },
  { year: "asc" },
] as const satisfies Prisma.YearReviewOrderByWithRelationInput[];
const WITH_ENTRIES = {
  entries: { orderBy: [{ line: "asc" }, { nature: "asc" }] },
} as const satisfies Prisma.SpendingSheetInclude;

type PaymentRow = Prisma.PaymentGetPayload<object>;
type SheetRow = Prisma.SpendingSheetGetPayload<{ include: typeof WITH_ENTRIES }>;
type IndemnityRow = Prisma.IndemnityTotalsGetPayload<object>;

export const paymentOf = (row: PaymentRow): RecordedPayment => ({
  id: row.id,
  version: row.version,
  payer: row.payer,
  line: row.line,
  settles:
    row.contractNo === null || row.year === null ? null : { contractNo: row.contractNo, year: row.year },
  paidOn: dayOf(row.paidOn),
  amountCents: integerOf(row.amount),
  reference: row.reference,
  note: row.note,
});

export const sheetOf = (row: SheetRow): SpendingSheet => ({
  contractNo: row.contractNo,
  year: row.year,
  complete: row.complete,
  comment: row.comment,
  version: row.version,
  entries: row.entries.flatMap(({ line, nature, budget, spent }) =>
    // A check of the table refuses this line.
    line === "non_ventile"
      ? []
      : [{ line, nature, budgetCents: centsOrNull(budget), spentCents: centsOrNull(spent) }],
  ),
});

export const indemnitiesOf = (row: IndemnityRow): IndemnityTotals => ({
  year: row.year,
  totals: row.totals.map(integerOf),
  version: row.version,
});

/** Payments of these CPTS by id, those that follow `after`, at most `most`: one page of a long reading. */
export async function listPaymentsAfter(
  tx: Tx,
  cptsIds: readonly string[],
  line: RecordedPayment["line"],
  after: string | null,
  most: number,
): Promise<readonly { readonly cptsId: string; readonly payment: RecordedPayment }[]> {
  const rows = await tx.payment.findMany({
    where: {
      cptsId: { in: [...cptsIds] },
      ...(line === null ? {} : { line }),
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: most,
  });
  return rows.map((row) => ({ cptsId: row.cptsId, payment: paymentOf(row) }));
}

/**
 * Spending sheets of these CPTS by id, those that follow `after`, at most `most`: one page of a long reading. With
 * their entries of `line` alone, and those of contract year `year` alone, where told.
 */
export async function listSheetsAfter(
  tx: Tx,
  cptsIds: readonly string[],
  { line, year }: { readonly line: RecordedPayment["line"]; readonly year: number | null },
  after: string | null,
  most: number,
): Promise<readonly { readonly id: string; readonly cptsId: string; readonly sheet: SpendingSheet }[]> {
  const rows = await tx.spendingSheet.findMany({
    where: {
      cptsId: { in: [...cptsIds] },
      ...(year === null ? {} : { year }),
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: most,
    include: { entries: { ...WITH_ENTRIES.entries, ...(line === null ? {} : { where: { line } }) } },
  });
  return rows.map((row) => ({ id: row.id, cptsId: row.cptsId, sheet: sheetOf(row) }));
}
