import type { PrismaClient } from "@/generated/prisma/client";
import type { RecordSeed } from "@/prisma/seed";
import { loadOnce } from "./dataset";
import { outlinesDataset } from "./outlines";
import { publicRecordsDataset } from "./public-records";
import { referenceDataset } from "./reference";

/**
 * Loads what the repository ships and the database lacks: reference, public records, outlines, each in its
 * own transaction, each once per checksum. Safe to run from several processes at once.
 *
 * @param root the repository's folder.
 * @returns the names of the datasets loaded now.
 */
export async function loadDatasets(prisma: PrismaClient, root: string, seed?: RecordSeed): Promise<string[]> {
  const reference = referenceDataset(root);
  const records = publicRecordsDataset(reference.checksum, seed);
  const outlines = outlinesDataset(root, records.checksum);
  const loaded: string[] = [];
  for (const dataset of [reference, records, outlines]) {
    if ((await loadOnce(prisma, dataset)) !== null) loaded.push(dataset.name);
  }
  return loaded;
}
