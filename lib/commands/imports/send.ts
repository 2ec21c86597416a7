import { authorise } from "../../auth/can";
import { getDb, type Database } from "../../db/client";
import { sha256Of } from "../../db/documents-store";
import {
  beginWork,
  endWork,
  findImport,
  insertImport,
  putTable,
  readContent,
  readTableOf,
  sayProgress,
  type ImportFileRow,
  type ImportMapping,
  type ImportTable,
} from "../../db/repositories/import-files";
import { replaceLines } from "../../db/repositories/import-lines";
import { findMapping, rememberMapping } from "../../db/repositories/import-mappings";
import { FIELDS_OF, headingOf, headingsKey, proposeMapping, type ImportKind } from "../../import/columns";
import { readPolygons } from "../../import/polygons";
import { readTable } from "../../import/read-table";
import { err, ok, type Result } from "../../kernel/result";
import { missingColumns } from "../../queries/imports/columns";
import { planImport, type Say } from "../../queries/imports/plan";
import { importForm } from "../../schemas/imports";
import { issuesOf } from "../../schemas/sections";
import { plainName } from "../file-name";
import { accountOf, invalid, notFound, refused, type Actor, type Outcome } from "../outcome";

/** A work that goes on once its page is shown; it says by itself, in the file, what it came to. */
export interface Started {
  readonly id: string;
  readonly work: Promise<void>;
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const mayImport = ({ viewer }: Actor): void =>
  authorise(viewer, "write", "imports", { departments: viewer.departments });

export const AT_WORK =
  "Un travail est en cours sur ce fichier\u00a0: attendez qu’il soit fini, puis recommencez.";

/** Keeps a file, then reads it and makes its report; nothing goes on record. Throws Forbidden. */
export async function sendImport(
  actor: Actor,
  file: SentFile,
  form: unknown,
  now: Date,
): Promise<Outcome<Started>> {
  mayImport(actor);
  const parsed = importForm.safeParse(form);
  if (!parsed.success) return invalid(issuesOf(parsed.error));
  if (file.bytes.length === 0) return invalid([{ path: ["file"], message: "Choisissez le fichier à lire." }]);
  const { kind, ...options } = parsed.data;
  const content = new Uint8Array(file.bytes);
  const upload = {
    kind,
    options,
    content,
    fileName: plainName(file.name, "import"),
    sha256: sha256Of(content),
  };
  const db = await getDb();
  const id = await db.keep((tx) => insertImport(tx, upload, accountOf(actor), now));
  return ok({ id, work: guarded(db, id, () => read(db, actor, id)) });
}

/** Makes the report again with the columns chosen, which are remembered for files of the same headings. */
export async function mapImport(actor: Actor, id: string, mapping: ImportMapping): Promise<Outcome<Started>> {
  mayImport(actor);
  const db = await getDb();
  const [file, table] = [await ownImport(db, actor, id), await readTableOf(db.prisma, id)];
  if (!file || !table) return notFound();
  if (file.state !== "reported") return refused("Ce fichier n’attend plus de colonnes.");
  const known = FIELDS_OF[file.kind].map(({ key }): [string, number | null] => {
    const index = mapping[key] ?? null;
    return [key, index !== null && index < table.headings.length ? index : null];
  });
  const chosen = Object.fromEntries(known);
  const headings = headingsKey(table.headings);
  const begun = await beginWork(db.prisma, id, {
    phase: "Rapport ligne par ligne",
    total: table.rows.length,
  });
  if (!begun) return refused(AT_WORK);
  await db.keep((tx) => rememberMapping(tx, { owner: accountOf(actor), kind: file.kind, headings }, chosen));
  return ok({ id, work: guarded(db, id, () => report(db, actor, { ...file, mapping: chosen }, table)) });
}

/** A file that the account sent. */
export async function ownImport(db: Database, actor: Actor, id: string): Promise<ImportFileRow | null> {
  const file = await findImport(db.prisma, id);
  return file?.createdBy === accountOf(actor) ? file : null;
}

/** Whatever befalls a work, its file says so rather than wait for ever. */
export async function guarded(db: Database, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error("import", id, error);
    const fault =
      "Le travail s’est interrompu\u00a0: recommencez, ou renvoyez le fichier. Rien n’a été enregistré.";
    const file = await findImport(db.prisma, id).catch(() => null);
    const unread = file?.state === "reading" ? ({ state: "unreadable" } as const) : {};
    await endWork(db.prisma, id, { ...unread, fault }).catch(() => undefined);
  }
}

export const sayOf =
  (db: Database, id: string): Say =>
  (phase, done, total) =>
    sayProgress(db.prisma, id, { phase, done: Math.min(done, total), total });

async function read(db: Database, actor: Actor, id: string): Promise<void> {
  const [file, content] = [await findImport(db.prisma, id), await readContent(db.prisma, id)];
  if (!file || !content) return;
  await sayOf(db, id)("Lecture du fichier", 0, 1);
  const found = await readAs(file.kind, content, file.fileName);
  if (!found.ok) {
    await endWork(db.prisma, id, { state: "unreadable", fault: found.error, content: null });
    return;
  }
  const { table, notes } = found.value;
  const chosen = await findMapping(db.prisma, file.createdBy, file.kind, headingsKey(table.headings));
  const mapping = chosen ?? proposeMapping<string>(table.headings, FIELDS_OF[file.kind]);
  await putTable(db.prisma, id, table, { mapping, notes });
  await report(db, actor, { ...file, mapping }, table);
}

async function readAs(
  kind: ImportKind,
  bytes: Uint8Array,
  name: string,
): Promise<Result<{ readonly table: ImportTable; readonly notes: readonly string[] }, string>> {
  if (kind === "polygons") {
    const layer = await readPolygons(bytes, name);
    if (!layer.ok) return layer;
    const { headings, features, notes, communes } = layer.value;
    const rows = features.map(({ row, cells, fault }) => ({
      row,
      cells,
      fault,
      communes: communes.get(row) ?? [],
    }));
    return ok({ table: { headings, rows }, notes });
  }
  const read = await readTable(bytes, name, headingOf(FIELDS_OF[kind]));
  if (!read.ok) return err(read.error);
  const { headings, rows, notes } = read.value;
  return ok({ table: { headings, rows }, notes });
}

async function report(db: Database, actor: Actor, file: ImportFileRow, table: ImportTable): Promise<void> {
  const { id, kind, options } = file;
  const mapping = file.mapping ?? {};
  if (missingColumns(kind, mapping).length > 0) {
    await replaceLines(db.prisma, id, []);
    await endWork(db.prisma, id, { state: "reported", mapping, seen: null, fault: null });
    return;
  }
  const input = { kind, table, mapping, options, today: actor.today };
  const plan = await planImport(db.prisma, actor.viewer, input, sayOf(db, id));
  await replaceLines(db.prisma, id, plan.lines);
  const { counts, seen } = plan;
  await endWork(db.prisma, id, { state: "reported", mapping, counts, seen, fault: null });
}
