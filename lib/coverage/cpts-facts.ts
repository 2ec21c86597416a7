import { isoDay, type IsoDay } from "../kernel/date";
import { stageAt, type StageState } from "../record/lifecycle";
import { perimeterOf } from "./coverage";
import { activeMemberships, indexCpts } from "./cpts-index";
import type { CommuneFacts, CoverageCpts, PerimeterKind, Range } from "./model";
import { inhabitantsIn } from "./share";

/** One CPTS on a day, over its whole perimeter, whatever other CPTS hold of it. */
export interface CptsFacts {
  readonly id: string;
  readonly state: StageState;
  readonly perimeter: PerimeterKind;
  /** Null when the perimeter is unknown: not communicated, which is not zero. */
  readonly extent: CptsExtent | null;
  /** By department code; empty when the perimeter is unknown. */
  readonly departments: readonly (CptsExtent & { readonly department: string })[];
  /** Communes of the perimeter that the reference does not know (merged since): counted nowhere. */
  readonly missing: readonly string[];
}

export interface CptsExtent {
  /** Communes held, wholly or in part. */
  readonly communes: number;
  /** Inhabitants, each commune's share rounded: `max` takes parts of unknown share as the whole. */
  readonly population: Range;
}

/**
 * Stage, perimeter and population of one CPTS on the day `asOf`, in all and per department.
 *
 * @param factsOf the reference commune of a code, or undefined when there is none.
 * @param departmentOf the department code of a commune code.
 * Throws a RangeError when `asOf` is no day, or as {@link indexCpts} does.
 */
export function cptsFacts(
  cpts: CoverageCpts,
  asOf: IsoDay,
  factsOf: (code: string) => CommuneFacts | undefined,
  departmentOf: (code: string) => string,
): CptsFacts {
  isoDay(asOf);
  const missing: string[] = [];
  const departments = new Map<string, CptsExtent>();
  for (const [code, rows] of indexCpts([cpts]).byCommune) {
    const [held] = activeMemberships(rows, asOf);
    if (!held) continue;
    const facts = factsOf(code);
    if (!facts) {
      missing.push(code);
      continue;
    }
    const population = {
      min: inhabitantsIn(facts.population, [held.share], "nothing"),
      max: inhabitantsIn(facts.population, [held.share], "whole"),
    };
    const department = departmentOf(code);
    departments.set(department, add(departments.get(department) ?? NOTHING, { communes: 1, population }));
  }
  const perimeter = perimeterOf(cpts, asOf);
  return {
    id: cpts.id,
    state: stageAt(cpts.events, asOf, cpts.termMonths),
    perimeter,
    extent: perimeter === "unknown" ? null : [...departments.values()].reduce(add, NOTHING),
    departments: [...departments]
      .map(([department, extent]) => ({ department, ...extent }))
      .sort((a, b) => (a.department < b.department ? -1 : 1)),
    missing: missing.sort(),
  };
}

const NOTHING: CptsExtent = { communes: 0, population: { min: 0, max: 0 } };

const add = (a: CptsExtent, b: CptsExtent): CptsExtent => ({
  communes: a.communes + b.communes,
  population: {
    min: a.population.min + b.population.min,
    max: a.population.max + b.population.max,
  },
});
