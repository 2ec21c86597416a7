import { can, type Viewer } from "../auth/can";
import { listContractTerms } from "../db/repositories/contract-terms";
import { findPayment, listPayments } from "../db/repositories/payments";
import type { IsoDay } from "../kernel/date";
import { sumCents, type Cents } from "../kernel/money";
import { PAYERS, type MoneyLine, type PaymentPayer, type RecordedPayment } from "../record/money";
import { LINE_CODES, OUTSIDE } from "../schemas/payment-choices";
import type { PaymentColumn, PaymentsAddress } from "../schemas/payments-address";
import { yearsOffered, type YearsOffered } from "./money/years-offered";
import { openOwnCpts, type OwnCpts } from "./own-cpts";

const PAGE_SIZE = 100;

interface OfCpts {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly mayWrite: boolean;
}

/** What was paid on a line (null: outside the agreement), by payer, and in all. */
export interface PaidOnLine {
  readonly line: MoneyLine | null;
  /** In the order of `payers`; null where this payer paid nothing on this line. */
  readonly byPayer: readonly (Cents | null)[];
  readonly total: Cents;
}

export interface PaymentTotals {
  /** Those who paid something. */
  readonly payers: readonly PaymentPayer[];
  readonly lines: readonly PaidOnLine[];
  readonly byPayer: readonly Cents[];
  readonly total: Cents;
  /** What came back, negative or 0: counted in the total. */
  readonly repaid: Cents;
}

export interface PaymentsPage extends OfCpts {
  readonly totals: PaymentTotals;
  /** Every payment on record. */
  readonly count: number;
  readonly address: PaymentsAddress;
  /** Those that the filters keep: how many, and their sum. */
  readonly found: { readonly count: number; readonly total: Cents };
  /** One page of them, in the order asked. */
  readonly payments: readonly RecordedPayment[];
  readonly pages: number;
  readonly years: YearsOffered;
}

export interface PaymentPage extends OfCpts {
  /** Null for a new one. */
  readonly payment: RecordedPayment | null;
  readonly years: YearsOffered;
}

/** Null where the CPTS does not exist, or not for this viewer. */
export async function paymentsPage(
  viewer: Viewer,
  slug: string,
  address: PaymentsAddress,
  today: IsoDay,
): Promise<PaymentsPage | null> {
  const own = await openOwnCpts(viewer, slug, "read", "payments");
  if (!own) return null;
  const all = await listPayments(own.db.prisma, own.id);
  const found = all.filter((one) => isAskedFor(one, address)).sort(inOrderOf(address));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(address.page, pages);
  return {
    ...base(viewer, own, today),
    totals: totalsOf(all),
    count: all.length,
    address: { ...address, page },
    found: { count: found.length, total: sumOf(found) },
    payments: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    pages,
    years: await yearsOf(own, today),
  };
}

/** The form of a payment, or of a new one (`id` null). Null where it does not exist, or not for this viewer. */
export async function paymentPage(
  viewer: Viewer,
  slug: string,
  id: string | null,
  today: IsoDay,
): Promise<PaymentPage | null> {
  const own = await openOwnCpts(viewer, slug, id === null ? "write" : "read", "payments");
  if (!own) return null;
  const payment = id === null ? null : await findPayment(own.db.prisma, own.id, id);
  if (id !== null && !payment) return null;
  return { ...base(viewer, own, today), payment, years: await yearsOf(own, today) };
}

const base = (viewer: Viewer, { slug, name, scope }: OwnCpts, today: IsoDay): OfCpts => ({
  slug,
  name,
  today,
  mayWrite: can(viewer, "write", "payments", scope),
});

async function yearsOf({ db, id }: OwnCpts, today: IsoDay): Promise<YearsOffered> {
  return yearsOffered((await listContractTerms(db.prisma, [id])).get(id) ?? [], today);
}

function isAskedFor({ payer, line }: RecordedPayment, asked: PaymentsAddress): boolean {
  return (
    (asked.payer === "tous" || asked.payer === payer) &&
    (asked.line === "toutes" || asked.line === (line ?? OUTSIDE))
  );
}

function inOrderOf({ sort }: PaymentsAddress) {
  const way = sort.descending ? -1 : 1;
  return (a: RecordedPayment, b: RecordedPayment) =>
    way * COMPARE[sort.by](a, b) || (a.paidOn < b.paidOn ? 1 : a.paidOn > b.paidOn ? -1 : 0);
}

const placeOf = (line: MoneyLine | null) => LINE_CODES.indexOf(line ?? OUTSIDE);

const COMPARE: Readonly<Record<PaymentColumn, (a: RecordedPayment, b: RecordedPayment) => number>> = {
  date: (a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0),
  payeur: (a, b) => PAYERS.indexOf(a.payer) - PAYERS.indexOf(b.payer),
  ligne: (a, b) => placeOf(a.line) - placeOf(b.line),
  montant: (a, b) => a.amountCents - b.amountCents,
};

const sumOf = (payments: readonly RecordedPayment[]): Cents =>
  sumCents(payments.map(({ amountCents }) => amountCents));

function totalsOf(all: readonly RecordedPayment[]): PaymentTotals {
  const payers = PAYERS.filter((payer) => all.some((one) => one.payer === payer));
  const lines = LINE_CODES.map((code) => (code === OUTSIDE ? null : code)).flatMap((line): PaidOnLine[] => {
    const of = all.filter((one) => one.line === line);
    if (of.length === 0) return [];
    const byPayer = payers.map((payer) => {
      const paid = of.filter((one) => one.payer === payer);
      return paid.length === 0 ? null : sumOf(paid);
    });
    return [{ line, byPayer, total: sumOf(of) }];
  });
  return {
    payers,
    lines,
    byPayer: payers.map((payer) => sumOf(all.filter((one) => one.payer === payer))),
    total: sumOf(all),
    repaid: sumOf(all.filter(({ amountCents }) => amountCents < 0)),
  };
}
