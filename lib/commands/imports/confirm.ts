import { can } from "../../auth/can";
import { getDb, type Database } from "../../db/client";
import { appendAudit, appendAudits } from "../../db/repositories/audit";
import {
  beginWork,
  endWork,
  findImport,
  readTableOf,
  type ImportFileRow,
} from "../../db/repositories/import-files";
import { replaceLines } from "../../db/repositories/import-lines";
import { listTouched, undoImport } from "../../db/repositories/import-undo";
import { ImportStale, writeImport } from "../../db/repositories/import-write";
import { readRevision } from "../../db/repositories/revision";
import type { Tx } from "../../db/repositories/rows";
import { upsertEvidence } from "../../db/repositories/sources";
import { count, day as written, list } from "../../format/fr";
import { ok } from "../../kernel/result";
import { planImport, type Plan } from "../../queries/imports/plan";
import { accountOf, notFound, refused, type Actor, type Outcome } from "../outcome";
import { drawOutlines, type DrawnWrite } from "./outlines";
import { AT_WORK, guarded, mayImport, ownImport, sayOf, type Started } from "./send";

const CHANGED =
  "Ce qui est sur les fiches a changé depuis ce rapport. Rien n’a été enregistré\u00a0: relisez le rapport, refait à l’instant, puis confirmez.";
/** A record written meanwhile makes the plan be made again; a busier hour than this is for later. */
const TRIES = 3;

/**
 * Writes what the report that was seen says: all of it, or nothing. Refused in words where rows are refused, where
 * nothing is to be done, or where it was done already. Throws Forbidden.
 *
 * @param seen the report that was read: another one is not applied.
 */
export async function confirmImport(actor: Actor, id: string, seen: string): Promise<Outcome<Started>> {
  mayImport(actor);
  const db = await getDb();
  const file = await ownImport(db, actor, id);
  if (!file) return notFound();
  const why = notConfirmable(file, seen);
  if (why !== null) return refused(why);
  // The page shown next already says that it is under way.
  if (!(await beginWork(db.prisma, id, { phase: "Vérification", total: 1 }))) return refused(AT_WORK);
  return ok({ id, work: guarded(db, id, () => apply(db, actor, file, seen)) });
}

function notConfirmable({ state, counts, seen: last }: ImportFileRow, seen: string): string | null {
  if (state === "applied") return "Ce fichier est déjà enregistré.";
  if (state !== "reported" || counts === null) return "Ce fichier n’a pas de rapport à confirmer.";
  if (last !== seen) return CHANGED;
  if (counts.refused > 0)
    return "Rien n’a été enregistré\u00a0: des lignes sont refusées. Corrigez-les dans votre fichier, puis renvoyez-le entier.";
  if (counts.created + counts.changed === 0)
    return "Rien à enregistrer\u00a0: les fiches disent déjà tout cela.";
  return null;
}

async function apply(db: Database, actor: Actor, file: ImportFileRow, seen: string): Promise<void> {
  const { id } = file;
  const say = sayOf(db, id);
  const table = await readTableOf(db.prisma, id);
  if (!table) return endWork(db.prisma, id, {});
  for (let tries = 0; tries < TRIES; tries += 1) {
    const revision = await readRevision(db.prisma);
    const { kind, options } = file;
    const input = { kind, table, options, mapping: file.mapping ?? {}, today: actor.today };
    const plan = await planImport(db.prisma, actor.viewer, input, say);
    if (plan.seen !== seen) {
      await replaceLines(db.prisma, id, plan.lines);
      const { counts, seen: next } = plan;
      return endWork(db.prisma, id, { counts, seen: next, fault: CHANGED });
    }
    const writes = await drawOutlines(plan.writes, say);
    await say("Enregistrement", 0, 1);
    try {
      await db.write((tx) => write(tx, actor, file, { plan, writes, revision }));
      return;
    } catch (error) {
      if (!(error instanceof ImportStale)) throw error;
    }
  }
  await endWork(db.prisma, id, { fault: CHANGED });
}

interface Planned {
  readonly plan: Plan;
  readonly writes: readonly DrawnWrite[];
  /** The revision that the plan was made on. */
  readonly revision: number;
}

