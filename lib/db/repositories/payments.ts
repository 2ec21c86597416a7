import type { Prisma } from "@/generated/prisma/client";
import type { PaymentTerms, RecordedPayment } from "../../record/money";
import { dateOf, dayOf, integerOf, isUuid, type Tx } from "./rows";

export interface StoredPayment extends RecordedPayment {
  /** The file it came in; null where it was typed. */
  readonly batchId: string | null;
}

function paymentOf(row: Prisma.PaymentGetPayload<object>): StoredPayment {
  const { id, version, payer, line, contractNo, year, reference, note, batchId } = row;
  return {
    id,
    version,
    payer,
    line,
    settles: contractNo === null || year === null ? null : { contractNo, year },
    paidOn: dayOf(row.paidOn),
    amountCents: integerOf(row.amount),
    reference,
    note,
    batchId,
  };
}

/** The payments of a CPTS, latest first. */
export async function listPayments(tx: Tx, cptsId: string): Promise<StoredPayment[]> {
  const rows = await tx.payment.findMany({
    where: { cptsId },
    orderBy: [{ paidOn: "desc" }, { recordedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(paymentOf);
}

/** The payments of several CPTS, in no order. */
export async function listPaymentsOf(
  tx: Tx,
  cptsIds: readonly string[],
): Promise<(StoredPayment & { readonly cptsId: string })[]> {
  const rows = await tx.payment.findMany({ where: { cptsId: { in: [...cptsIds] } } });
  return rows.map((row) => ({ ...paymentOf(row), cptsId: row.cptsId }));
}

/** A payment of this CPTS; null for another's. */
export async function findPayment(tx: Tx, cptsId: string, id: string): Promise<StoredPayment | null> {
  if (!isUuid(id)) return null;
  const row = await tx.payment.findFirst({ where: { id, cptsId } });
  return row && paymentOf(row);
}

/** Payments of the same payer, on the same line and day, of the same amount. */
export async function findAlike(tx: Tx, cptsId: string, terms: PaymentTerms): Promise<StoredPayment[]> {
  const rows = await tx.payment.findMany({
    where: {
      cptsId,
      payer: terms.payer,
      line: terms.line,
      paidOn: dateOf(terms.paidOn),
      amount: BigInt(terms.amountCents),
    },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(paymentOf);
}

/** Adds a payment, version 1. @returns its id. */
export async function insertPayment(
  tx: Tx,
  cptsId: string,
  terms: PaymentTerms,
  recordedBy: string,
): Promise<string> {
  const { id } = await tx.payment.create({ data: { cptsId, recordedBy, ...columns(terms) } });
  return id;
}

/** Rows of one statement: PostgreSQL takes 65,535 arguments in each. */
const AT_ONCE = 1_000;

/** Adds the payments of a file. */
export async function insertPayments(
  tx: Tx,
  payments: readonly (PaymentTerms & { readonly cptsId: string })[],
  { batchId, recordedBy }: { readonly batchId: string; readonly recordedBy: string },
): Promise<void> {
  for (let first = 0; first < payments.length; first += AT_ONCE) {
    const some = payments.slice(first, first + AT_ONCE);
    await tx.payment.createMany({
      data: some.map(({ cptsId, ...terms }) => ({ cptsId, batchId, recordedBy, ...columns(terms) })),
    });
  }
}

/** @returns false when the payment is no longer at `version`; nothing is written then. */
export async function updatePayment(
  tx: Tx,
  { id, version }: Pick<RecordedPayment, "id" | "version">,
  terms: PaymentTerms,
): Promise<boolean> {
  const { count } = await tx.payment.updateMany({
    where: { id, version },
    data: { version: version + 1, ...columns(terms) },
  });
  return count === 1;
}

export async function deletePayment(tx: Tx, id: string): Promise<void> {
  await tx.payment.delete({ where: { id } });
}

const columns = ({ payer, line, settles, paidOn, amountCents, reference, note }: PaymentTerms) => ({
  payer,
  line,
  contractNo: settles?.contractNo ?? null,
  year: settles?.year ?? null,
  paidOn: dateOf(paidOn),
  amount: BigInt(amountCents),
  reference,
  note,
});
