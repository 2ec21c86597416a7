import type { Viewer } from "../../auth/can";
import { listPaymentsAfter } from "../../db/repositories/money";
import type { RecordedPayment } from "../../record/money";
import type { AnalysisFilters } from "../../schemas/analysis-address";
import { openWorld } from "../world";
import { cptsWithin } from "./within";

/** Rows read at once: memory stays the same however many there are. */
const AT_ONCE = 2_000;

/** A payment with whose it is. */
export interface PaymentLine extends RecordedPayment {
  readonly slug: string;
  readonly name: string;
  readonly department: string | null;
}

/**
 * The payments of the CPTS that the filters keep, read page by page as they are written. Of the filters, those
 * that a payment has: its territory, its CPTS, its line. Throws Forbidden before the first.
 */
export async function paymentsOf(
  viewer: Viewer,
  filters: AnalysisFilters,
): Promise<AsyncIterable<PaymentLine>> {
  const world = await openWorld(viewer);
  const whose = await cptsWithin(viewer, world, "payments", filters);
  return (async function* () {
    for (let after: string | null = null; ;) {
      const page = await listPaymentsAfter(world.db.prisma, [...whose.keys()], filters.line, after, AT_ONCE);
      for (const { cptsId, payment } of page) {
        const one = whose.get(cptsId);
        if (one) yield { ...payment, slug: one.slug, name: one.name, department: one.departments[0] ?? null };
      }
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) return;
      after = last.payment.id;
    }
  })();
}
