import type { Span } from "../kernel/date";
import type { Contract, DatedEvent, PerimeterMembership, ProfessionalCount } from "../record/cpts";
import { STAGE_RANK, stageAt } from "../record/lifecycle";
import type { Subject } from "./subject";

/** What a rule may need of a record before it has anything to ask. */
export const REQUIREMENTS = {
  contacts: ({ kept }) => kept.dossier.contacts.length > 0,
  territory: (subject) => heldNow(subject).length > 0,
  declared_territory: (subject) => heldNow(subject).some(({ basis }) => basis === "declared"),
  computed_population: ({ facts }) => facts.population !== null,
  declared_population: (subject) => statedPopulation(subject) !== null,
  professionals: ({ kept }) => kept.record.professionals.length > 0,
  partners: ({ kept }) => kept.record.partners.length > 0,
  axes: ({ kept }) => kept.dossier.project.axes.length > 0,
  missions: (subject) => openMissions(subject).length > 0,
  steps: ({ kept }) => kept.record.events.length > 0,
  /** The projet de santé is validated, or what comes after. */
  validated: (subject) => stageRank(subject) >= STAGE_RANK.validated,
  signed: (subject) => stageRank(subject) >= STAGE_RANK.signed,
  contract: (subject) => currentContract(subject) !== null,
  indicators: (subject) => (currentContract(subject)?.indicators.length ?? 0) > 0,
} as const satisfies Record<string, (subject: Subject) => boolean>;

export type Requirement = keyof typeof REQUIREMENTS;

/** The memberships in force that day. */
export function heldNow({ kept, today }: Subject): PerimeterMembership[] {
  return kept.record.memberships.filter(({ from, to }) => from <= today && (to === null || to > today));
}

/** The last population that a source states; null where none does. */
export function statedPopulation({ kept }: Subject): number | null {
  const stated = kept.record.figures.filter(({ measure }) => measure === "population");
  // Of two figures of one day the greater: what is kept must not depend on the order of the list.
  const last = [...stated].sort((a, b) => compare(a.asOf.latest, b.asOf.latest) || a.value - b.value).at(-1);
  return last?.value ?? null;
}

export function openMissions({ kept, today }: Subject) {
  return kept.record.missions.filter(({ endedOn }) => endedOn === null || endedOn > today);
}

/** The counts of the last day on which anything was counted. */
export function lastCounts({ kept }: Subject): ProfessionalCount[] {
  const day = lastDay(kept.record.professionals.map(({ asOf }) => asOf.latest));
  return kept.record.professionals.filter(({ asOf }) => asOf.latest === day);
}

/** The contract signed last, unless it was ended by that day. */
export function currentContract({ kept, today }: Subject): Contract | null {
  const last = [...kept.record.contracts].sort((a, b) => compare(a.signed.latest, b.signed.latest)).at(-1);
  return last && (last.endedOn === null || last.endedOn > today) ? last : null;
}

export function stageOf({ kept, today }: Subject) {
  const { events, contracts } = kept.record;
  const last = [...contracts].sort((a, b) => compare(a.signed.latest, b.signed.latest)).at(-1);
  return stageAt(events, today, last?.termMonths);
}

const stageRank = (subject: Subject) => STAGE_RANK[stageOf(subject).stage];

export function eventsOf({ kept }: Subject, ...kinds: readonly DatedEvent["kind"][]): DatedEvent[] {
  return kept.record.events.filter(({ kind }) => kinds.includes(kind));
}

export const overlaps = (a: Span, b: Span): boolean => a.earliest <= b.latest && b.earliest <= a.latest;

export const lastDay = (days: readonly string[]): string | null =>
  days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
