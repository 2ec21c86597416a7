/**
 * The readings of a published total: which missions it may count, with a recognised crisis or not.
 * A press release gives a figure and seldom its perimeter; the reading is what makes it comparable.
 */
import { type Cents, euros } from "../kernel/money";
import { exactShare } from "./arithmetic";
import {
  type Amount,
  amountOf,
  type GridEntry,
  type PublishedTotal,
  type ReadingId,
  type Schedule,
  type ScheduleData,
  type SizeTier,
} from "./schedule";

export interface Reading {
  readonly id: ReadingId;
  readonly label: string;
  readonly missions: "all" | "socle";
  readonly crisis: boolean;
  /** `fixed`: fonctionnement and fixed shares only. */
  readonly parts: "all" | "fixed";
  /** Percentage of the missions' fixed shares; 100 save for what is paid at the start. */
  readonly percent: number;
}

function reading(id: ReadingId, label: string, rest: Omit<Reading, "id" | "label">): Reading {
  return { id, label, ...rest };
}

export const READINGS: Readonly<Record<ReadingId, Reading>> = {
  maximum_all: reading("maximum_all", "toutes les missions, crise comprise, année pleine", {
    missions: "all",
    crisis: true,
    parts: "all",
    percent: 100,
  }),
  maximum_all_no_crisis: reading("maximum_all_no_crisis", "toutes les missions, sans crise, année pleine", {
    missions: "all",
    crisis: false,
    parts: "all",
    percent: 100,
  }),
  maximum_socle: reading(
    "maximum_socle",
    "missions socle, crise comprise, sans les missions complémentaires, année pleine",
    { missions: "socle", crisis: true, parts: "all", percent: 100 },
  ),
  maximum_socle_no_crisis: reading(
    "maximum_socle_no_crisis",
    "missions socle, sans crise ni missions complémentaires, année pleine",
    { missions: "socle", crisis: false, parts: "all", percent: 100 },
  ),
  minimum_socle: reading("minimum_socle", "fonctionnement et parts fixes des missions socle, année pleine", {
    missions: "socle",
    crisis: false,
    parts: "fixed",
    percent: 100,
  }),
  start_socle: reading(
    "start_socle",
    "fonctionnement en entier et 75 % des parts fixes des missions socle, au démarrage",
    { missions: "socle", crisis: false, parts: "fixed", percent: 75 },
  ),
};

/** What a schedule gives for a tier under a reading, in cents. */
export function readingCents(schedule: Schedule, tier: SizeTier, id: ReadingId): Cents {
  const { percent, ...rest } = READINGS[id];
  return schedule.grid[tier]
    .filter((entry) => isRead(entry, rest))
    .reduce((sum, { mission, cents }) => {
      const share = mission === null ? 100 : percent;
      return sum + exactShare(cents ?? 0, share, 100);
    }, 0);
}

/** The published figure of a schedule under a reading, when a source prints one for that tier. */
export function publishedTotal(
  schedule: ScheduleData,
  tier: SizeTier,
  id: ReadingId,
): { readonly amount: Amount; readonly total: PublishedTotal } | null {
  for (const total of [maximaOf(schedule), ...schedule.publishedTotals]) {
    const amount = total.reading === id ? amountOf(total.amounts, tier) : null;
    if (amount) return { amount, total };
  }
  return null;
}

/**
 * Lines less published maximum, in cents: 0 save where a source prints another total than its lines
 * (tier 3 of 2019: + 5,000 euros).
 */
export function publishedDifference(schedule: Schedule, tier: SizeTier): Cents {
  return readingCents(schedule, tier, "maximum_all") - euros(amountOf(schedule.publishedMaxima, tier).euros);
}

function maximaOf(schedule: ScheduleData): PublishedTotal {
  return { reading: "maximum_all", amounts: schedule.publishedMaxima, readingIsOurs: false };
}

function isRead(entry: GridEntry, { missions, crisis, parts }: Omit<Reading, "percent">): boolean {
  if (parts === "fixed" && entry.part !== "fixed") return false;
  if (missions === "socle" && (entry.nature === "complementaire" || entry.line === "non_ventile"))
    return false;
  return crisis || !entry.crisisOnly;
}
