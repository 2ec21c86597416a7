/**
 * The variable share of one contract year, mission by mission, from results that are being typed or were
 * settled: by the same rules as the envelope, for a form that computes while one types as for the server.
 */
import type { Absence, Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { Mission } from "./codes";
import type { ContractYear } from "./contract-years";
import { envelope } from "./envelope";
import { formulaOf } from "./formula";
import { indicatorOutcome, type IndicatorOutcome, type MeasuredIndicator } from "./indicators";
import type { ContractAmount } from "./input";
import type { EnvelopeLine } from "./line";
import type { Reason } from "./rules";
import type { SizeTier } from "./schedule";
import { scheduleById } from "./schedules/registry";

/** All that the variable shares of a year turn on besides its results, as plain data. */
export interface VariableCase {
  readonly schedule: string;
  /** Null where nothing but an estimate says it, or the schedule is uncertain: the annex's amounts alone count. */
  readonly sizeTier: SizeTier | null;
  readonly contractYear: ContractYear;
  readonly termMonths: number;
  readonly renewed: boolean;
  readonly endedOn: IsoDay | null;
  readonly contractAmounts: readonly ContractAmount[];
  /** Those engaged in the year. */
  readonly missions: readonly {
    readonly mission: Mission;
    readonly startedOn: IsoDay | null;
    readonly endedOn: IsoDay | null;
  }[];
}

/** What was measured for a mission: a rate from 0 to 1, read only where there are no indicators. */
export interface MissionMeasure {
  readonly mission: Mission;
  readonly achievement: number | null;
  readonly indicators: readonly MeasuredIndicator[];
}

export interface VariableOutcome {
  readonly mission: Mission;
  /** What the line may earn; null where it is not known, or where there is no such line. */
  readonly amountCents: Cents | null;
  /** How certain the amount is, and with it what is due; null where there is none. */
  readonly mark: Mark | null;
  readonly due: Cents | Absence;
  readonly reason: Reason | "envelope_unknown" | "no_variable_share";
  /** One French sentence: how the due was found, or what is missing. */
  readonly formula: string;
  readonly indicators: readonly IndicatorOutcome[];
}

/**
 * In the order of the case's missions. Throws a RangeError on an unknown schedule, and on results that make no
 * sense: see `envelope`.
 */
export function variableOutcomes(
  kase: VariableCase,
  measures: readonly MissionMeasure[],
  crisisRecognised: boolean | null,
): VariableOutcome[] {
  const schedule = scheduleById(kase.schedule);
  if (!schedule) throw new RangeError(`no schedule is called ${kase.schedule}`);
  const measureOf = (mission: Mission) => measures.find((one) => one.mission === mission);
  const computed = envelope({
    population: null,
    // Without a size, only the lines that the annex states are read below: the tier says nothing of them.
    sizeTier: kase.sizeTier ?? 1,
    schedule,
    contractYear: kase.contractYear,
    termMonths: kase.termMonths,
    renewed: kase.renewed,
    endedOn: kase.endedOn,
    missions: kase.missions.map((one) => ({
      ...one,
      achievement: measureOf(one.mission)?.achievement ?? null,
      indicators: measureOf(one.mission)?.indicators ?? [],
    })),
    crisisRecognised,
    contractAmounts: kase.contractAmounts,
  });
  return kase.missions.map(({ mission }) => {
    const indicators = (measureOf(mission)?.indicators ?? []).map(indicatorOutcome);
    const line = computed.lines.find((one) => one.line === mission && one.part === "variable");
    if (!line) return { mission, indicators, ...NO_SHARE };
    if (kase.sizeTier === null && line.contractCents === null) {
      return { mission, indicators, ...unknownEnvelope(line) };
    }
    const { amountCents, mark, due, reason } = line;
    return {
      mission,
      indicators,
      amountCents,
      mark,
      due,
      reason,
      formula: formulaOf(line, kase.contractYear),
    };
  });
}

const NO_SHARE = {
  amountCents: null,
  mark: null,
  due: "sans_objet",
  reason: "no_variable_share",
  formula: "Sans objet : ni l’annexe ni le barème n’ont de volet variable pour cette mission.",
} as const;

/** What does not turn on the amount is said all the same: a mission not started, a contract that ended. */
function unknownEnvelope({ due, reason }: EnvelopeLine) {
  const absent = due === "sans_objet" || reason === "not_started";
  return {
    amountCents: null,
    mark: null,
    due: absent ? due : ("a_confirmer" as const),
    reason: absent ? reason : ("envelope_unknown" as const),
    formula: absent
      ? "Sans objet cette année."
      : "À confirmer : l’enveloppe de la ligne n’est pas connue, faute de taille ou de barème certains.",
  };
}
