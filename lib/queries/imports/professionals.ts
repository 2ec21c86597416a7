import { day as written } from "../../format/fr";
import { PROFESSION } from "../../format/labels";
import type { ReportLine } from "../../db/repositories/import-lines";
import { readProfession, type ProfessionField } from "../../import/professions";
import { readCount, readScope } from "../../import/values";
import type { IsoDay } from "../../kernel/date";
import { PROFESSIONS, type Profession } from "../../record/cpts";
import type { PlanContext } from "./context";
import { Row } from "./context";
import type { Working } from "./working";

interface Counted {
  readonly row: Row;
  readonly work: Working;
  readonly profession: Profession;
  readonly scope: "members" | "territory";
  readonly count: number;
}

const MOST_COUNT = 100_000;

/**
 * The count of a day replaces what was counted before, as on the form of the record: what a file does not count
 * for a CPTS that it names is no longer counted from that day on. @returns lines, the file's then those.
 */
export async function planProfessionals(
  plan: PlanContext,
  rows: readonly Row[],
  breathe: (done: number) => Promise<void>,
): Promise<ReportLine[]> {
  const counted: Counted[] = [];
  const isWide = PROFESSIONS.some((one) => typeof plan.input.mapping[`profession:${one}`] === "number");
  const days = new Map<Working, IsoDay>();
  const rowOf = new Map<string, Row>();
  let done = 0;
  for (const row of rows) {
    await breathe((done += 1));
    const work = plan.cptsOf(row);
    if (work === undefined) {
      row.cpts = row.cell("name");
      row.fault(
        "name",
        "n’est le nom d’aucune CPTS\u00a0: vérifiez-le, ou importez d’abord le fichier des CPTS",
      );
    }
    const asOf = row.day("asOf") ?? plan.input.options.asOf;
    if (asOf > plan.input.today) row.fault("asOf", "est un jour à venir");
    const text = row.cell("scope");
    const scope = text === "" ? "members" : readScope(text);
    if (scope === null) row.fault("scope", "n’est ni «\u00a0membres\u00a0» ni «\u00a0territoire\u00a0»");
    const found = isWide ? wideCounts(row) : tallCount(row);
    if (!work || scope === null || row.faults.length > 0) continue;
    const known = days.get(work);
    if (known !== undefined && known !== asOf) {
      row.fault("asOf", `n’est pas le jour des autres lignes de cette CPTS, le ${written(known)}`);
      continue;
    }
    days.set(work, asOf);
    for (const one of found) {
      const key = `${work.cpts.id} ${one.profession} ${scope}`;
      const twin = rowOf.get(key);
      if (twin) {
        row.fault("profession", `est déjà comptée à la ligne ${twin.source.row}`);
        continue;
      }
      rowOf.set(key, row);
      counted.push({ row, work, scope, ...one });
    }
  }
  return [...settle(plan, counted, days, rows)];
}

function tallCount(row: Row): { profession: Profession; count: number }[] {
  const profession = readProfession(row.cell("profession"));
  row.subject = row.cell("profession");
  if (profession === null) {
    row.fault(
      "profession",
      row.subject === ""
        ? "est vide"
        : "n’est pas une profession connue\u00a0: écrivez par exemple infirmier",
    );
  }
  const count = countIn(row, "count");
  if (profession === null || count === null) return [];
  row.subject = PROFESSION[profession][1];
  return [{ profession, count }];
}

function wideCounts(row: Row): { profession: Profession; count: number }[] {
  return PROFESSIONS.flatMap((profession) => {
    const field: ProfessionField = `profession:${profession}`;
    if (row.cell(field) === "") return [];
    const count = countIn(row, field);
    return count === null ? [] : [{ profession, count }];
  });
}

function countIn(row: Row, field: string): number | null {
  const text = row.cell(field);
  const count = readCount(text);
  if (count !== null && count <= MOST_COUNT) return count;
  return row.fault(field, text === "" ? "est vide" : "n’est pas un nombre entier");
}

function settle(
  plan: PlanContext,
  counted: readonly Counted[],
  days: ReadonlyMap<Working, IsoDay>,
  rows: readonly Row[],
): ReportLine[] {
  const gone: ReportLine[] = [];
  const byWork = new Map<Working, Counted[]>();
  for (const one of counted) byWork.set(one.work, [...(byWork.get(one.work) ?? []), one]);
  for (const [work, own] of byWork) {
    const asOf = days.get(work) ?? plan.input.options.asOf;
    const last = work.cpts.counts.reduce((day, one) => (one.asOf.latest > day ? one.asOf.latest : day), "");
    if (last > asOf) {
      own[0]?.row.fault("name", `a sur sa fiche un décompte plus récent, du ${written(last)}`);
      continue;
    }
    const latest = work.cpts.counts.filter(({ asOf: { latest: day } }) => day === last);
    const heldOf = (one: Pick<Counted, "profession" | "scope">) =>
      latest.find(({ profession, scope }) => profession === one.profession && scope === one.scope);
    const left = latest.filter(
      (held) => !own.some((one) => one.profession === held.profession && one.scope === held.scope),
    );
    for (const one of own) {
      const held = heldOf(one);
      if (held?.count === one.count) continue;
      one.row.changes.push({
        label: PROFESSION[one.profession][1],
        before: held ? String(held.count) : null,
        after: String(one.count),
      });
      one.row.outcome = held || one.row.outcome === "changed" ? "changed" : "created";
    }
    const isSame = left.length === 0 && own.every((one) => heldOf(one)?.count === one.count);
    if (isSame) continue;
    work.counts = { asOf, rows: own.map(({ profession, scope, count }) => ({ profession, scope, count })) };
    work.said.push(`${own.length} effectifs au ${written(asOf)}`);
    for (const held of left) {
      gone.push({
        row: null,
        outcome: "changed",
        cpts: work.cpts.name,
        subject: PROFESSION[held.profession][1],
        changes: [{ label: PROFESSION[held.profession][1], before: String(held.count), after: null }],
        faults: [],
        notes: ["Absent du fichier\u00a0: n’est plus compté à partir de ce jour."],
      });
    }
  }
  return [...rows.map((row) => row.line()), ...gone];
}
