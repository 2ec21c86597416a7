/** Indicators against the variable envelope that they share out: to the cent, for each contract year. */
import type { Mark } from "../kernel/certainty";
import type { Cents } from "../kernel/money";
import { type Mission, MISSIONS } from "./codes";
import { type Indicator, indicatorsMaximum } from "./indicators";

/** The variable amount of one mission in one contract year. */
export interface VariableEnvelope {
  readonly mission: Mission;
  readonly year: number;
  /** Null where it cannot be known yet: `from` says why. */
  readonly cents: Cents | null;
  /** Null where it is not known. */
  readonly mark: Mark | null;
  /**
   * Where it is read: the contract's annex, the schedule for a size tier. Or why it is not: nothing but an
   * estimate says the size, the day of signature leaves two schedules possible, the schedule has no such line.
   */
  readonly from: "contract" | "schedule" | "no_size" | "no_schedule" | "no_line";
}

/** An indicator for the contract years it holds for, both included; `toYear` null: to the end. */
export interface DatedIndicator extends Pick<Indicator, "steps"> {
  readonly mission: Mission;
  readonly fromYear: number;
  readonly toYear: number | null;
}

/** What the indicators of a mission may earn together, over years in a row that say the same. */
export interface IndicatorSum {
  readonly mission: Mission;
  readonly fromYear: number;
  readonly toYear: number;
  readonly indicators: number;
  readonly sumCents: Cents;
  readonly envelope: Pick<VariableEnvelope, "cents" | "mark" | "from">;
  /** Sum less envelope: 0 when they match; null when the envelope is not known. */
  readonly differenceCents: Cents | null;
}

/**
 * The sums of the years that at least one indicator covers, by mission, earliest first. Years beyond those of
 * `envelopes` are left out: the contract has no such year.
 */
export function indicatorSums(
  indicators: readonly DatedIndicator[],
  envelopes: readonly VariableEnvelope[],
): IndicatorSum[] {
  return MISSIONS.flatMap((mission) => {
    const own = indicators.filter((one) => one.mission === mission);
    const sums: IndicatorSum[] = [];
    const years = envelopes.filter((one) => one.mission === mission).sort((a, b) => a.year - b.year);
    for (const { year, cents, mark, from } of years) {
      const held = own.filter(({ fromYear, toYear }) => fromYear <= year && (toYear ?? year) >= year);
      if (held.length === 0) continue;
      const sumCents = indicatorsMaximum(held);
      const next: IndicatorSum = {
        mission,
        fromYear: year,
        toYear: year,
        indicators: held.length,
        sumCents,
        envelope: { cents, mark, from },
        differenceCents: cents === null ? null : sumCents - cents,
      };
      const last = sums.at(-1);
      if (last && last.toYear === year - 1 && saysTheSame(last, next)) {
        sums[sums.length - 1] = { ...last, toYear: year };
      } else sums.push(next);
    }
    return sums;
  });
}

function saysTheSame(a: IndicatorSum, b: IndicatorSum): boolean {
  return (
    a.indicators === b.indicators &&
    a.sumCents === b.sumCents &&
    a.envelope.cents === b.envelope.cents &&
    a.envelope.from === b.envelope.from
  );
}

/** The sums that are known to be wrong. */
export function mismatches(sums: readonly IndicatorSum[]): IndicatorSum[] {
  return sums.filter(({ differenceCents }) => differenceCents !== null && differenceCents !== 0);
}
