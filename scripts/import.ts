/**
 * Imports a file from a terminal, in the same three steps as the pages: read, report, confirm (docs/imports.md).
 *
 *   npm run import -- --kind territory --file communes.csv --as-of 2026-01-01 --stated-by "ARS" [--mapping m.json]
 *     [--adds-only] [--note "…"] [--confirm] [--json]
 *
 * Exit codes: 0 reported or applied; 1 rows refused, or nothing could be applied; 2 unreadable file or wrong
 * arguments; 3 the database cannot be opened (the embedded one is held by a running server).
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { confirmImport } from "@/lib/commands/imports/confirm";
import { mapImport, sendImport } from "@/lib/commands/imports/send";
import type { Actor } from "@/lib/commands/outcome";
import { closeDb, getDb, StartupFault } from "@/lib/db/client";
import { COMMAND_LINE } from "@/lib/db/repositories/account-names";
import { findImport, type ImportFileRow, type ImportMapping } from "@/lib/db/repositories/import-files";
import { listLines } from "@/lib/db/repositories/import-lines";
import { faultWords, OUTCOME } from "@/lib/format/imports";
import { parisDay } from "@/lib/kernel/today";

const MOST_SHOWN = 50;

class Wrong extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

const OPTIONS = {
  kind: { type: "string" },
  file: { type: "string" },
  "as-of": { type: "string" },
  "stated-by": { type: "string" },
  note: { type: "string" },
  mapping: { type: "string" },
  "adds-only": { type: "boolean" },
  confirm: { type: "boolean" },
  json: { type: "boolean" },
} as const;

async function fileOf(id: string): Promise<ImportFileRow> {
  const { prisma } = await getDb();
  const file = await findImport(prisma, id);
  if (!file) throw new Wrong(1, "Le fichier n’est plus gardé.");
  return file;
}

async function run(): Promise<number> {
  const { values } = parse();
  if (!values.file) throw new Wrong(2, "--file manque : nommez le fichier à lire.");
  const actor: Actor = {
    viewer: { role: "administrator", accountId: COMMAND_LINE, organisation: null, cpts: [], departments: [] },
    today: parisDay(new Date(), process.env.MAILLAGE_TODAY),
  };
  const bytes = new Uint8Array(readFile(values.file));
  const form = {
    kind: values.kind,
    asOf: values["as-of"] ?? actor.today,
    statedBy: values["stated-by"] ?? "ligne de commande",
    complete: values["adds-only"] !== true,
    note: values.note ?? "",
  };
  await open();
  const sent = await sendImport(actor, { name: path.basename(values.file), bytes }, form, new Date());
  if (!sent.ok) {
    const { error } = sent;
    const why =
      error.kind === "invalid" ? error.issues.map((one) => `${one.path.join(".")} ${one.message}`) : [];
    throw new Wrong(2, why.join("\n") || "Ce fichier n’a pas pu être envoyé.");
  }
  await sent.value.work;
  const { id } = sent.value;
  if (values.mapping) {
    const mapping = JSON.parse(readFile(values.mapping).toString("utf8")) as ImportMapping;
    const mapped = await mapImport(actor, id, mapping);
    if (mapped.ok) await mapped.value.work;
  }
  let file = await fileOf(id);
  if (file.state === "unreadable") throw new Wrong(2, file.fault ?? "Ce fichier n’a pas pu être lu.");
  if (file.counts === null) {
    throw new Wrong(
      2,
      `Des colonnes ne sont pas reconnues : donnez --mapping, d’après ${JSON.stringify(file.mapping)}.`,
    );
  }
  let why: string | null = null;
  if (values.confirm) {
    const confirmed = await confirmImport(actor, id, file.seen ?? "");
    if (confirmed.ok) await confirmed.value.work;
    else
      why =
        confirmed.error.kind === "refused" ? confirmed.error.why : "Ce fichier n’a pas pu être enregistré.";
    file = await fileOf(id);
    why ??= file.fault;
  }
  await print(file, why, values.json === true);
  const isApplied = !values.confirm || file.state === "applied";
  return (file.counts?.refused ?? 0) > 0 || !isApplied ? 1 : 0;
}

function parse() {
  try {
    return parseArgs({ options: OPTIONS });
  } catch (error) {
    throw new Wrong(2, `${(error as Error).message}\nVoir docs/imports.md.`);
  }
}

function readFile(name: string): Buffer {
  try {
    return fs.readFileSync(name);
  } catch {
    throw new Wrong(2, `« ${name} » ne se lit pas : vérifiez son nom.`);
  }
}

async function open(): Promise<void> {
  try {
    await getDb();
  } catch (error) {
    if (error instanceof StartupFault) throw new Wrong(3, error.message);
    throw error;
  }
}

async function print(file: ImportFileRow, why: string | null, isJson: boolean): Promise<void> {
  const { prisma } = await getDb();
  const refused = await listLines(
    prisma,
    file.id,
    { outcome: "refused", column: null },
    { skip: 0, take: isJson ? 50_000 : MOST_SHOWN },
  );
  const { id, state, counts, notes } = file;
  if (isJson) {
    console.log(JSON.stringify({ id, state, counts, notes, why, refused }, null, 2));
    return;
  }
  for (const note of notes) console.log(note);
  for (const { row, faults } of refused) {
    for (const fault of faults) console.log(`Ligne ${row} : ${fault.column ?? ""} ${faultWords(fault)}`);
  }
  if ((counts?.refused ?? 0) > refused.length) console.log("… les autres lignes refusées : --json");
  const words = Object.entries(OUTCOME) as [keyof typeof OUTCOME, string][];
  console.log(words.map(([outcome, word]) => `${word} : ${counts?.[outcome] ?? 0}`).join(", "));
  console.log(why ?? (state === "applied" ? "Enregistré." : "Rien n’est enregistré : ajoutez --confirm."));
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof Wrong)) throw error;
  console.error(error.message);
  process.exitCode = error.code;
} finally {
  await closeDb();
}