async function write(tx: Tx, actor: Actor, { id }: ImportFileRow, { plan, writes, revision }: Planned) {
  // Behind the lock of the revision: what was planned on is what stands, or all is planned again.
  if ((await readRevision(tx)) !== revision + 1) throw new ImportStale("the record changed since the plan");
  const file = await findImport(tx, id);
  // Confirmed twice at once: the first is enough.
  if (file?.state !== "reported") return endWork(tx, id, {});
  // Other columns were chosen meanwhile: what is written would not be what the report shows.
  if (file.seen !== plan.seen) return endWork(tx, id, { fault: CHANGED });
  const at = new Date();
  const citation = await declare(tx, actor, file);
  await writeImport(tx, writes, { importId: id, citation, at });
  await tell(tx, actor, "import.applied", file, {
    counts: plan.counts,
    cpts: writes.map(({ slug, said, isNew }) => ({ slug, said: isNew ? ["fiche créée", ...said] : said })),
  });
  await endWork(tx, id, {
    state: "applied",
    appliedBy: accountOf(actor),
    appliedAt: at,
    fault: null,
    table: null,
    content: null,
  });
}

export const citationOf = (id: string): string => `import:${id}`;

/** The source that all that the file says stands on. */
async function declare(tx: Tx, { today }: Actor, { id, fileName, options }: ImportFileRow): Promise<string> {
  const citation = citationOf(id);
  await upsertEvidence(tx, {
    sources: [
      {
        id: citation,
        kind: "declaration",
        title: `Fichier «\u00a0${fileName}\u00a0» importé dans Maillage`,
        publisher: options.statedBy,
        published: { earliest: today, latest: today },
        url: null,
        reference: null,
      },
    ],
    citations: [
      {
        id: citation,
        sourceId: citation,
        sense: `Déclaré par ${options.statedBy}, situation au ${written(options.asOf)}.`,
        note: null,
      },
    ],
  });
  return citation;
}

interface ToldCpts {
  readonly slug: string;
  readonly said: readonly string[];
}

/** Sentences of a CPTS kept in its history. */
const MOST_SAID = 12;

/** One entry for the file in the journal, and one in the history of each CPTS. */
async function tell(
  tx: Tx,
  actor: Actor,
  action: "import.applied" | "import.undone",
  { id, fileName, kind, options }: ImportFileRow,
  { counts, cpts }: { readonly counts: Plan["counts"] | null; readonly cpts: readonly ToldCpts[] },
): Promise<void> {
  const base = { actor: accountOf(actor), action, before: null } as const;
  const state = { file: fileName, kind, asOf: options.asOf, import: id };
  const said = [count(cpts.length, "CPTS", "CPTS")];
  await appendAudit(tx, {
    ...base,
    subject: `import:${id}`,
    after: {
      ...state,
      said,
      cpts: cpts.map(({ slug }) => slug),
      ...(counts ? { counts: { ...counts } } : {}),
    },
  });
  await appendAudits(
    tx,
    cpts.map((one) => ({
      ...base,
      subject: `cpts:${one.slug}`,
      after: { ...state, said: one.said.slice(0, MOST_SAID) },
    })),
  );
}

const MOST_NAMED = 5;

/**
 * Puts back all that a file wrote, in one act; nothing where a record was changed since. Throws Forbidden, unless
 * every CPTS of it is the agent's.
 */
export async function undoImportOf(actor: Actor, id: string): Promise<Outcome<null>> {
  mayImport(actor);
  const db = await getDb();
  return db.write<Outcome<null>>(async (tx) => {
    const file = await findImport(tx, id);
    if (!file || file.appliedAt === null) return notFound();
    const touched = await listTouched(tx, id);
    const isHis = touched.every(({ cptsId, departments }) =>
      can(actor.viewer, "write", "imports", { cptsId, departments }),
    );
    const mine = file.createdBy === accountOf(actor) || actor.viewer.role === "administrator";
    if (!isHis || !mine) return notFound();
    if (file.state === "undone") return refused("Cet import est déjà annulé.");
    const changed = touched.filter(({ isChanged }) => isChanged).map(({ name }) => name);
    if (changed.length > 0) {
      const more = changed.length - MOST_NAMED;
      const names = list([
        ...changed.slice(0, MOST_NAMED),
        ...(more > 0 ? [count(more, "autre CPTS", "autres CPTS")] : []),
      ]);
      const why = `Rien n’a été annulé\u00a0: ${names} ${changed.length > 1 ? "ont été modifiées" : "a été modifiée"} depuis cet import. Corrigez dans la fiche ce qui doit l’être.`;
      await endWork(tx, id, { fault: why });
      return refused(why);
    }
    const at = new Date();
    await undoImport(tx, id, citationOf(id), at);
    await tell(tx, actor, "import.undone", file, {
      counts: null,
      cpts: touched.filter(({ isNew }) => !isNew).map(({ slug }) => ({ slug, said: [] })),
    });
    await endWork(tx, id, { state: "undone", fault: null, undoneBy: accountOf(actor), undoneAt: at });
    return ok(null);
  });
}
