import { alphabetical } from "../format/fr";
import type { IsoDay } from "../kernel/date";
import type { CommuneShare, CptsRecord, PerimeterMembership } from "../record/cpts";
import type { Sort } from "../schemas/address";
import type { CommuneColumn } from "../schemas/cpts-address";
import type { Notes } from "./cpts-notes";
import { epciNames } from "./epcis";
import type { World } from "./world";

export interface CommuneRow {
  readonly code: string;
  readonly name: string;
  readonly department: { readonly code: string; readonly name: string };
  readonly population: number;
  readonly share: CommuneShare;
}

export interface PerimeterView {
  /** EPCI that stand in for the territory, when it is estimated. */
  readonly epci: readonly string[];
  readonly ref: number | null;
  /** How the estimate compares with what is published. */
  readonly note: string | null;
}

/** The memberships in force on a day. */
export function membershipsAt({ memberships }: CptsRecord, asOf: IsoDay) {
  return memberships.filter(({ from, to }) => from <= asOf && (to === null || asOf < to));
}

type Held = readonly PerimeterMembership[];

export function perimeterOf(
  world: World,
  held: Held,
  notes: Notes,
  noteOf: (citation: string) => string | null | undefined,
): PerimeterView {
  const [first] = held;
  const estimated = held.filter(({ basis }) => basis === "estimated");
  return {
    epci: epciNames(
      world,
      estimated.map(({ commune }) => commune),
    ),
    ref: first ? notes.ref(first.citation) : null,
    note: first ? (noteOf(first.citation) ?? null) : null,
  };
}

/** The communes held, in the order asked. */
export function communesOf(world: World, held: Held, sort: Sort<CommuneColumn>): CommuneRow[] {
  const rows = held.flatMap(({ commune, share }): CommuneRow[] => {
    const found = world.commune.get(commune);
    if (!found) return [];
    const { code, name, population, departmentCode } = found;
    const department = { code: departmentCode, name: world.departmentOf.get(departmentCode)?.name ?? "" };
    return [{ code, name, population, department, share }];
  });
  const order: Record<CommuneColumn, (a: CommuneRow, b: CommuneRow) => number> = {
    nom: (a, b) => alphabetical(a.name, b.name),
    code: (a, b) => (a.code < b.code ? -1 : 1),
    departement: (a, b) => alphabetical(a.department.name, b.department.name) || alphabetical(a.name, b.name),
    population: (a, b) => a.population - b.population || alphabetical(a.name, b.name),
  };
  rows.sort(order[sort.by]);
  return sort.descending ? rows.reverse() : rows;
}
