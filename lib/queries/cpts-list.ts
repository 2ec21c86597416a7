import type { Range } from "../coverage";
import { findEvidence } from "../db/repositories/sources";
import { alphabetical } from "../format/fr";
import type { IsoDay } from "../kernel/date";
import { STAGE_RANK, stageChangeDays, type Stage, type StageState } from "../record/lifecycle";
import type { Ignored, Sort } from "../schemas/address";
import type { CptsListAddress, ListColumn, PerimeterChoice, StageChoice } from "../schemas/cpts-address";
import type { Ask } from "./ask";
import { atRevision } from "./cache";
import { latestFigure, type Published } from "./cpts-figures";
import { notesOver } from "./cpts-notes";
import { cptsStanding, type CptsStanding } from "./cpts-standing";
import type { Footnote } from "./footnotes";
import { yearlyMaximum, type YearlyMaximum } from "./yearly-maximum";
import { openWorld, type World } from "./world";

export interface CptsListRow {
  readonly slug: string;
  readonly name: string;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly state: StageState;
  readonly size: CptsStanding["size"];
  readonly perimeter: CptsStanding["perimeter"];
  /** Over its whole perimeter, by the reference; null when the perimeter is unknown. */
  readonly computed: { readonly population: Range; readonly communes: number } | null;
  /** As published by that day. */
  readonly population: Published | null;
  readonly communes: Published | null;
  readonly signatureRef: number | null;
  /** What a year of the schedule in force could reach at most; null without a tier. */
  readonly maximum: YearlyMaximum | null;
}

export interface CptsList {
  readonly asOf: IsoDay;
  readonly today: IsoDay;
  /** The days before and after on which a CPTS changes stage. */
  readonly previous: IsoDay | null;
  readonly next: IsoDay | null;
  readonly rows: readonly CptsListRow[];
  /** Of all CPTS, before the filters. */
  readonly total: number;
  readonly counts: {
    readonly byStage: Readonly<Record<Stage, number>>;
    readonly pastTerm: number;
    readonly unknownPerimeter: number;
  };
  /** Departments that have one, for the filter. */
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly department: string | null;
  readonly stage: StageChoice;
  readonly perimeter: PerimeterChoice;
  readonly sort: Sort<ListColumn>;
  readonly footnotes: readonly Footnote[];
  readonly ignored: readonly Ignored[];
}

type Whole = Pick<CptsList, "rows" | "footnotes" | "departments" | "counts">;

/** Every CPTS on a day, filtered and sorted as the address says. Throws Forbidden. */
export async function cptsList(ask: Ask, address: CptsListAddress): Promise<CptsList> {
  const world = await openWorld(ask.viewer);
  const whole = await atRevision(world.revision, `cpts-list ${ask.asOf}`, () => everyCpts(world, ask.asOf));
  const known = whole.departments.some(({ code }) => code === address.department);
  const department = known ? address.department : null;
  const kept = whole.rows.filter(
    (row) =>
      (department === null || row.departments.some(({ code }) => code === department)) &&
      (address.stage === "toutes" || row.state.stage === STAGE_OF[address.stage]) &&
      (address.perimeter === "tous" || (row.perimeter === "unknown") === (address.perimeter === "inconnu")),
  );
  const rows = [...kept].sort(ORDER[address.sort.by]);
  return {
    asOf: ask.asOf,
    today: ask.today,
    ...changesAround(world, ask.asOf),
    rows: address.sort.descending ? rows.reverse() : rows,
    total: whole.rows.length,
    counts: whole.counts,
    departments: whole.departments,
    department,
    stage: address.stage,
    perimeter: address.perimeter,
    sort: address.sort,
    footnotes: whole.footnotes,
    ignored:
      address.department === null || known
        ? address.ignored
        : [...address.ignored, unknown(address.department)],
  };
}

const STAGE_OF: Readonly<Record<Exclude<StageChoice, "toutes">, Stage>> = {
  signe: "signed",
  valide: "validated",
  intention: "intent",
  aucune: "none",
};

const byName = (a: CptsListRow, b: CptsListRow) => alphabetical(a.name, b.name);

/** What is not known comes after what is, then by name. */
function byValue<T>(value: (row: CptsListRow) => T | null | undefined) {
  return (a: CptsListRow, b: CptsListRow): number => {
    const [x, y] = [value(a) ?? null, value(b) ?? null];
    if (x === y) return byName(a, b);
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y ? -1 : 1;
  };
}

const ORDER: Readonly<Record<ListColumn, (a: CptsListRow, b: CptsListRow) => number>> = {
  nom: byName,
  departement: byValue(({ departments }) => departments[0]?.code),
  etape: byValue(({ state }) => STAGE_RANK[state.stage]),
  signature: byValue(({ state }) => state.since?.latest),
  taille: byValue(({ size }) => size.tier),
  population: byValue(({ population }) => population?.value),
};

function changesAround({ cpts }: World, asOf: IsoDay): Pick<CptsList, "previous" | "next"> {
  const days = [...new Set(cpts.flatMap(({ events }) => stageChangeDays(events)))].sort();
  return {
    previous: days.findLast((day) => day < asOf) ?? null,
    next: days.find((day) => day > asOf) ?? null,
  };
}

async function everyCpts(world: World, asOf: IsoDay): Promise<Whole> {
  const evidence = await findEvidence(
    world.db.prisma,
    world.cpts.flatMap(({ figures, events }) => [...figures, ...events].map(({ citation }) => citation)),
  );
  const notes = notesOver(evidence);
  const sorted = [...world.cpts].sort((a, b) => alphabetical(a.name, b.name));
  const rows = sorted.map(({ slug, name, figures, events }): CptsListRow => {
    const standing = cptsStanding(world, slug, asOf);
    const published = (measure: "population" | "communes"): Published | null => {
      const figure = latestFigure(figures, measure, asOf);
      return figure && { ...figure, ref: notes.ref(figure.citation) };
    };
    const since = events.findLast(({ when }) => when.latest === standing.state.since?.latest);
    const { whole } = standing;
    return {
      slug,
      name,
      departments: standing.departments.map((code) => ({
        code,
        name: world.departmentOf.get(code)?.name ?? code,
      })),
      state: standing.state,
      size: standing.size,
      perimeter: standing.perimeter,
      computed: whole && { population: whole.population, communes: whole.communes },
      population: published("population"),
      communes: published("communes"),
      maximum: yearlyMaximum(standing.size, asOf),
      signatureRef: since ? notes.ref(since.citation) : null,
    };
  });
  const departments = new Map(rows.flatMap((row) => row.departments.map((one) => [one.code, one] as const)));
  const countOf = (stage: Stage) => rows.filter(({ state }) => state.stage === stage).length;
  return {
    rows,
    counts: {
      byStage: {
        none: countOf("none"),
        intent: countOf("intent"),
        validated: countOf("validated"),
        signed: countOf("signed"),
      },
      pastTerm: rows.filter(({ state }) => state.pastTerm !== "no").length,
      unknownPerimeter: rows.filter(({ perimeter }) => perimeter === "unknown").length,
    },
    departments: [...departments.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    footnotes: notes.list(),
  };
}

function unknown(value: string): Ignored {
  return { parameter: "departement", value, reason: "n’est le code d’aucun département qui ait une CPTS" };
}
