import { can, type Viewer } from "../../auth/can";
import { getDb } from "../../db/client";
import { accountNames } from "../../db/repositories/account-names";
import {
  isAtWork,
  findImport,
  listImports,
  readTableOf,
  type ImportCounts,
  type ImportFileRow,
} from "../../db/repositories/import-files";
import { countLines, faultyColumns, listLines, type ReportLine } from "../../db/repositories/import-lines";
import { listTouched } from "../../db/repositories/import-undo";
import { exportFile, type Export, type ExportFile } from "../../export";
import { FIELDS_OF, type ImportKind } from "../../import/columns";
import type { IsoDay } from "../../kernel/date";
import type { ExportFormat } from "../../schemas/export-format";
import { LINE_CHOICES, type ImportAddress, type LineChoice } from "../../schemas/imports-address";
import { missingColumns } from "./columns";
import { linesTable } from "./lines-table";

export type { ReportLine } from "../../db/repositories/import-lines";
export type { ImportCounts } from "../../db/repositories/import-files";

const PAGE_SIZE = 100;
const MOST_FILES = 60;

export const mayImport = (viewer: Viewer): boolean =>
  viewer.accountId !== null && can(viewer, "write", "imports", { departments: viewer.departments });

export type ImportStanding =
  "busy" | "stopped" | "unreadable" | "columns" | "reported" | "applied" | "undone";

export interface ListedImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly standing: ImportStanding;
  readonly counts: ImportCounts | null;
  readonly asOf: IsoDay;
  readonly statedBy: string;
  /** ISO 8601 instants, UTC. */
  readonly sentAt: string;
  readonly sentBy: string;
  readonly appliedAt: string | null;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

/** The files that the account sent; for administrators, those of everybody that were applied. Null for the others. */
export async function importsPage(
  viewer: Viewer,
): Promise<{ readonly files: readonly ListedImport[] } | null> {
  if (!mayImport(viewer) || viewer.accountId === null) return null;
  const { prisma } = await getDb();
  const others = viewer.role === "administrator";
  const files = await listImports(prisma, { account: viewer.accountId, others, most: MOST_FILES });
  const names = await accountNames(
    prisma,
    files.flatMap(({ createdBy, undoneBy }) => [createdBy, ...(undoneBy === null ? [] : [undoneBy])]),
  );
  return { files: files.map((file) => listed(file, names)) };
}

function listed(file: ImportFileRow, names: ReadonlyMap<string, string>): ListedImport {
  return {
    id: file.id,
    kind: file.kind,
    fileName: file.fileName,
    standing: standingOf(file),
    counts: file.counts,
    asOf: file.options.asOf,
    statedBy: file.options.statedBy,
    sentAt: file.createdAt.toISOString(),
    sentBy: names.get(file.createdBy) ?? "",
    appliedAt: file.appliedAt?.toISOString() ?? null,
    undoneAt: file.undoneAt?.toISOString() ?? null,
    undoneBy: file.undoneBy === null ? null : (names.get(file.undoneBy) ?? ""),
  };
}

function standingOf(file: ImportFileRow): ImportStanding {
  const { state, busySince, seen } = file;
  if (busySince !== null) return isAtWork(file) ? "busy" : "stopped";
  if (state === "reading") return "stopped";
  return state === "reported" && seen === null ? "columns" : state;
}

/** How far the work on a file is; null where there is no such file for the viewer. */
export async function importProgress(
  viewer: Viewer,
  id: string,
): Promise<{
  readonly busy: boolean;
  readonly phase: string;
  readonly done: number;
  readonly total: number;
} | null> {
  const file = await visible(viewer, id);
  if (!file) return null;
  const { phase, done, total } = file;
  return { busy: standingOf(file) === "busy", phase: phase ?? "", done, total };
}

async function visible(viewer: Viewer, id: string): Promise<ImportFileRow | null> {
  if (!mayImport(viewer)) return null;
  const { prisma } = await getDb();
  const file = await findImport(prisma, id);
  if (!file) return null;
  const isShown = viewer.role === "administrator" && file.appliedAt !== null;
  return file.createdBy === viewer.accountId || isShown ? file : null;
}

export interface ImportColumn {
  readonly field: string;
  readonly label: string;
  readonly index: number | null;
  readonly isMissing: boolean;
}

