import type { Viewer } from "../../auth/can";
import type { IsoDay } from "../../kernel/date";
import { rateValue, type Rate } from "../../kernel/rate";
import type { AnalysisAddress } from "../../schemas/analysis-address";
import { ledgerScope } from "../money/scope";
import { openWorld } from "../world";
import { labelsOver } from "./labels";
import { filterFacts, groupFacts, sumFacts, type Sums } from "./sums";
import { factsIn } from "./summary";

/** Groups drawn side by side: more would be read by nobody. */
const MOST_GROUPS = 12;
/** Tenths, and one class for what exceeds the whole. */
const CLASSES = 11;

/** One group in one civil year. */
export interface YearRow extends Pick<
  Sums,
  "dueCents" | "dueIsMinimum" | "paidCents" | "paidIsMinimum" | "spentCents" | "spentIsMinimum"
> {
  readonly code: string | null;
  readonly label: string;
  readonly year: number;
}

/** How many CPTS have a rate within one class. */
export interface SpreadRow {
  /** Lower bound, in tenths: 0 to 9, each class without its upper bound but the last; 10: above the whole. */
  readonly tenth: number;
  readonly consumption: number;
  readonly achievement: number;
}

export interface Spread {
  readonly rows: readonly SpreadRow[];
  /** CPTS whose rate nobody knows. */
  readonly unknown: { readonly consumption: number; readonly achievement: number };
}

export interface Charts {
  /** By group, the largest due first, then by year. */
  readonly years: readonly YearRow[];
  /** Groups left out: those of the smallest due. */
  readonly leftOut: number;
  readonly spread: Spread;
}

/** What the charts of a view draw: the same facts as its summary, summed by civil year and by CPTS. Throws Forbidden. */
export async function analysisCharts(
  viewer: Viewer,
  today: IsoDay,
  { by, filters }: Pick<AnalysisAddress, "by" | "filters">,
): Promise<Charts> {
  const world = await openWorld(viewer);
  const scope = await ledgerScope(viewer, world);
  const labels = labelsOver(world, scope);
  const kept = filterFacts(await factsIn(world, scope, today), filters);
  const groups = groupFacts(kept, by, null)
    .map(({ codes: [code = null], facts }) => ({ code, facts, due: sumFacts(facts).dueCents ?? 0 }))
    .sort((a, b) => b.due - a.due || labels.compare(by, a.code, b.code));
  const shown = groups.slice(0, MOST_GROUPS);
  const years = shown.flatMap(({ code, facts }) =>
    groupFacts(facts, "exercice", null)
      .map(({ codes: [year], facts: own }): YearRow => {
        const { dueCents, dueIsMinimum, paidCents, paidIsMinimum, spentCents, spentIsMinimum } =
          sumFacts(own);
        return {
          code,
          label: labels.of(by, code),
          year: Number(year),
          dueCents,
          dueIsMinimum,
          paidCents,
          paidIsMinimum,
          spentCents,
          spentIsMinimum,
        };
      })
      .sort((a, b) => a.year - b.year),
  );
  const byCpts = groupFacts(kept, "cpts", null).map(({ facts }) => sumFacts(facts));
  return { years, leftOut: groups.length - shown.length, spread: spreadOf(byCpts) };
}

/** Rates by class of a tenth: 100 % is in the last tenth, above is a class of its own. */
export function spreadOf(sums: readonly Pick<Sums, "consumption" | "achievement">[]): Spread {
  const counts = { consumption: Array<number>(CLASSES).fill(0), achievement: Array<number>(CLASSES).fill(0) };
  const unknown = { consumption: 0, achievement: 0 };
  for (const one of sums) {
    for (const which of ["consumption", "achievement"] as const) {
      const tenth = tenthOf(one[which]);
      if (tenth === null) unknown[which] += 1;
      else counts[which][tenth] = (counts[which][tenth] ?? 0) + 1;
    }
  }
  const rows = counts.consumption.map((consumption, tenth) => ({
    tenth,
    consumption,
    achievement: counts.achievement[tenth] ?? 0,
  }));
  return { rows, unknown };
}

function tenthOf(rate: Rate): number | null {
  const value = rateValue(rate);
  if (value === null) return null;
  if (value > 1) return CLASSES - 1;
  return Math.max(0, Math.min(CLASSES - 2, Math.floor((10 * rate.numerator) / rate.denominator)));
}
