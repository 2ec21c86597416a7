import type { CptsSummary } from "../../db/repositories/cpts";
import type { IsoDay } from "../../kernel/date";
import { latestFigure } from "../cpts-figures";
import { cptsStanding } from "../cpts-standing";
import { oneInProcess } from "../process-memory";
import type { World } from "../world";

const POPULATIONS = oneInProcess(
  "analysis-populations",
  () => new WeakMap<CptsSummary, { readonly today: IsoDay; readonly population: number | null }>(),
);

/**
 * Inhabitants of a CPTS today: its perimeter's, else the last that a source states; null where neither is known.
 * Kept beside the record, which is another object once it is written.
 */
export function peopleOf(world: World, record: CptsSummary, today: IsoDay): number | null {
  const held = POPULATIONS.get(record);
  if (held?.today === today) return held.population;
  const whole = cptsStanding(world, record.slug, today).whole?.population.min;
  const population = whole ?? latestFigure(record.figures, "population", today)?.value ?? null;
  POPULATIONS.set(record, { today, population });
  return population;
}
