import { type Tx, integerOf } from "./rows";

/** The revision of the record: grows by one with every write, so that what is computed can be cached under it. */
export async function readRevision(tx: Tx): Promise<number> {
  const { revision } = await tx.recordRevision.findUniqueOrThrow({ where: { id: 1 } });
  return integerOf(revision);
}

/**
 * The next revision, taken by this transaction. Its row stays locked to the end: writers that bump first
 * wait for one another, so that none checks against what another is about to change.
 */
export async function bumpRevision(tx: Tx): Promise<number> {
  const { revision } = await tx.recordRevision.update({
    where: { id: 1 },
    data: { revision: { increment: 1 } },
  });
  return integerOf(revision);
}

/** Takes the writers' turn, as {@link bumpRevision} does, for a write that changes nothing anybody computes on. */
export async function takeTurn(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM record_revision WHERE id = 1 FOR UPDATE`;
}
