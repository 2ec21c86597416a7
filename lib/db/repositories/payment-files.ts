import type { Cents } from "../../kernel/money";
import { integerOf, isUuid, type Tx } from "./rows";

/** A file sent and not confirmed yet. */
export interface PaymentUpload {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A file of payments that was confirmed. */
export interface PaymentBatch {
  readonly id: string;
  readonly fileName: string;
  /** Payments that it added. */
  readonly rows: number;
  /** ISO 8601 instant, UTC. */
  readonly importedAt: string;
  /** Its payments still on record. */
  readonly kept: readonly {
    readonly cptsId: string;
    readonly version: number;
    readonly amountCents: Cents;
  }[];
}

/** What an account may leave unconfirmed. */
const MOST_UPLOADS = 5;
const LAST_MS = 24 * 60 * 60 * 1000;

/** Keeps a file until it is confirmed; files of more than a day, and all but the last few of the account, go. */
export async function insertUpload(
  tx: Tx,
  upload: Omit<PaymentUpload, "id">,
  uploadedBy: string,
  now: Date,
): Promise<string> {
  await tx.paymentUpload.deleteMany({ where: { uploadedAt: { lt: new Date(now.getTime() - LAST_MS) } } });
  const held = await tx.paymentUpload.findMany({
    where: { uploadedBy },
    orderBy: { uploadedAt: "desc" },
    skip: MOST_UPLOADS - 1,
    select: { id: true },
  });
  await tx.paymentUpload.deleteMany({ where: { id: { in: held.map(({ id }) => id) } } });
  const { id } = await tx.paymentUpload.create({
    data: { ...upload, uploadedBy, uploadedAt: now },
    select: { id: true },
  });
  return id;
}

/** A file that this account sent; null for another's. */
export async function findUpload(tx: Tx, id: string, uploadedBy: string): Promise<PaymentUpload | null> {
  if (!isUuid(id)) return null;
  return tx.paymentUpload.findFirst({
    where: { id, uploadedBy },
    select: { id: true, fileName: true, sha256: true, content: true },
  });
}

export async function deleteUpload(tx: Tx, id: string): Promise<void> {
  await tx.paymentUpload.delete({ where: { id } });
}

/** Adds a batch. @returns its id. */
export async function insertBatch(
  tx: Tx,
  batch: { readonly fileName: string; readonly sha256: string; readonly rows: number },
  importedBy: string,
): Promise<string> {
  return (await tx.paymentBatch.create({ data: { ...batch, importedBy }, select: { id: true } })).id;
}

const WITH_PAYMENTS = {
  payments: { select: { cptsId: true, version: true, amount: true } },
} as const;

export async function findBatch(tx: Tx, id: string): Promise<PaymentBatch | null> {
  if (!isUuid(id)) return null;
  const row = await tx.paymentBatch.findUnique({ where: { id }, include: WITH_PAYMENTS });
  return row && batchOf(row);
}

/** The last batches with a payment still on record for one of these CPTS, latest first. */
export async function listBatches(tx: Tx, cptsIds: readonly string[], most: number): Promise<PaymentBatch[]> {
  const rows = await tx.paymentBatch.findMany({
    where: { payments: { some: { cptsId: { in: [...cptsIds] } } } },
    include: WITH_PAYMENTS,
    orderBy: [{ importedAt: "desc" }, { id: "asc" }],
    take: most,
  });
  return rows.map(batchOf);
}

/** Takes a batch away with the payments that it added. */
export async function deleteBatch(tx: Tx, id: string): Promise<void> {
  await tx.payment.deleteMany({ where: { batchId: id } });
  await tx.paymentBatch.delete({ where: { id } });
}

interface BatchRow {
  readonly id: string;
  readonly fileName: string;
  readonly rows: number;
  readonly importedAt: Date;
  readonly payments: readonly {
    readonly cptsId: string;
    readonly version: number;
    readonly amount: bigint;
  }[];
}

const batchOf = ({ id, fileName, rows, importedAt, payments }: BatchRow): PaymentBatch => ({
  id,
  fileName,
  rows,
  importedAt: importedAt.toISOString(),
  kept: payments.map(({ cptsId, version, amount }) => ({ cptsId, version, amountCents: integerOf(amount) })),
});
