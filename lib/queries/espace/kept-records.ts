import type { Database } from "../../db/database";
import { listKept, type FoundKept } from "../../db/repositories/kept";
import { atRevision } from "../cache";
import { oneInProcess } from "../process-memory";
import { stillOrRead, versionsOf } from "../versions";
import type { World } from "../world";

/** What is known of each database's records, by id: a record whose stamp is the same is not read again. */
const KNOWN = oneInProcess("kept-records", () => new WeakMap<Database, ReadonlyMap<string, FoundKept>>());

/** Every record as its people keep it, by slug, at the world's revision. */
export function keptRecords(world: World): Promise<ReadonlyMap<string, FoundKept>> {
  const { db, revision } = world;
  return atRevision(revision, "kept", async () => {
    const held = KNOWN.get(db) ?? new Map<string, FoundKept>();
    const found = await stillOrRead(held, await versionsOf(world), (ids) => listKept(db.prisma, ids));
    KNOWN.set(db, found);
    return new Map([...found.values()].map((one) => [one.slug, one]));
  });
}
