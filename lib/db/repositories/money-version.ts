import type { Tx } from "./rows";

/**
 * Says that the money of a CPTS changed, in the transaction that changes it: what is computed of it is kept under
 * this number, beside the revision of the record.
 */
export async function bumpMoney(tx: Tx, cptsId: string): Promise<void> {
  await tx.cpts.update({
    where: { id: cptsId },
    data: { moneyVersion: { increment: 1 } },
    select: { id: true },
  });
}
