import type { Database } from "../db/database";
import { listVersions, sumMoneyVersions, type CptsVersions } from "../db/repositories/kept";
import { atRevision } from "./cache";

interface At {
  readonly db: Database;
  readonly revision: number;
}

/** What every record is at, by slug, read once per revision: what is kept of one holds while it says the same. */
export function versionsOf({ db, revision }: At): Promise<readonly CptsVersions[]> {
  return atRevision(revision, "versions", () => listVersions(db.prisma));
}

/**
 * What every record and its money are at now, by slug. Money changes under the same revision (no public page shows
 * it): one number, read each time, says whether any did.
 */
export async function moneyVersionsOf({ db, revision }: At): Promise<readonly CptsVersions[]> {
  const sum = await sumMoneyVersions(db.prisma);
  return atRevision(revision, `money-versions ${sum}`, () => listVersions(db.prisma));
}

/** Records read at once: other requests are answered between two readings. */
const READ_AT_ONCE = 50;

/**
 * What is known of these CPTS, by id in their order: what was `held` where it is still at its version, else read.
 * `held` is left as it is: two revisions may be made at once.
 */
export async function stillOrRead<Found extends { readonly id: string; readonly stamp: string }>(
  held: ReadonlyMap<string, Found>,
  versions: readonly CptsVersions[],
  read: (ids: readonly string[]) => Promise<readonly Found[]>,
): Promise<ReadonlyMap<string, Found>> {
  const changed = versions.filter(({ id, record }) => held.get(id)?.stamp !== record).map(({ id }) => id);
  const byId = new Map<string, Found>();
  for (let i = 0; i < changed.length; i += READ_AT_ONCE) {
    for (const one of await read(changed.slice(i, i + READ_AT_ONCE))) byId.set(one.id, one);
  }
  return new Map(
    versions.flatMap(({ id }) => {
      const found = byId.get(id) ?? held.get(id);
      return found ? [[id, found] as const] : [];
    }),
  );
}
