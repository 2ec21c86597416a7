import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import { appendAudit } from "../repositories/audit";
import { bumpRevision } from "../repositories/revision";
import type { Tx } from "../repositories/rows";

/** Any number will do, as long as it is ours: loads wait for one another, on every process. */
const LOAD_LOCK = 20261123;
const LOAD_MS = 120_000;

export interface Dataset {
  readonly name: string;
  /** Of everything that the load depends on: the dataset is loaded again when it changes. */
  readonly checksum: string;
  /** Brings the tables up to date; what it returns goes to the journal. */
  load(tx: Tx): Promise<Prisma.InputJsonObject>;
}

/**
 * Loads a dataset unless this very one is already in: in one transaction, with the new revision, an entry
 * of the journal and the checksum, so that an interrupted load leaves the database as it was.
 *
 * @returns what the load reported, or null when nothing was to be done.
 */
export async function loadOnce(
  prisma: PrismaClient,
  dataset: Dataset,
): Promise<Prisma.InputJsonObject | null> {
  if (await isLoaded(prisma, dataset)) return null;
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOAD_LOCK}::bigint)`;
      // Another process may have loaded it while this one waited.
      if (await isLoaded(tx, dataset)) return null;
      await bumpRevision(tx);
      const report = await dataset.load(tx);
      const { name, checksum } = dataset;
      await tx.datasetLoad.upsert({
        where: { dataset: name },
        create: { dataset: name, checksum },
        update: { checksum, loadedAt: new Date() },
      });
      await appendAudit(tx, {
        actor: "system",
        action: "load",
        subject: `dataset:${name}`,
        before: null,
        after: { checksum, ...report },
      });
      return report;
    },
    { maxWait: LOAD_MS, timeout: LOAD_MS },
  );
}

async function isLoaded(tx: Tx, { name, checksum }: Dataset): Promise<boolean> {
  const loaded = await tx.datasetLoad.findUnique({ where: { dataset: name } });
  return loaded?.checksum === checksum;
}
