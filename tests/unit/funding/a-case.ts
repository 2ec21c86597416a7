import fc from "fast-check";
import {
  contractYear,
  type EnvelopeInput,
  type EnvelopeLine,
  type LineCode,
  type Mission,
  type MissionInput,
  missionsOf,
  type Part,
  type Schedule,
  scheduleById,
  SCHEDULES,
  type SizeTier,
} from "@/lib/funding";
import { addDays } from "@/lib/kernel/date";

export const ACI_2019: Schedule = scheduleById("aci-2019")!;
export const AVENANT_2: Schedule = scheduleById("aci-avenant-2")!;
export const SIGNED = "2024-10-14";

/** A full first year: the missions named, at work since the signature, everything achieved. */
export function fullYear(
  schedule: Schedule,
  sizeTier: SizeTier,
  missions: readonly Mission[] = missionsOf(schedule),
  rest: Partial<EnvelopeInput> = {},
): EnvelopeInput {
  return {
    population: null,
    sizeTier,
    schedule,
    contractYear: contractYear(SIGNED, 1),
    missions: missions.map((mission) => ({ mission, startedOn: SIGNED, achievement: 1 })),
    crisisRecognised: true,
    ...rest,
  };
}

export function lineOf(lines: readonly EnvelopeLine[], line: LineCode, part: Part = "fixed"): EnvelopeLine {
  const found = lines.find((one) => one.line === line && one.part === part);
  if (!found) throw new Error(`no line ${line} ${part}`);
  return found;
}

const SIGNATURE = "2023-02-19";

function missionInput(mission: Mission, known: boolean): fc.Arbitrary<MissionInput> {
  const day = fc.integer({ min: -400, max: 1_900 }).map((n) => addDays(SIGNATURE, n));
  const achievement = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.record({
    mission: fc.constant(mission),
    startedOn: known ? day : fc.option(day, { nil: null }),
    achievement: known ? achievement : fc.option(achievement, { nil: null }),
  });
}

/** Any input that makes sense; with `known`, one where nothing is left unknown, as in the simulator. */
export function anyInput(known = false): fc.Arbitrary<EnvelopeInput> {
  return fc.constantFrom(...SCHEDULES).chain((schedule) =>
    fc.subarray(missionsOf(schedule)).chain((missions) =>
      fc.record(
        {
          population: fc.nat(300_000),
          schedule: fc.constant(schedule),
          contractYear: fc.integer({ min: 1, max: known ? 5 : 7 }).map((n) => contractYear(SIGNATURE, n)),
          missions: fc.tuple(...missions.map((mission) => missionInput(mission, known))),
          crisisRecognised: known ? fc.boolean() : fc.option(fc.boolean(), { nil: null }),
          renewed: fc.boolean(),
          signatureSchedule: fc.constantFrom(...SCHEDULES),
          contractAmounts: fc.subarray(schedule.grid[1].slice()).chain((entries) =>
            fc.tuple(
              ...entries.map(({ line, part }) =>
                fc.record({
                  line: fc.constant(line),
                  part: fc.constant(part),
                  amountCents: fc.nat(20_000_000),
                  mark: fc.constantFrom("V" as const, "H" as const),
                  source: fc.constant("annexe du contrat"),
                }),
              ),
            ),
          ),
        },
        { requiredKeys: ["population", "schedule", "contractYear", "missions", "crisisRecognised"] },
      ),
    ),
  );
}
