import { can, type Viewer } from "../auth/can";
import { getDb } from "../db/client";
import { listDirectory } from "../db/repositories/cpts-directory";
import { findUpload, listBatches, type PaymentBatch } from "../db/repositories/payment-files";
import { readCsv } from "../import/csv";
import { dayOrderOf, type DayOrder } from "../import/days";
import {
  isPaymentHeading,
  proposeColumns,
  REQUIRED_FIELDS,
  type ColumnMapping,
  type PaymentField,
} from "../import/payment-columns";
import type { IsoDay } from "../kernel/date";
import { type Cents, sumCents } from "../kernel/money";
import type { PaymentFileAddress, RowChoice } from "../schemas/payment-file";
import { writableBy } from "./money/cpts-named";
import { paymentReport, type PaymentReport, type ReportRow } from "./money/payment-report";

export type { ReportRow } from "./money/payment-report";

const PAGE_SIZE = 100;
const MOST_BATCHES = 30;

export interface ImportedFile extends Pick<PaymentBatch, "id" | "fileName" | "rows" | "importedAt"> {
  /** Its payments still on record, their sum. */
  readonly kept: number;
  readonly totalCents: Cents;
  /** All of it is in the viewer's territory, and as the file said it. */
  readonly mayRemove: boolean;
}

export interface ImportPage {
  readonly files: readonly ImportedFile[];
}

/** Where files of payments are sent, with those that were. Null for whoever records no payment. */
export async function importPage(viewer: Viewer): Promise<ImportPage | null> {
  if (!can(viewer, "write", "payments", { departments: viewer.departments })) return null;
  const { prisma } = await getDb();
  const own = new Set(writableBy(viewer, await listDirectory(prisma)).map(({ id }) => id));
  const batches = await listBatches(prisma, [...own], MOST_BATCHES);
  return {
    files: batches.map(({ id, fileName, rows, importedAt, kept }) => {
      const shown = kept.filter(({ cptsId }) => own.has(cptsId));
      return {
        id,
        fileName,
        rows,
        importedAt,
        kept: shown.length,
        totalCents: sumCents(shown.map(({ amountCents }) => amountCents)),
        mayRemove: shown.length === kept.length && kept.every(({ version }) => version === 1),
      };
    }),
  };
}

export interface PaymentFilePage {
  readonly id: string;
  readonly fileName: string;
  readonly headings: readonly string[];
  readonly mapping: ColumnMapping;
  readonly order: DayOrder;
  /** Compulsory fields that no column is read for: nothing can be reported before. */
  readonly missing: readonly PaymentField[];
  readonly report: Pick<PaymentReport, "counts" | "totalCents" | "seen"> | null;
  readonly choice: RowChoice;
  /** A page of the rows chosen. */
  readonly rows: readonly ReportRow[];
  readonly page: number;
  readonly pages: number;
}

/** What a file that the viewer sent would do. Null where it does not exist (any more), or is another's. */
export async function paymentFilePage(
  viewer: Viewer,
  id: string,
  address: PaymentFileAddress,
  today: IsoDay,
): Promise<PaymentFilePage | null> {
  if (viewer.accountId === null) return null;
  if (!can(viewer, "write", "payments", { departments: viewer.departments })) return null;
  const { prisma } = await getDb();
  const upload = await findUpload(prisma, id, viewer.accountId);
  if (!upload) return null;
  const read = readCsv(upload.content, isPaymentHeading);
  if (!read.ok) return null;
  const table = read.value;
  const mapping = withinColumns(address.mapping ?? proposeColumns(table.headings), table.headings.length);
  const dates = mapping.paidOn;
  const order =
    address.order ?? dayOrderOf(dates === null ? [] : table.rows.map(({ cells }) => cells[dates] ?? ""));
  const missing = REQUIRED_FIELDS.filter((field) => mapping[field] === null);
  const report =
    missing.length > 0 ? null : await paymentReport(prisma, viewer, { table, mapping, order, today });
  const chosen = report ? chosenRows(report, address.rows) : { choice: address.rows ?? "toutes", rows: [] };
  const pages = Math.max(1, Math.ceil(chosen.rows.length / PAGE_SIZE));
  const page = Math.min(address.page, pages);
  return {
    id: upload.id,
    fileName: upload.fileName,
    headings: table.headings,
    mapping,
    order,
    missing,
    report: report && { counts: report.counts, totalCents: report.totalCents, seen: report.seen },
    choice: chosen.choice,
    rows: chosen.rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    page,
    pages,
  };
}

const STATE_OF = { refusees: "refused", ajouter: "add", deja: "known" } as const;

function chosenRows({ rows, counts }: PaymentReport, asked: RowChoice | null) {
  const choice = asked ?? (counts.refused > 0 ? "refusees" : "toutes");
  return {
    choice,
    rows: choice === "toutes" ? rows : rows.filter(({ state }) => state === STATE_OF[choice]),
  };
}

function withinColumns(mapping: ColumnMapping, columns: number): ColumnMapping {
  const kept = Object.entries(mapping).map(([field, index]) => [
    field,
    index !== null && index < columns ? index : null,
  ]);
  return Object.fromEntries(kept) as ColumnMapping;
}
