import { resolveCommune } from "../../import/communes";
import { resolveDepartment } from "../../import/departments";
import { readBoolean } from "../../import/values";
import { day as written } from "../../format/fr";
import type { IsoDay } from "../../kernel/date";
import type { CommuneShare } from "../../record/cpts";
import type { HeldMembership, NewMembership } from "../../record/import-terms";
import { MOST_COMMUNES } from "../../schemas/sections/territory";
import { searchName } from "../../territory/search-name";
import type { PlanContext } from "./context";
import { Row } from "./context";
import { claimsAfter, holdersOf } from "./overlaps";
import type { Working } from "./working";

/** A commune that a row gives to a CPTS. */
export interface Wanted extends NewMembership {
  readonly work: Working;
  readonly name: string;
}

/** What is set against the other CPTS once every row is read. */
export interface Gained {
  readonly row: Row;
  readonly wanted: Wanted;
  /** Its place among those added: its note may be said later. */
  readonly index: number;
}

/** Reads a row CPTS × commune alone; null where it is refused. */
export function readTerritoryRow(plan: PlanContext, row: Row): Wanted | null {
  const work = plan.cptsOf(row);
  if (work === undefined) {
    const named = row.cell("name") || row.cell("identifier");
    row.cpts = named;
    row.fault(
      "name",
      named === ""
        ? "est vide\u00a0: nommez la CPTS"
        : "n’est le nom d’aucune CPTS\u00a0: vérifiez-le, ou importez d’abord le fichier des CPTS",
    );
  }
  const wanted = {
    code: row.cell("communeCode"),
    name: row.cell("communeName"),
    postalCode: row.cell("postalCode"),
    department: departmentIn(plan, row),
  };
  const field = wanted.code === "" ? "communeName" : "communeCode";
  const commune = resolveCommune(wanted, plan.communes);
  row.subject = [wanted.name, wanted.code].filter(Boolean).join(" ");
  if ("fault" in commune) row.fault(field, commune.fault);
  else {
    row.subject = `${commune.name} (${commune.code})`;
    if (commune.said !== null) row.notes.push(commune.said);
  }
  const from = row.day("from") ?? plan.input.options.asOf;
  const to = row.day("to");
  if (to !== null && to <= from) row.fault("to", `doit suivre le ${written(from)}, jour d’entrée`);
  const share = shareIn(plan, row, "partial" in commune && commune.partial);
  const note = row.cell("note") || null;
  if ((note?.length ?? 0) > 500) row.fault("note", "dépasse 500 caractères\u00a0: abrégez le texte");
  if (work?.cpts.waits.territory) row.fault("name", WAITS);
  if (!work || "fault" in commune || share === null || row.faults.length > 0) return null;
  return { work, commune: commune.code, name: commune.name, from, to, share, note };
}

export const WAITS =
  "a une proposition de territoire qui attend une décision\u00a0: acceptez-la ou renvoyez-la d’abord";

function departmentIn(plan: PlanContext, row: Row): string {
  const text = row.cell("department");
  if (text === "") return "";
  const found = resolveDepartment(text, plan.departments);
  if ("code" in found) return found.code;
  row.fault("department", found.fault);
  return "";
}

/** « 50 % », « 1/2 », « partielle », or yes and no under a heading that asks for one of the two. */
function shareIn(plan: PlanContext, row: Row, isPartial: boolean): CommuneShare | null {
  const text = row.cell("share");
  if (text === "") return isPartial ? "unknown" : "whole";
  const name = searchName(text);
  if (/^(entiere?|totale?|complete?|whole|100|1)$/.test(name)) return "whole";
  if (/^(partielle?|partiellement|partie|en partie|inconnue?|unknown)$/.test(name)) return "unknown";
  const yes = readBoolean(text);
  const heading = searchName(plan.columnOf("share"));
  if (yes !== null && /partiel/.test(heading)) return yes ? "unknown" : "whole";
  if (yes !== null && /entiere/.test(heading)) return yes ? "whole" : "unknown";
  const [, top, bottom] = /^(\d{1,6})\s*\/\s*(\d{1,6})$/.exec(text) ?? [];
  if (top && bottom && Number(top) > 0 && Number(top) < Number(bottom)) {
    return { numerator: Number(top), denominator: Number(bottom) };
  }
  const percent = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%$/.exec(text.replace(/\u00a0|\u202f/g, " "));
  const hundredths = percent ? Number(percent[1]) * 100 + Number((percent[2] ?? "").padEnd(2, "0")) : 0;
  if (hundredths > 0) return { numerator: hundredths, denominator: 10_000 };
  return row.fault("share", "n’est pas une part\u00a0: écrivez entière, partielle, 1/2 ou 50 %");
}

