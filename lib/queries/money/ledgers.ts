import { LRUCache } from "lru-cache";
import type { Database } from "../../db/database";
import { listMoney, NO_MONEY, type KeptMoney } from "../../db/repositories/money";
import type { IsoDay } from "../../kernel/date";
import { keptRecords } from "../espace/kept-records";
import { oneInProcess } from "../process-memory";
import { moneyVersionsOf } from "../versions";
import type { World } from "../world";
import { moneyContracts } from "./contract-years";
import { ledgerOf, type CptsMoney } from "./ledger";

/** The money of a CPTS as computed, with what it was computed from. */
export interface Ledger extends CptsMoney {
  readonly slug: string;
  readonly indemnities: KeptMoney["indemnities"];
}

/** Two days' worth of every CPTS of the country. */
const MOST_KEPT = 2_000;
/** CPTS whose rows are read at once: memory stays bounded, and others are answered between two readings. */
const READ_AT_ONCE = 25;

type Known = LRUCache<string, { readonly at: string; readonly ledger: Ledger }>;
const KNOWN = oneInProcess("ledgers", () => new WeakMap<Database, Known>());

/**
 * The ledgers of these CPTS on a day, by slug. Each is kept under the versions of its record and of its money:
 * a write makes one of them be computed again. The caller authorises.
 */
export async function ledgersOf(
  world: World,
  slugs: readonly string[],
  today: IsoDay,
): Promise<ReadonlyMap<string, Ledger>> {
  const { db } = world;
  const known: Known = KNOWN.get(db) ?? new LRUCache({ max: MOST_KEPT });
  KNOWN.set(db, known);
  const wanted = new Set(slugs);
  const versions = (await moneyVersionsOf(world)).filter(({ slug }) => wanted.has(slug));
  const found = new Map<string, Ledger>();
  const stale: (typeof versions)[number][] = [];
  for (const one of versions) {
    const held = known.get(`${one.slug} ${today}`);
    if (held?.at === stamp(one.record, one.money)) found.set(one.slug, held.ledger);
    else stale.push(one);
  }
  if (stale.length === 0) return found;
  const records = await keptRecords(world);
  for (let i = 0; i < stale.length; i += READ_AT_ONCE) {
    const some = stale.slice(i, i + READ_AT_ONCE);
    const money = await listMoney(
      db.prisma,
      some.map(({ id }) => id),
    );
    for (const one of some) {
      const record = records.get(one.slug);
      if (!record) continue;
      const kept = money.get(one.id) ?? NO_MONEY;
      const computed = ledgerOf(moneyContracts(world, record, kept, today), kept, today);
      const ledger = { ...computed, slug: one.slug, indemnities: kept.indemnities };
      // Under what was read at the latest: a write since then makes it be computed again.
      const at = stamp(record.stamp, one.money);
      known.set(`${one.slug} ${today}`, { at, ledger });
      found.set(one.slug, ledger);
    }
  }
  return found;
}

/** The ledger of one CPTS; null when no CPTS has this slug. The caller authorises. */
export async function ledgerOfCpts(world: World, slug: string, today: IsoDay): Promise<Ledger | null> {
  return (await ledgersOf(world, [slug], today)).get(slug) ?? null;
}

const stamp = (record: string, money: number): string => `${record} ${money}`;
