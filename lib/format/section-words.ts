/** The words of the codes that sections hold: choices of their forms, values of their fields. */
import { LINE_NAMES, PART_NAMES, SCHEDULES, type LineCode, type Part } from "../funding";
import type { Mission, PartnerKind, PartyKind, Profession } from "../record/cpts";
import type { LifecycleKind } from "../record/lifecycle";
import { LIFECYCLE, MISSION, PARTNER, PARTY, PROFESSION } from "./labels";

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function mapped<K extends string, V>(
  from: Readonly<Record<K, V>>,
  word: (value: V) => string,
): Readonly<Record<K, string>> {
  const entries = Object.entries<V>(from).map(([key, value]) => [key, capitalised(word(value))]);
  return Object.fromEntries(entries) as Record<K, string>;
}

export const MISSION_WORDS = mapped<Mission, { long: string }>(MISSION, ({ long }) => long);
export const PROFESSION_WORDS = mapped<Profession, readonly [string, string]>(PROFESSION, ([, many]) => many);
export const PARTNER_WORDS = mapped<PartnerKind, readonly [string, string]>(PARTNER, ([one]) => one);
export const STEP_WORDS: Readonly<Record<LifecycleKind, string>> = LIFECYCLE;
export const PARTY_WORDS: Readonly<Record<PartyKind, string>> = PARTY;
export const LINE_WORDS: Readonly<Record<LineCode, string>> = mapped<LineCode, { long: string }>(
  LINE_NAMES,
  ({ long }) => long,
);
export const PART_WORDS: Readonly<Record<Part, string>> = {
  fixed: `volet ${PART_NAMES.fixed}`,
  variable: `volet ${PART_NAMES.variable}`,
  unknown: PART_NAMES.unknown,
};
export const SCHEDULE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  SCHEDULES.map(({ id, label }) => [id, label]),
);
export const SCOPE_WORDS = { members: "adhérents", territory: "en exercice sur le territoire" } as const;
