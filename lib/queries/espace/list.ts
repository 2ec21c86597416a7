import { alphabetical } from "../../format/fr";
import type { IsoDay } from "../../kernel/date";
import { rateValue, type Rate } from "../../kernel/rate";
import { mostUseful, type Finding } from "../../quality";
import { STAGE_RANK, type Stage, type StageState } from "../../record/lifecycle";
import type { Ignored, Sort } from "../../schemas/address";
import type { StageChoice } from "../../schemas/cpts-address";
import type { EspaceAddress, EspaceColumn } from "../../schemas/espace-address";
import type { CptsStanding } from "../cpts-standing";
import type { World } from "../world";
import type { Assessed } from "./assessment";
import type { Deadline } from "./deadlines";

const ROWS = 25;
const USEFUL = 3;

export interface EspaceRow {
  readonly slug: string;
  readonly name: string;
  readonly departments: readonly string[];
  readonly state: StageState;
  readonly perimeter: CptsStanding["perimeter"];
  readonly completeness: Rate;
  /** What is most useful to mend. */
  readonly toMend: readonly Finding[];
  /** The next day that counts; null where nothing is dated. */
  readonly next: Deadline | null;
}

export interface EspaceList {
  readonly rows: readonly EspaceRow[];
  /** Before the filters, and after. */
  readonly total: number;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly department: string | null;
  readonly stage: StageChoice;
  readonly sort: Sort<EspaceColumn>;
  readonly ignored: readonly Ignored[];
}

const STAGE_OF: Readonly<Record<Exclude<StageChoice, "toutes">, Stage>> = {
  signe: "signed",
  valide: "validated",
  intention: "intent",
  aucune: "none",
};

/** The CPTS of a reader, filtered, sorted and paged as the address says. */
export function listOf(world: World, among: readonly Assessed[], address: EspaceAddress): EspaceList {
  const departments = departmentsOf(world, among);
  const isKnown = departments.some(({ code }) => code === address.department);
  const department = isKnown ? address.department : null;
  const kept = among.filter(
    (one) =>
      (department === null || one.departments.includes(department)) &&
      (address.stage === "toutes" || one.standing.state.stage === STAGE_OF[address.stage]),
  );
  const sorted = [...kept].sort(ORDER[address.sort.by]);
  if (address.sort.descending) sorted.reverse();
  const pages = Math.max(1, Math.ceil(sorted.length / ROWS));
  const isPage = address.page <= pages;
  const page = isPage ? address.page : 1;
  return {
    rows: sorted.slice((page - 1) * ROWS, page * ROWS).map(rowOf),
    total: among.length,
    found: kept.length,
    page,
    pages,
    departments,
    department,
    stage: address.stage,
    sort: address.sort,
    ignored: [
      ...address.ignored,
      ...(isPage ? [] : [ignored("page", String(address.page), "n’est pas une page de cette liste")]),
      ...(isKnown || address.department === null
        ? []
        : [ignored("departement", address.department, "n’est le code d’aucun de vos départements")]),
    ],
  };
}

export function rowOf({ slug, name, departments, standing, quality, deadlines }: Assessed): EspaceRow {
  return {
    slug,
    name,
    departments,
    state: standing.state,
    perimeter: standing.perimeter,
    completeness: quality.whole,
    toMend: mostUseful(quality.findings, USEFUL),
    next: deadlines[0] ?? null,
  };
}

const byName = (a: Assessed, b: Assessed) => alphabetical(a.name, b.name);

/** What has no value comes last, then by name. */
function byValue(value: (one: Assessed) => string | number | IsoDay | null | undefined) {
  return (a: Assessed, b: Assessed): number => {
    const [x, y] = [value(a) ?? null, value(b) ?? null];
    if (x === y) return byName(a, b);
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y ? -1 : 1;
  };
}

const ORDER: Readonly<Record<EspaceColumn, (a: Assessed, b: Assessed) => number>> = {
  nom: byName,
  departement: byValue(({ departments }) => departments[0]),
  etape: byValue(({ standing }) => STAGE_RANK[standing.state.stage]),
  fiche: byValue(({ quality }) => rateValue(quality.whole)),
  echeance: byValue(({ deadlines }) => deadlines[0]?.on.latest),
};

function departmentsOf(world: World, among: readonly Assessed[]): EspaceList["departments"] {
  const codes = [...new Set(among.flatMap(({ departments }) => departments))].sort();
  return codes.map((code) => ({ code, name: world.departmentOf.get(code)?.name ?? code }));
}

const ignored = (parameter: string, value: string, reason: string): Ignored => ({ parameter, value, reason });
