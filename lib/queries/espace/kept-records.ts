import type { Database } from "../../db/database";
import { listKept, listVersions, type FoundKept } from "../../db/repositories/kept";
import { atRevision } from "../cache";
import type { World } from "../world";

/** What is known of each database's records, by id: a record at the same version is not read again. */
const KNOWN = new WeakMap<Database, Map<string, FoundKept>>();

/** Every record as its people keep it, by slug, at the world's revision. */
export function keptRecords({ db, revision }: World): Promise<ReadonlyMap<string, FoundKept>> {
  return atRevision(revision, "kept", async () => {
    const known = KNOWN.get(db) ?? new Map<string, FoundKept>();
    KNOWN.set(db, known);
    const versions = await listVersions(db.prisma);
    const changed = versions.filter(({ id, version }) => known.get(id)?.version !== version);
    if (changed.length > 0) {
      const ids = changed.map(({ id }) => id);
      for (const found of await listKept(db.prisma, ids)) known.set(found.id, found);
    }
    return new Map(
      versions.flatMap(({ id, slug }) => {
        const found = known.get(id);
        return found ? [[slug, found] as const] : [];
      }),
    );
  });
}
