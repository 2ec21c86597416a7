/** When each mission must have started and be fully deployed, counted from the signature. */
import { addMonthsToSpan, type Span } from "../kernel/date";
import type { Mission } from "./codes";
import { missionsOf, type ScheduleData } from "./schedule";

export const DEADLINES_SOURCE = "hauts-de-france.paps.sante.fr, 30/11/2023";

/** Months after signature; null: free (complementary missions). */
export const MISSION_DEADLINES: Readonly<
  Record<Mission, { readonly startMonths: number; readonly deploymentMonths: number } | null>
> = {
  acces_soins: { startMonths: 6, deploymentMonths: 18 },
  parcours: { startMonths: 12, deploymentMonths: 24 },
  prevention: { startMonths: 12, deploymentMonths: 24 },
  crise_sanitaire: { startMonths: 6, deploymentMonths: 18 },
  qualite: null,
  accompagnement: null,
};

export type MissionDeadlines =
  | { readonly kind: "dated"; readonly startBefore: Span; readonly deployedBefore: Span }
  /** Complementary: the agreement sets no deadline. */
  | { readonly kind: "free" }
  /** The mission was created after the contract was signed: what its deadline counts from is not known. */
  | { readonly kind: "a_confirmer" };

/**
 * The deadlines of a mission, as uncertain as the signature.
 *
 * @param signatureSchedule the schedule in force at the signature; given, a mission that it does not
 *   have (crises before avenant 2) answers `a_confirmer`.
 */
export function missionDeadlines(
  mission: Mission,
  signature: Span,
  signatureSchedule?: ScheduleData,
): MissionDeadlines {
  const months = MISSION_DEADLINES[mission];
  if (signatureSchedule && !missionsOf(signatureSchedule).includes(mission)) return { kind: "a_confirmer" };
  if (months === null) return { kind: "free" };
  return {
    kind: "dated",
    startBefore: addMonthsToSpan(signature, months.startMonths),
    deployedBefore: addMonthsToSpan(signature, months.deploymentMonths),
  };
}
