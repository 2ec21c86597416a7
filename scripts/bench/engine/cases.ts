import { contractYear, type EnvelopeInput, missionsOf, type Schedule } from "@/lib/funding";
import { addDays } from "@/lib/kernel/date";
import { RESULTS } from "./publicodes-rules";

const SIGNED = "2023-02-19";
/** The first mission may start this long before or after the signature. */
const BEFORE = 400;
const AFTER = 1_900;

/** The same numbers for the same seed, from 0 to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Contract years in which everything is known: populations, missions, starts, results, crisis at random. */
export function knownCases(schedule: Schedule, howMany: number, seed: number): EnvelopeInput[] {
  const next = numbersFrom(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const missions = missionsOf(schedule);
  return Array.from({ length: howMany }, () => ({
    population: upTo(300_000),
    schedule,
    contractYear: contractYear(SIGNED, 1 + upTo(4)),
    missions: missions
      .filter(() => next() < 0.8)
      .map((mission) => ({
        mission,
        startedOn: addDays(SIGNED, upTo(BEFORE + AFTER) - BEFORE),
        achievement: upTo(RESULTS) / RESULTS,
      })),
    crisisRecognised: next() < 0.5,
  }));
}
