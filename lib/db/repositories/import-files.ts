import { gunzipSync, gzipSync } from "node:zlib";
import type { Prisma } from "@/generated/prisma/client";
import type { ImportKind } from "../../import/columns";
import type { IsoDay } from "../../kernel/date";
import { isUuid, type Tx } from "./rows";

export type ImportState = "reading" | "unreadable" | "reported" | "applied" | "undone";

/** What was said when a file was sent. */
export interface ImportOptions {
  /** The day the facts hold « au ». */
  readonly asOf: IsoDay;
  /** Who states them: the publisher of the source that they stand on. */
  readonly statedBy: string;
  /** The file gives the whole territory of each CPTS that it names: what it does not name leaves. */
  readonly complete: boolean;
  /** Why communes are held that another CPTS holds too, where the file itself does not say. */
  readonly note: string | null;
}

/** What was read of a file: a table, or the features of a layer with the communes inside each. */
export interface ImportTable {
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    /** Of a layer: what is wrong with its shape, the communes inside. */
    readonly fault?: string | null;
    readonly communes?: readonly string[];
  }[];
}

export type ImportMapping = Readonly<Record<string, number | null>>;

export interface ImportCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly cpts: number;
}

export interface ImportFileRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly fileName: string;
  readonly options: ImportOptions;
  readonly mapping: ImportMapping | null;
  readonly notes: readonly string[];
  readonly fault: string | null;
  readonly counts: ImportCounts | null;
  readonly seen: string | null;
  readonly busySince: Date | null;
  readonly phase: string | null;
  readonly done: number;
  readonly total: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly appliedBy: string | null;
  readonly appliedAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
}

const COLUMNS = {
  id: true,
  kind: true,
  state: true,
  fileName: true,
  options: true,
  mapping: true,
  notes: true,
  fault: true,
  counts: true,
  seen: true,
  busySince: true,
  phase: true,
  done: true,
  total: true,
  createdBy: true,
  createdAt: true,
  appliedBy: true,
  appliedAt: true,
  undoneBy: true,
  undoneAt: true,
} as const satisfies Prisma.ImportFileSelect;

type Row = Prisma.ImportFileGetPayload<{ select: typeof COLUMNS }>;

/** Only these repositories write the JSON columns. */
const fileOf = ({ options, mapping, counts, ...row }: Row): ImportFileRow => ({
  ...row,
  options: options as unknown as ImportOptions,
  mapping: mapping as unknown as ImportMapping | null,
  counts: counts as unknown as ImportCounts | null,
});

/** What an account may leave unconfirmed. */
const MOST_WAITING = 5;
const LAST_MS = 24 * 60 * 60 * 1000;
const WAITING = { in: ["reading", "unreadable", "reported"] } satisfies Prisma.EnumImportStateFilter;

export interface NewImport {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly options: ImportOptions;
}

/** Lets go the files that nobody confirmed within a day. */
export async function forgetUnconfirmed(tx: Tx, now: Date): Promise<void> {
  await tx.importFile.deleteMany({
    where: { state: WAITING, createdAt: { lt: new Date(now.getTime() - LAST_MS) } },
  });
}

/** Keeps a file until it is confirmed; files of more than a day, and all but the last few of the account, go. */
export async function insertImport(tx: Tx, file: NewImport, createdBy: string, now: Date): Promise<string> {
  await forgetUnconfirmed(tx, now);
  const held = await tx.importFile.findMany({
    where: { createdBy, state: WAITING },
    orderBy: { createdAt: "desc" },
    skip: MOST_WAITING - 1,
    select: { id: true },
  });
  await tx.importFile.deleteMany({ where: { id: { in: held.map(({ id }) => id) } } });
  const data = { ...file, options: file.options as unknown as Prisma.InputJsonObject };
  const { id } = await tx.importFile.create({
    data: { ...data, createdBy, createdAt: now, busySince: new Date() },
    select: { id: true },
  });
  return id;
}

