import { createHash } from "node:crypto";
import type { Viewer } from "../../auth/can";
import type { ImportCounts } from "../../db/repositories/import-files";
import { OUTCOMES, type ReportLine } from "../../db/repositories/import-lines";
import type { Tx } from "../../db/repositories/rows";
import { count, day as written, list } from "../../format/fr";
import type { CptsWrite, HeldMembership } from "../../record/import-terms";
import type { DatedCommune } from "../../territory/periods";
import { planContext, Row, type PlanContext, type PlanInput, type Say } from "./context";
import { applyCptsRow } from "./cpts-rows";
import { planProfessionals } from "./professionals";
import {
  applyWanted,
  closeUnnamed,
  membershipWords,
  readTerritoryRow,
  settleTerritory,
  WAITS,
  type Gained,
} from "./territory";
import type { Working } from "./working";

export type { PlanInput, Say } from "./context";

export interface PlannedWrite extends CptsWrite {
  readonly version: number;
  /** The memberships that it will have; null where its territory does not change. */
  readonly after: readonly DatedCommune[] | null;
}

/** What a file would do: its report, and what confirming it writes. */
export interface Plan {
  readonly lines: readonly ReportLine[];
  readonly writes: readonly PlannedWrite[];
  readonly counts: ImportCounts;
  /** What tells this report from another of the same file. */
  readonly seen: string;
}

/** Rows between two pauses in which the server answers others. */
const BREATH = 500;
const PHASE = "Rapport ligne par ligne";

/** Plans a file row by row against what is on record now. Nothing is written. */
export async function planImport(tx: Tx, viewer: Viewer, input: PlanInput, say: Say): Promise<Plan> {
  const total = input.table.rows.length;
  await say(PHASE, 0, total);
  const plan = await planContext(tx, viewer, input);
  const rows = input.table.rows.map((row) => new Row(plan, row));
  const breathe = async (done: number) => {
    if (done % BREATH === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    if (done % (BREATH * 10) === 0) await say(PHASE, done, total);
  };
  const lines = await PLANS[input.kind](plan, rows, breathe);
  const writes = [...plan.works.values()].flatMap((work): PlannedWrite[] => {
    const write = work.write();
    return write ? [{ ...write, after: work.changesTerritory ? work.membershipsAfter() : null }] : [];
  });
  const counts = countsOf(lines, writes.length);
  const hash = createHash("sha256");
  for (const { row, outcome, cpts, subject, changes, faults, notes } of lines) {
    hash.update(JSON.stringify([row, outcome, cpts, subject, changes, faults, notes]));
  }
  return { lines, writes, counts, seen: hash.digest("hex") };
}

function countsOf(lines: readonly ReportLine[], cpts: number): ImportCounts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    ReportLine["outcome"],
    number
  >;
  for (const { outcome } of lines) counts[outcome] += 1;
  return { ...counts, cpts };
}

type Breathe = (done: number) => Promise<void>;
type PlanOf = (plan: PlanContext, rows: readonly Row[], breathe: Breathe) => Promise<readonly ReportLine[]>;

const PLANS: { readonly [K in PlanInput["kind"]]: PlanOf } = {
  cpts: async (plan, rows, breathe) => {
    let done = 0;
    for (const row of rows) {
      await breathe((done += 1));
      const work = applyCptsRow(plan, row);
      if (work) work.said.push(...row.changes.map(({ label, after }) => `${label}\u00a0: ${after ?? ""}`));
    }
    return rows.map((row) => row.line());
  },
  professionals: planProfessionals,
  territory: planTerritory,
  polygons: planPolygons,
};

