import type { Prisma } from "@/generated/prisma/client";
import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { appendAudit } from "../db/repositories/audit";
import { listContractTerms } from "../db/repositories/contract-terms";
import { scopeOf } from "../db/repositories/kept";
import { bumpMoney } from "../db/repositories/money-version";
import type { Tx } from "../db/repositories/rows";
import { findSheet, putSheet, type StoredSheet } from "../db/repositories/spending";
import { err, ok } from "../kernel/result";
import { sameData } from "../kernel/same-data";
import { isSameYear, yearsOffered, type YearOffered } from "../queries/money/years-offered";
import type { YearRef } from "../record/money";
import { issuesOf, type FieldIssue } from "../schemas/sections";
import { spendingForm, type SpendingContent } from "../schemas/spending";
import { accountOf, invalid, notFound, type Actor, type Outcome, type Refusal } from "./outcome";

export interface SpendingInput {
  readonly content: unknown;
  /** The version that the writer has seen; 0 where nothing was recorded. */
  readonly version: number;
}

/**
 * Puts `content` in place of what a CPTS planned and spent in one of its contract years. Saying again what stands
 * changes nothing. A conflict gives what somebody else saved since. Throws Forbidden.
 */
export async function saveSpending(
  actor: Actor,
  slug: string,
  year: YearRef,
  { content: form, version }: SpendingInput,
): Promise<Outcome<null>> {
  const { keep } = await getDb();
  return keep(async (tx) => {
    const scope = await scopeOf(tx, slug);
    if (!scope) return notFound();
    authorise(actor.viewer, "write", "spending", scope);
    const { cptsId } = scope;
    const contracts = (await listContractTerms(tx, [cptsId])).get(cptsId) ?? [];
    const offered = yearsOffered(contracts, actor.today).years.find((one) => isSameYear(one, year));
    const before = await findSheet(tx, cptsId, year);
    if (!offered && !before) return notFound();

    const parsed = spendingForm.safeParse(form);
    if (!parsed.success) return invalid(issuesOf(parsed.error));
    const content = parsed.data;
    const issues = [
      ...(offered ? untimely(content, offered, actor.today) : []),
      ...nothingIn(content, before),
    ];
    if (issues.length > 0) return invalid(issues);
    if (before !== null && sameData(contentOf(before), content)) return ok(null);
    if ((before?.version ?? 0) !== version) return conflictWith(tx, before);

    const { contractNo, year: index } = year;
    await putSheet(tx, cptsId, { contractNo, year: index, ...content, version }, accountOf(actor));
    await appendAudit(tx, {
      actor: accountOf(actor),
      action: "spending.saved",
      subject: `cpts:${slug}`,
      before: before && stateOf(year, contentOf(before)),
      after: stateOf(year, content),
    });
    await bumpMoney(tx, cptsId);
    return ok(null);
  });
}

/** Nothing is spent before its year begins, nor all of it before its year ends: a budget may be planned. */
function untimely(
  { complete, entries }: SpendingContent,
  { start, end }: YearOffered,
  today: string,
): FieldIssue[] {
  if (start.earliest > today && (complete || entries.some(({ spentCents }) => spentCents !== null))) {
    return [
      {
        path: [],
        message:
          "Cette année de contrat n’a pas commencé\u00a0: seul son budget se saisit, effacez les dépenses",
      },
    ];
  }
  if (complete && end.earliest >= today) {
    return [
      {
        path: ["complete"],
        message:
          "L’année n’est pas finie\u00a0: décochez «\u00a0Toutes les dépenses de l’année sont saisies\u00a0» jusqu’à son terme",
      },
    ];
  }
  return [];
}

function nothingIn(
  { complete, comment, entries }: SpendingContent,
  before: StoredSheet | null,
): FieldIssue[] {
  if (before !== null || complete || comment !== null || entries.length > 0) return [];
  return [{ path: [], message: "Rien n’est saisi\u00a0: indiquez au moins un montant, 0 compris" }];
}

const contentOf = ({ complete, comment, entries }: StoredSheet): SpendingContent => ({
  complete,
  comment,
  entries,
});

async function conflictWith(tx: Tx, before: StoredSheet | null) {
  const names = await accountNames(tx, before ? [before.updatedBy] : []);
  const content = before ? contentOf(before) : { complete: false, comment: null, entries: [] };
  return err<Refusal>({
    kind: "conflict",
    theirs: {
      version: before?.version ?? 0,
      content,
      by: before ? (names.get(before.updatedBy) ?? null) : null,
      at: before?.updatedAt ?? null,
    },
  });
}

const stateOf = ({ contractNo, year }: YearRef, content: SpendingContent) =>
  ({ contractNo, year, ...content }) as unknown as Prisma.InputJsonObject;