export interface ImportPage extends ListedImport {
  readonly fault: string | null;
  readonly notes: readonly string[];
  readonly complete: boolean;
  readonly note: string | null;
  readonly seen: string | null;
  readonly progress: { readonly phase: string; readonly done: number; readonly total: number };
  /** Null once what was read is let go. */
  readonly headings: readonly string[] | null;
  readonly columns: readonly ImportColumn[];
  /** Columns at fault, most lines first. */
  readonly faulty: readonly { readonly column: string; readonly lines: number }[];
  readonly choice: LineChoice;
  readonly column: string | null;
  readonly lines: readonly (ReportLine & { readonly rank: number })[];
  readonly page: number;
  readonly pages: number;
  /** CPTS written, those created; null before. */
  readonly written: { readonly cpts: number; readonly created: number } | null;
  readonly mayUndo: boolean;
}

/** A file with its report, page by page: the browser is never sent them all. Null where it is not the viewer's. */
export async function importFilePage(
  viewer: Viewer,
  id: string,
  address: ImportAddress,
): Promise<ImportPage | null> {
  const file = await visible(viewer, id);
  if (!file) return null;
  const { prisma } = await getDb();
  const names = await accountNames(prisma, [
    file.createdBy,
    ...(file.undoneBy === null ? [] : [file.undoneBy]),
  ]);
  const base = listed(file, names);
  const table =
    base.standing === "reported" || base.standing === "columns" ? await readTableOf(prisma, id) : null;
  const faulty = await faultyColumns(prisma, id);
  const column = faulty.some((one) => one.column === address.column) ? address.column : null;
  const choice = address.lines ?? ((file.counts?.refused ?? 0) > 0 ? "refusees" : "toutes");
  const filter = { outcome: choice === "toutes" ? null : LINE_CHOICES[choice], column };
  const pages = Math.max(1, Math.ceil((await countLines(prisma, id, filter)) / PAGE_SIZE));
  const page = Math.min(address.page, pages);
  const lines = await listLines(prisma, id, filter, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  const touched = file.appliedAt === null ? null : await listTouched(prisma, id);
  const mapping = file.mapping ?? {};
  const missing = missingColumns(file.kind, mapping);
  return {
    ...base,
    fault: file.fault,
    notes: file.notes,
    complete: file.options.complete,
    note: file.options.note,
    seen: file.seen,
    progress: { phase: file.phase ?? "", done: file.done, total: file.total },
    headings: table?.headings ?? null,
    columns: FIELDS_OF[file.kind].map(({ key, label }) => ({
      field: key,
      label,
      index: mapping[key] ?? null,
      isMissing: missing.includes(key),
    })),
    faulty,
    choice,
    column,
    lines,
    page,
    pages,
    written: touched && { cpts: touched.length, created: touched.filter(({ isNew }) => isNew).length },
    mayUndo:
      file.state === "applied" &&
      (touched ?? []).every(({ cptsId, departments }) =>
        can(viewer, "write", "imports", { cptsId, departments }),
      ),
  };
}

/** The report as a file, all its lines or those of one outcome; read and written by thousands. */
export async function importReportFile(
  viewer: Viewer,
  id: string,
  { lines }: ImportAddress,
  { origin, today }: { readonly origin: string | null; readonly today: IsoDay },
): Promise<((format: ExportFormat) => ExportFile) | null> {
  const file = await visible(viewer, id);
  if (!file) return null;
  const { prisma } = await getDb();
  const outcome = lines === null || lines === "toutes" ? null : LINE_CHOICES[lines];
  async function* rows() {
    for (let skip = 0; ; skip += 2_000) {
      const some = await listLines(prisma, id, { outcome, column: null }, { skip, take: 2_000 });
      yield* some;
      if (some.length < 2_000) return;
    }
  }
  const found: Export<ReportLine> = {
    table: linesTable,
    rows: rows(),
    filters: lines === null ? [] : [lines],
    about: {
      madeOn: today,
      asOf: file.options.asOf,
      address: `${origin ?? ""}/espace/imports/${id}`,
      licence: "Document de travail",
      notes: [{ label: "Fichier", text: file.fileName }],
    },
  };
  return (format) => exportFile(found, format);
}