const overlaps = (held: Pick<HeldMembership, "from" | "to">, from: IsoDay, to: IsoDay | null): boolean =>
  (held.to === null || held.to > from) && (to === null || held.from < to);

const isSameShare = (a: CommuneShare, b: CommuneShare): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Says what a row changes of a territory, in the working record. The past is kept: what held before the day is
 * closed there, what is unchanged is left as it is.
 */
export function applyWanted(row: Row, wanted: Wanted): Gained | null {
  const { work, commune, name, from, to, share, note } = wanted;
  const held =
    heldOf(work)
      .get(commune)
      ?.filter((one) => overlaps(one, from, to)) ?? [];
  const same = held.find(
    (one) =>
      one.basis === "declared" &&
      one.from <= from &&
      one.to === to &&
      isSameShare(one.share, share) &&
      (note === null || one.note === note),
  );
  if (same) return null;
  for (const one of held) {
    if (one.from < from) work.closed.set(one.id, from);
    else work.removed.add(one.id);
  }
  const before = held[0];
  row.outcome = before === undefined ? "created" : "changed";
  row.changes.push({
    label: name,
    before: before === undefined ? null : membershipWords(before),
    after: membershipWords({ ...wanted, basis: "declared" }),
  });
  const index = work.added.push({ commune, from, to, share, note }) - 1;
  return { row, wanted, index };
}

const HELD = new WeakMap<Working, ReadonlyMap<string, HeldMembership[]>>();

function heldOf(work: Working): ReadonlyMap<string, HeldMembership[]> {
  const known = HELD.get(work);
  if (known) return known;
  const held = new Map<string, HeldMembership[]>();
  for (const one of work.cpts.memberships) held.set(one.commune, [...(held.get(one.commune) ?? []), one]);
  HELD.set(work, held);
  return held;
}

export function membershipWords({
  from,
  to,
  share,
  basis,
}: Pick<HeldMembership, "from" | "to" | "share" | "basis">): string {
  const part =
    share === "whole"
      ? ""
      : share === "unknown"
        ? ", en partie"
        : `, ${share.numerator}/${share.denominator}`;
  const until = to === null ? "" : ` jusqu’au ${written(to)}`;
  return `${basis === "estimated" ? "estimée" : "déclarée"} depuis le ${written(from)}${until}${part}`;
}

/** Closes what a complete file does not name of a territory from the day on. @returns what leaves it. */
export function closeUnnamed(work: Working, named: ReadonlySet<string>, asOf: IsoDay): HeldMembership[] {
  const left = work.cpts.memberships.filter(
    (one) => !named.has(one.commune) && (one.to === null || one.to > asOf),
  );
  for (const one of left) {
    if (one.from < asOf) work.closed.set(one.id, asOf);
    else work.removed.add(one.id);
  }
  return left;
}

/** Refuses what other CPTS hold too and nobody says why; attaches the departments reached. */
export function settleTerritory(plan: PlanContext, sets: readonly Gained[]): void {
  const claims = claimsAfter(plan);
  for (const { row, wanted, index } of sets) {
    const { work, commune, from, to } = wanted;
    const holders = holdersOf(claims, commune, work.cpts.id, { from, to });
    if (holders === null) continue;
    const note = wanted.note ?? plan.input.options.note;
    if (note === null) {
      const column =
        plan.input.kind === "polygons" ? "name" : row.cell("communeCode") ? "communeCode" : "communeName";
      row.fault(
        column,
        `${wanted.name} (${commune}) est aussi dans ${holders}\u00a0: retirez-la, ou dites pourquoi elle est gardée (colonne «\u00a0Note\u00a0», ou raison commune au fichier)`,
      );
      continue;
    }
    const added = work.added[index];
    if (added) work.added[index] = { ...added, note };
    row.notes.push(`${wanted.name} est aussi dans ${holders}\u00a0; raison\u00a0: ${note}`);
  }
  for (const work of plan.works.values()) {
    if (work.added.length === 0) continue;
    work.attach(
      departmentsOf(
        plan,
        work.added.map(({ commune }) => commune),
      ),
    );
    const communes = new Set(work.added.map(({ commune }) => commune)).size;
    if (communes > MOST_COMMUNES) {
      const row = sets.find(({ wanted }) => wanted.work === work)?.row;
      row?.fault("name", `compterait plus de ${MOST_COMMUNES} communes\u00a0: vérifiez la colonne`);
    }
  }
}

/** The departments of some communes, the one that has most of them first. */
export function departmentsOf(plan: PlanContext, communes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const code of communes) {
    const department = plan.communes.byCode.get(code)?.departmentCode ?? "";
    counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code]) => code);
}
