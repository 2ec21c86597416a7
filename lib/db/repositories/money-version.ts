import type { Tx } from "./rows";

/** Says that the money of a CPTS changed (results, payments, spending): what is computed on it is computed again. */
export async function bumpMoney(tx: Tx, cptsId: string): Promise<void> {
  await tx.cpts.update({ where: { id: cptsId }, data: { moneyVersion: { increment: 1 } } });
}
