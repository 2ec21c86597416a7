import type { Viewer } from "../../auth/can";
import { LINES, type LineCode } from "../../funding";
import type { IsoDay } from "../../kernel/date";
import type { AnalysisFilters } from "../../schemas/analysis-address";
import { ledgerScope, type InLedger } from "../money/scope";
import { openWorld } from "../world";
import type { Fact } from "./facts";
import { filterFacts } from "./sums";
import { factsIn } from "./summary";

/** CPTS whose facts are computed at once. */
const AT_ONCE = 50;

/** A fact with the name of its CPTS. */
export interface Line extends Fact {
  readonly name: string;
}

/** Where a reading of lines stopped. */
export interface LineKey {
  readonly slug: string;
  readonly contractNo: number;
  readonly year: number;
  readonly line: LineCode;
}

/**
 * The lines that filters keep, by CPTS, contract, year and line, one CPTS after the other: what is written is
 * let go. `after`: those that follow it. Throws Forbidden before the first.
 */
export async function linesOf(
  viewer: Viewer,
  today: IsoDay,
  filters: AnalysisFilters,
  after: LineKey | null = null,
): Promise<AsyncIterable<Line>> {
  const world = await openWorld(viewer);
  const scope = [...(await ledgerScope(viewer, world))]
    .filter(({ slug }) => filters.cpts === null || slug === filters.cpts)
    .filter(({ slug }) => after === null || slug >= after.slug)
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return (async function* () {
    for (let i = 0; i < scope.length; i += AT_ONCE) {
      const some = scope.slice(i, i + AT_ONCE);
      const names = new Map(some.map(({ slug, name }: InLedger) => [slug, name]));
      for (const fact of filterFacts(await factsIn(world, some, today), filters)) {
        if (after !== null && compare(fact, after) <= 0) continue;
        yield { ...fact, name: names.get(fact.slug) ?? fact.slug };
      }
    }
  })();
}

function compare(a: LineKey, b: LineKey): number {
  if (a.slug !== b.slug) return a.slug < b.slug ? -1 : 1;
  return a.contractNo - b.contractNo || a.year - b.year || LINES.indexOf(a.line) - LINES.indexOf(b.line);
}
