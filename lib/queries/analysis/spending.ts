import type { Viewer } from "../../auth/can";
import { listSheetsAfter } from "../../db/repositories/money";
import type { Cents } from "../../kernel/money";
import type { SpendingEntry, YearRef } from "../../record/money";
import type { AnalysisFilters } from "../../schemas/analysis-address";
import { openWorld } from "../world";
import { cptsWithin } from "./within";

/** Sheets read at once, of a few tens of entries at most: memory stays the same however many there are. */
const AT_ONCE = 100;

/** An entry of a spending sheet with whose it is. */
export interface SpendingRow extends SpendingEntry, YearRef {
  readonly slug: string;
  readonly name: string;
  readonly department: string | null;
  /** Whether the sheet is: what it does not name is then 0. */
  readonly complete: boolean;
  /** Null: not stated. In a complete sheet, what is not stated is 0. */
  readonly spentCents: Cents | null;
}

/**
 * The spending entries of the CPTS that the filters keep, read page by page as they are written. Of the filters,
 * those that an entry has: its territory, its CPTS, its contract year, its line. Sums alone: neither the comment
 * of a sheet nor what each professional received. Throws Forbidden before the first.
 */
export async function spendingOf(
  viewer: Viewer,
  filters: AnalysisFilters,
): Promise<AsyncIterable<SpendingRow>> {
  const world = await openWorld(viewer);
  const whose = await cptsWithin(viewer, world, "spending", filters);
  return (async function* () {
    for (let after: string | null = null; ;) {
      const page = await listSheetsAfter(world.db.prisma, [...whose.keys()], filters, after, AT_ONCE);
      for (const { cptsId, sheet } of page) {
        const one = whose.get(cptsId);
        if (!one) continue;
        const { contractNo, year, complete } = sheet;
        const of = { slug: one.slug, name: one.name, department: one.departments[0] ?? null };
        for (const entry of sheet.entries) {
          const spentCents = entry.spentCents ?? (complete ? 0 : null);
          yield { ...entry, ...of, contractNo, year, complete, spentCents };
        }
      }
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) return;
      after = last.id;
    }
  })();
}
