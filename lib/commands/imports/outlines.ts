import { contoursOf } from "../../db/load/outlines";
import type { StoredOutline } from "../../db/repositories/outlines";
import { communeReference } from "../../import/reference";
import type { PlannedWrite, Say } from "../../queries/imports/plan";
import { outlineOf } from "../../territory/outline";
import { stablePeriods } from "../../territory/periods";

export type DrawnWrite = PlannedWrite & { readonly outlines: readonly StoredOutline[] | null };

/** Contours held while the CPTS of one department follow one another. */
const BREATH = 5;
const PHASE = "Contours des territoires";

/**
 * The outlines of every territory that changes, before the transaction: they are the long part. The CPTS of one
 * department are drawn together, and the server answers others between two of them.
 */
export async function drawOutlines(writes: readonly PlannedWrite[], say: Say): Promise<DrawnWrite[]> {
  const contours = contoursOf(process.cwd());
  const { byCode } = await communeReference();
  const total = writes.filter(({ after }) => after !== null).length;
  const drawn: DrawnWrite[] = [];
  let done = 0;
  for (const write of writes) {
    if (write.after === null) {
      drawn.push({ ...write, outlines: null });
      continue;
    }
    const outlines = stablePeriods(write.after).map(({ from, to, communes }): StoredOutline => {
      const departments = [...new Set(communes.map((code) => byCode.get(code)?.departmentCode ?? ""))].sort();
      return { from, to, geometry: outlineOf(departments.map(contours), new Set(communes)).geometry };
    });
    drawn.push({ ...write, outlines });
    done += 1;
    if (done % BREATH === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    if (done % (BREATH * 10) === 0) await say(PHASE, done, total);
  }
  return drawn;
}
