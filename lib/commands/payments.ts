import { listContractTerms } from "../db/repositories/contract-terms";
import { bumpMoney } from "../db/repositories/money-version";
import {
  deletePayment,
  findAlike,
  findPayment,
  insertPayment,
  updatePayment,
  type StoredPayment,
} from "../db/repositories/payments";
import type { Tx } from "../db/repositories/rows";
import { ok } from "../kernel/result";
import { isSameYear, yearsOffered } from "../queries/money/years-offered";
import type { PaymentTerms, RecordedPayment } from "../record/money";
import { paymentForm, type PaymentContent } from "../schemas/payment";
import { issuesOf, type FieldIssue } from "../schemas/sections";
import { auditThing, conflictWith, onCpts } from "./kept-things";
import { accountOf, invalid, notFound, type Actor, type Outcome } from "./outcome";

/**
 * Kept, or not yet: payments just like it are on record (same payer, line, day and amount), which the writer has
 * not said to be others. Nothing is written then.
 */
export type PaymentKept =
  | { readonly kept: true; readonly id: string }
  | { readonly kept: false; readonly alike: readonly RecordedPayment[] };

/** Records a payment. Throws Forbidden. */
export async function addPayment(actor: Actor, slug: string, form: unknown): Promise<Outcome<PaymentKept>> {
  return onCpts<PaymentKept>(actor, slug, "payments", async (tx, cptsId) => {
    const checked = await checkPayment(tx, actor, cptsId, null, form);
    if ("issues" in checked) return invalid(checked.issues);
    if (checked.unseen.length > 0) return ok({ kept: false, alike: checked.unseen });
    const id = await insertPayment(tx, cptsId, checked.terms, accountOf(actor));
    await auditThing<RecordedPayment>(tx, actor, slug, "payment.added", null, {
      ...checked.terms,
      id,
      version: 1,
    });
    await bumpMoney(tx, cptsId);
    return ok({ kept: true, id });
  });
}

/** Puts what `content` says in place of a payment. A conflict gives what somebody else saved since. Throws Forbidden. */
export async function changePayment(
  actor: Actor,
  slug: string,
  id: string,
  { content, version }: { readonly content: unknown; readonly version: number },
): Promise<Outcome<PaymentKept>> {
  return onCpts<PaymentKept>(actor, slug, "payments", async (tx, cptsId) => {
    const before = await findPayment(tx, cptsId, id);
    if (!before) return notFound();
    const checked = await checkPayment(tx, actor, cptsId, before, content);
    if ("issues" in checked) return invalid(checked.issues);
    if (before.version !== version) return conflictWith(tx, slug, "payment", before);
    if (checked.unseen.length > 0) return ok({ kept: false, alike: checked.unseen });
    if (!(await updatePayment(tx, before, checked.terms))) return conflictWith(tx, slug, "payment", before);
    await auditThing<RecordedPayment>(tx, actor, slug, "payment.changed", before, {
      ...checked.terms,
      id,
      version: version + 1,
    });
    await bumpMoney(tx, cptsId);
    return ok({ kept: true, id });
  });
}

/** Takes a payment away, as it was seen: one that changed since stays. Throws Forbidden. */
export async function removePayment(
  actor: Actor,
  slug: string,
  id: string,
  version: number,
): Promise<Outcome<null>> {
  return onCpts(actor, slug, "payments", async (tx, cptsId) => {
    const before = await findPayment(tx, cptsId, id);
    if (!before) return notFound();
    if (before.version !== version) return conflictWith(tx, slug, "payment", before);
    await deletePayment(tx, id);
    await auditThing<RecordedPayment>(tx, actor, slug, "payment.removed", before, null);
    await bumpMoney(tx, cptsId);
    return ok(null);
  });
}

type Checked =
  | { readonly issues: readonly FieldIssue[] }
  /** `unseen`: payments just like it that the writer has not said to be others. */
  | { readonly terms: PaymentTerms; readonly unseen: readonly StoredPayment[] };

/** What the form alone says, then what only the day, the contracts and the other payments do. */
async function checkPayment(
  tx: Tx,
  { today }: Actor,
  cptsId: string,
  before: StoredPayment | null,
  form: unknown,
): Promise<Checked> {
  const parsed = paymentForm.safeParse(form);
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  const { terms, distinctFrom }: PaymentContent = parsed.data;
  const issues: FieldIssue[] = [];
  if (terms.paidOn > today) {
    issues.push({
      path: ["paidOn"],
      message: "est un jour à venir\u00a0: un versement s’enregistre une fois fait",
    });
  }
  if (terms.settles && !(await isYearOf(tx, cptsId, terms, today))) {
    issues.push({
      path: ["year"],
      message: "n’est plus une année de ses contrats\u00a0: choisissez-en une autre",
    });
  }
  const alike = (await findAlike(tx, cptsId, terms)).filter(({ id }) => id !== before?.id);
  if (terms.reference !== null && alike.some(({ reference }) => reference === terms.reference)) {
    issues.push({
      path: ["reference"],
      message:
        "est déjà celle d’un versement du même payeur, de la même ligne, du même jour et du même montant",
    });
  }
  if (issues.length > 0) return { issues };
  // One that was already like them when it was recorded is not asked about again.
  const isSame = before !== null && isAlike(before, terms);
  return { terms, unseen: isSame ? [] : alike.filter(({ id }) => !distinctFrom.includes(id)) };
}

const isAlike = (a: PaymentTerms, b: PaymentTerms): boolean =>
  a.payer === b.payer && a.line === b.line && a.paidOn === b.paidOn && a.amountCents === b.amountCents;

async function isYearOf(tx: Tx, cptsId: string, { settles }: PaymentTerms, today: string): Promise<boolean> {
  const contracts = (await listContractTerms(tx, [cptsId])).get(cptsId) ?? [];
  return settles !== null && yearsOffered(contracts, today).years.some((one) => isSameYear(one, settles));
}
