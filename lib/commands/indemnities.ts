import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { appendAudit } from "../db/repositories/audit";
import { findIndemnities, putIndemnities } from "../db/repositories/indemnities";
import { scopeOf } from "../db/repositories/kept";
import { bumpMoney } from "../db/repositories/money-version";
import { type Cents, sumCents } from "../kernel/money";
import { err, ok } from "../kernel/result";
import { sameData } from "../kernel/same-data";
import { isYearOfIndemnities } from "../queries/indemnities-years";
import { readTotals } from "../schemas/indemnities";
import { accountOf, invalid, notFound, type Actor, type Outcome, type Refusal } from "./outcome";

/**
 * Puts what each professional received in a calendar year, without names, in place of what was there. Saying again
 * what stands changes nothing; a conflict gives what somebody else saved since. Throws Forbidden.
 */
export async function saveIndemnities(
  actor: Actor,
  slug: string,
  year: number,
  { pasted, version }: { readonly pasted: unknown; readonly version: number },
): Promise<Outcome<null>> {
  const { keep } = await getDb();
  return keep(async (tx) => {
    const scope = await scopeOf(tx, slug);
    if (!scope) return notFound();
    authorise(actor.viewer, "write", "spending", scope);
    if (!isYearOfIndemnities(year, actor.today)) return notFound();
    const read = readTotals(pasted);
    if (!read.ok) return invalid(read.issues);
    const { totals } = read;
    const before = await findIndemnities(tx, scope.cptsId, year);
    if (before === null && totals.length === 0) {
      return invalid([{ path: ["totals"], message: "est vide\u00a0: indiquez au moins un montant" }]);
    }
    if (before !== null && sameData(before.totals, totals)) return ok(null);
    if ((before?.version ?? 0) !== version) {
      const names = await accountNames(tx, before ? [before.updatedBy] : []);
      return err<Refusal>({
        kind: "conflict",
        theirs: {
          version: before?.version ?? 0,
          content: before?.totals ?? [],
          by: before ? (names.get(before.updatedBy) ?? null) : null,
          at: before?.updatedAt ?? null,
        },
      });
    }
    await putIndemnities(tx, scope.cptsId, { year, totals, version }, accountOf(actor));
    await appendAudit(tx, {
      actor: accountOf(actor),
      action: "indemnities.saved",
      subject: `cpts:${slug}`,
      // The journal has more readers than the amounts have: it says how many and how much, for good.
      before: before && inShort(year, before.totals),
      after: inShort(year, totals),
    });
    await bumpMoney(tx, scope.cptsId);
    return ok(null);
  });
}

const inShort = (year: number, totals: readonly Cents[]) => ({
  year,
  professionals: totals.length,
  totalCents: sumCents(totals),
});
