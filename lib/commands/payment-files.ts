import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { sha256Of } from "../db/documents-store";
import { appendAudit } from "../db/repositories/audit";
import { listDirectory } from "../db/repositories/cpts-directory";
import { bumpMoney } from "../db/repositories/money-version";
import {
  deleteBatch,
  deleteUpload,
  findBatch,
  findUpload,
  insertBatch,
  insertUpload,
} from "../db/repositories/payment-files";
import { insertPayments } from "../db/repositories/payments";
import type { Tx } from "../db/repositories/rows";
import { asCsv, isWorkbook } from "../import/as-csv";
import { MOST_FILE_BYTES, MOST_FILE_ROWS, readCsv } from "../import/csv";
import type { DayOrder } from "../import/days";
import { isPaymentHeading, type ColumnMapping } from "../import/payment-columns";
import { readTable } from "../import/read-table";
import { ok, type Result } from "../kernel/result";
import { type Cents, sumCents } from "../kernel/money";
import { writableBy } from "../queries/money/cpts-named";
import { paymentReport } from "../queries/money/payment-report";
import { plainName } from "./file-name";
import { accountOf, invalid, notFound, refused, type Actor, type Outcome } from "./outcome";

/** A file as it was sent; its name is what the sender's machine calls it. */
export interface PaymentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a file of payments until it is confirmed; it records no payment. A file that cannot be read is refused with
 * a sentence. Throws Forbidden.
 *
 * @param now when it is sent: it is let go a day later.
 */
export async function sendPaymentFile(
  actor: Actor,
  { name, bytes }: PaymentFile,
  now: Date,
): Promise<Outcome<{ readonly id: string }>> {
  authoriseAnywhere(actor);
  const written = await asWritten(bytes, name);
  if (!written.ok) return unreadable(written.error);
  const read = readCsv(written.value, isPaymentHeading);
  if (!read.ok) return unreadable(read.error);
  const { keep } = await getDb();
  return keep(async (tx) => {
    const content = new Uint8Array(written.value);
    const sha256 = sha256Of(new Uint8Array(bytes));
    const upload = { fileName: plainName(name, "versements.csv"), sha256, content };
    return ok({ id: await insertUpload(tx, upload, accountOf(actor), now) });
  });
}

const unreadable = (message: string) => invalid([{ path: ["file"], message }]);

/** A workbook is kept as the CSV of its sheet: it is read once, apart, and its rows keep their numbers. */
async function asWritten(bytes: Uint8Array, name: string): Promise<Result<Uint8Array, string>> {
  if (!isWorkbook(bytes)) return ok(bytes);
  const most = { bytes: MOST_FILE_BYTES, rows: MOST_FILE_ROWS };
  const read = await readTable(bytes, name, isPaymentHeading, most);
  return read.ok ? ok(asCsv(read.value)) : read;
}

const authoriseAnywhere = ({ viewer }: Actor) =>
  authorise(viewer, "write", "payments", { departments: viewer.departments });

export interface Confirmation {
  readonly mapping: ColumnMapping;
  readonly order: DayOrder;
  /** The report that was seen: another one is not confirmed. */
  readonly seen: string;
  /** Whether the rows refused are knowingly left out. */
  readonly leavesOut: boolean;
}

/** Why a file was not recorded; the page says it. */
export type ImportRefusal = "changed" | "refused_rows" | "nothing";

export type Imported =
  | { readonly imported: true; readonly batchId: string }
  | { readonly imported: false; readonly why: ImportRefusal };

/**
 * Records the payments of a file that its sender read the report of: all those to add, or none. Read anew, whatever
 * the browser says. Throws Forbidden.
 */
export async function confirmPaymentFile(
  actor: Actor,
  id: string,
  { mapping, order, seen, leavesOut }: Confirmation,
): Promise<Outcome<Imported>> {
  authoriseAnywhere(actor);
  const account = accountOf(actor);
  const { keep } = await getDb();
  return keep<Outcome<Imported>>(async (tx) => {
    const upload = await findUpload(tx, id, account);
    if (!upload) return notFound();
    const read = readCsv(upload.content, isPaymentHeading);
    if (!read.ok) return refused(read.error);
    const report = await paymentReport(tx, actor.viewer, {
      table: read.value,
      mapping,
      order,
      today: actor.today,
    });
    const not = (why: ImportRefusal) => ok<Imported>({ imported: false, why });
    if (report.seen !== seen) return not("changed");
    if (report.counts.refused > 0 && !leavesOut) return not("refused_rows");
    const payments = report.rows.flatMap(({ state, cpts, terms }) =>
      state === "add" && cpts && terms ? [{ ...terms, cptsId: cpts.id, slug: cpts.slug }] : [],
    );
    if (payments.length === 0) return not("nothing");

    const { fileName, sha256 } = upload;
    const batchId = await insertBatch(tx, { fileName, sha256, rows: payments.length }, account);
    await insertPayments(tx, payments, { batchId, recordedBy: account });
    await tell(tx, actor, "payment.imported", { batchId, fileName }, payments);
    await deleteUpload(tx, id);
    return ok({ imported: true, batchId });
  });
}

/**
 * Takes away in one act what a file added, all of it as the file said it: where a payment was changed since,
 * nothing is. Throws Forbidden, unless every CPTS of it is the agent's.
 */
export async function removePaymentBatch(actor: Actor, id: string): Promise<Outcome<null>> {
  authoriseAnywhere(actor);
  const { keep } = await getDb();
  return keep(async (tx) => {
    const batch = await findBatch(tx, id);
    if (!batch) return notFound();
    const own = new Map(writableBy(actor.viewer, await listDirectory(tx)).map((one) => [one.id, one.slug]));
    const found = batch.kept.flatMap(({ cptsId, amountCents }) => {
      const slug = own.get(cptsId);
      return slug === undefined ? [] : [{ cptsId, amountCents, slug }];
    });
    // One that holds another territory's payments is as one that does not exist.
    if (found.length < batch.kept.length) return notFound();
    if (batch.kept.some(({ version }) => version > 1)) {
      return refused(
        "Un versement de ce fichier a été modifié depuis\u00a0: retirez ses versements un à un, dans les fiches.",
      );
    }
    await deleteBatch(tx, id);
    await tell(tx, actor, "payment.batch_removed", { batchId: id, fileName: batch.fileName }, found);
    return ok(null);
  });
}

interface Told {
  readonly cptsId: string;
  readonly slug: string;
  readonly amountCents: Cents;
}

/** One entry for the file in the journal, and one in the history of each CPTS, which knows no file but its own part. */
async function tell(
  tx: Tx,
  actor: Actor,
  action: "payment.imported" | "payment.batch_removed",
  { batchId, fileName }: { readonly batchId: string; readonly fileName: string },
  payments: readonly Told[],
): Promise<void> {
  const bySlug = new Map<string, Told[]>();
  for (const one of payments) bySlug.set(one.slug, [...(bySlug.get(one.slug) ?? []), one]);
  const entry = async (subject: string, of: readonly Told[], more: object) => {
    const state = {
      file: fileName,
      rows: of.length,
      totalCents: sumCents(of.map((one) => one.amountCents)),
      ...more,
    };
    const [before, after] = action === "payment.imported" ? [null, state] : [state, null];
    await appendAudit(tx, { actor: accountOf(actor), action, subject, before, after });
  };
  await entry(`payment_batch:${batchId}`, payments, { cpts: [...bySlug.keys()] });
  for (const [slug, of] of bySlug) {
    await entry(`cpts:${slug}`, of, { batch: batchId });
    await bumpMoney(tx, of[0]?.cptsId ?? "");
  }
}