export async function findImport(tx: Tx, id: string): Promise<ImportFileRow | null> {
  if (!isUuid(id)) return null;
  const row = await tx.importFile.findUnique({ where: { id }, select: COLUMNS });
  return row && fileOf(row);
}

/** The last files of one account; with `others`, those applied or undone of everybody too. */
export async function listImports(
  tx: Tx,
  { account, others, most }: { readonly account: string; readonly others: boolean; readonly most: number },
): Promise<ImportFileRow[]> {
  const rows = await tx.importFile.findMany({
    where: {
      OR: [
        { createdBy: account },
        ...(others ? [{ state: { in: ["applied" as const, "undone" as const] } }] : []),
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: most,
    select: COLUMNS,
  });
  return rows.map(fileOf);
}

export async function readContent(tx: Tx, id: string): Promise<Uint8Array | null> {
  const row = await tx.importFile.findUnique({ where: { id }, select: { content: true } });
  return row?.content ?? null;
}

/** Keeps what was read of a file in place of its bytes. */
export async function putTable(
  tx: Tx,
  id: string,
  table: ImportTable,
  { mapping, notes }: { readonly mapping: ImportMapping; readonly notes: readonly string[] },
): Promise<void> {
  const bytes = new Uint8Array(gzipSync(JSON.stringify(table), { level: 3 }));
  await tx.importFile.update({
    where: { id },
    data: { table: bytes, content: null, mapping: { ...mapping }, notes: [...notes] },
  });
}

export async function readTableOf(tx: Tx, id: string): Promise<ImportTable | null> {
  const row = await tx.importFile.findUnique({ where: { id }, select: { table: true } });
  return row?.table ? (JSON.parse(gunzipSync(row.table).toString("utf8")) as ImportTable) : null;
}

/** A work that has said nothing for so long was interrupted: another may take its place. */
const SILENT_MS = 120_000;

export const isAtWork = ({ busySince }: ImportFileRow): boolean =>
  busySince !== null && Date.now() - busySince.getTime() < SILENT_MS;

/** Begins a work on a file that waits; false where another is under way, or where it waits no more. */
export async function beginWork(
  tx: Tx,
  id: string,
  { phase, total }: { readonly phase: string; readonly total: number },
): Promise<boolean> {
  const now = new Date();
  const silent = { busySince: { lt: new Date(now.getTime() - SILENT_MS) } };
  const { count } = await tx.importFile.updateMany({
    where: { id, state: "reported", OR: [{ busySince: null }, silent] },
    data: { phase, done: 0, total, busySince: now },
  });
  return count === 1;
}

/** Says how far a work is; in one statement, outside any transaction. */
export async function sayProgress(
  tx: Tx,
  id: string,
  { phase, done, total }: { readonly phase: string; readonly done: number; readonly total: number },
): Promise<void> {
  await tx.importFile.updateMany({ where: { id }, data: { phase, done, total, busySince: new Date() } });
}

/** What a work ends on. */
export interface ImportEnd {
  readonly state?: ImportState;
  readonly fault?: string | null;
  readonly counts?: ImportCounts;
  /** Null: no report stands any more. */
  readonly seen?: string | null;
  readonly mapping?: ImportMapping;
  readonly appliedBy?: string;
  readonly appliedAt?: Date;
  readonly undoneBy?: string;
  readonly undoneAt?: Date;
  /** What was read is let go. */
  readonly table?: null;
  readonly content?: null;
}

export async function endWork(tx: Tx, id: string, { counts, mapping, ...end }: ImportEnd): Promise<void> {
  await tx.importFile.updateMany({
    where: { id },
    data: {
      ...end,
      ...(counts === undefined ? {} : { counts: { ...counts } }),
      ...(mapping === undefined ? {} : { mapping: { ...mapping } }),
      busySince: null,
      phase: null,
      done: 0,
      total: 0,
    },
  });
}