async function planTerritory(plan: PlanContext, rows: readonly Row[], breathe: Breathe) {
  const gained: Gained[] = [];
  const first = new Map<
    string,
    { readonly row: number; readonly from: string; readonly to: string | null }[]
  >();
  const named = new Map<Working, Set<string>>();
  let done = 0;
  for (const row of rows) {
    await breathe((done += 1));
    const wanted = readTerritoryRow(plan, row);
    if (wanted === null) continue;
    const { work, commune, from, to } = wanted;
    const key = `${work.cpts.id} ${commune}`;
    const others = first.get(key) ?? [];
    const twin = others.find((one) => (one.to === null || one.to > from) && (to === null || one.from < to));
    if (twin && wanted.share !== "unknown") {
      row.fault(
        row.cell("communeCode") ? "communeCode" : "communeName",
        `est déjà à la ligne ${twin.row} pour cette CPTS\u00a0: gardez l’une des deux`,
      );
      continue;
    }
    if (twin) {
      row.notes.push(`Même commune qu’à la ligne ${twin.row}\u00a0: comptée une fois, en partie.`);
      continue;
    }
    first.set(key, [...others, { row: row.source.row, from, to }]);
    named.set(work, (named.get(work) ?? new Set()).add(commune));
    const one = applyWanted(row, wanted);
    if (one) gained.push(one);
  }
  const gone = plan.input.options.complete ? leave(plan, named) : [];
  settleTerritory(plan, gained);
  for (const work of plan.works.values()) work.said.push(...territorySaid(work));
  return [...rows.map((row) => row.line()), ...gone];
}

/** What a complete file does not name leaves, said line by line. */
function leave(plan: PlanContext, named: ReadonlyMap<Working, ReadonlySet<string>>): ReportLine[] {
  const { asOf } = plan.input.options;
  return [...named].flatMap(([work, communes]) =>
    closeUnnamed(work, communes, asOf).map((held): ReportLine => ({
      row: null,
      outcome: "changed",
      cpts: work.cpts.name,
      subject: `${nameOf(plan, held)} (${held.commune})`,
      changes: [
        {
          label: nameOf(plan, held),
          before: membershipWords(held),
          after: `quitte le territoire le ${written(asOf)}`,
        },
      ],
      faults: [],
      notes: ["Absente du fichier, qui donne tout le territoire de cette CPTS."],
    })),
  );
}

const nameOf = (plan: PlanContext, { commune }: Pick<HeldMembership, "commune">) =>
  plan.communes.byCode.get(commune)?.name ?? commune;

function territorySaid(work: Working): string[] {
  const left = work.closed.size + work.removed.size;
  return [
    ...(work.added.length > 0 ? [count(work.added.length, "commune déclarée", "communes déclarées")] : []),
    ...(left > 0
      ? [count(left, "appartenance close ou remplacée", "appartenances closes ou remplacées")]
      : []),
  ];
}

/** Communes named in a line of the report. */
const MOST_NAMED = 20;

async function planPolygons(plan: PlanContext, rows: readonly Row[], breathe: Breathe) {
  const gained: Gained[] = [];
  const { asOf } = plan.input.options;
  let done = 0;
  for (const row of rows) {
    done += 1;
    await breathe(done * 25);
    const { fault, communes = [] } = row.source;
    if (fault) row.faults.push({ column: "Contour", value: "", message: fault });
    else if (communes.length === 0) {
      row.faults.push({
        column: "Contour",
        value: "",
        message: "ne contient le point intérieur d’aucune commune\u00a0: vérifiez sa projection",
      });
    }
    const work = applyCptsRow(plan, row, communes);
    if (!work || row.faults.length > 0) continue;
    if (work.cpts.waits.territory) row.fault("name", WAITS);
    const added: string[] = [];
    for (const commune of communes) {
      const name = nameOf(plan, { commune });
      const shadow = new Row(plan, row.source);
      const wanted = { work, commune, name, from: asOf, to: null, share: "whole", note: null } as const;
      const one = applyWanted(shadow, wanted);
      if (!one) continue;
      added.push(name);
      gained.push({ ...one, row });
    }
    const left = closeUnnamed(work, new Set(communes), asOf).map((held) => nameOf(plan, held));
    said(row, "Communes déclarées", "ajoutées", added);
    said(row, "Communes", "qui quittent le territoire", left);
    if (!work.isNew && row.changes.length > 0) row.outcome = "changed";
    work.said.push(
      ...row.changes.map(({ label, before, after }) => `${label}\u00a0: ${after ?? before ?? ""}`),
    );
  }
  settleTerritory(plan, gained);
  return rows.map((row) => row.line());
}

function said(row: Row, label: string, word: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length - shown.length;
  row.changes.push({
    label: `${label} (${names.length})`,
    before: word === "ajoutées" ? null : list(shown),
    after: word === "ajoutées" ? list([...shown, ...(more > 0 ? [`et ${more} autres`] : [])]) : word,
  });
}
