import { weakest, type Mark } from "../kernel/certainty";
import { isIsoDay, type IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { CommuneShare } from "../record/cpts";
import type { Range } from "./model";
import { inhabitantsIn } from "./share";

/** A figure of a schedule, as its file marks it. */
export interface MarkedAmount {
  readonly cents: Cents;
  readonly mark: Mark;
  readonly source: string;
}

/** A size tier of a schedule: inhabitants from `from` to `to`, both included, and what it is worth a year. */
export interface TierRow {
  readonly tier: number;
  readonly label: string;
  readonly from: number;
  readonly to: number | null;
  readonly running: MarkedAmount;
  /** All missions and a recognised crisis included. */
  readonly maximum: MarkedAmount;
}

export interface TierScale {
  readonly label: string;
  /** First day in force. */
  readonly effectiveFrom: IsoDay;
  /** Lowest first. */
  readonly tiers: readonly TierRow[];
}

export interface HeldCommune {
  readonly population: number;
  readonly share: CommuneShare;
}

export interface TerritoryFigures {
  readonly communes: number;
  /** Communes held in part, of which some of unknown share make the population a range. */
  readonly partial: number;
  readonly population: Range;
  /** The tier of the certain inhabitants; null without a scale. */
  readonly tier: TierRow | null;
  /** The tier of all that the parts of unknown share may hold, where it is another. */
  readonly possibleTier: TierRow | null;
  /** The tier above, and the inhabitants missing to reach it. */
  readonly next: { readonly tier: TierRow; readonly missing: number } | null;
}

/** The scale in force on the day a territory takes effect; without a readable day, the latest. */
export function scaleOn(scales: readonly TierScale[], from: string | null): TierScale | null {
  const day = from !== null && isIsoDay(from) ? from : null;
  return scales.findLast(({ effectiveFrom }) => day === null || effectiveFrom <= day) ?? scales.at(0) ?? null;
}

/** What a territory holds, and where that stands among the tiers. */
export function figuresOf(communes: Iterable<HeldCommune>, scale: TierScale | null): TerritoryFigures {
  let sum = NOTHING;
  for (const commune of communes) sum = plus(sum, commune, 1);
  return placed(sum, scale);
}

/** The same with one commune more (1) or less (−1): nothing is counted again. */
export function figuresAfter(
  figures: TerritoryFigures,
  commune: HeldCommune,
  sign: 1 | -1,
  scale: TierScale | null,
): TerritoryFigures {
  return placed(plus(figures, commune, sign), scale);
}

type Sum = Pick<TerritoryFigures, "communes" | "partial" | "population">;

const NOTHING: Sum = { communes: 0, partial: 0, population: { min: 0, max: 0 } };

function plus(
  { communes, partial, population }: Sum,
  { population: of, share }: HeldCommune,
  sign: 1 | -1,
): Sum {
  const whole = share === "whole";
  return {
    communes: communes + sign,
    partial: whole ? partial : partial + sign,
    population: {
      min: population.min + sign * (whole ? of : inhabitantsIn(of, [share], "nothing")),
      max: population.max + sign * (whole ? of : inhabitantsIn(of, [share], "whole")),
    },
  };
}

function placed({ communes, partial, population }: Sum, scale: TierScale | null): TerritoryFigures {
  const { min, max } = population;
  const tier = tierOf(min, scale);
  const possible = tierOf(max, scale);
  const above = scale?.tiers.find((one) => one.from > min) ?? null;
  return {
    communes,
    partial,
    population,
    tier,
    possibleTier: possible === tier ? null : possible,
    next: above && { tier: above, missing: above.from - min },
  };
}

/** What changing from one tier to another is worth a year; the weakest mark, and never better than derived. */
export interface Crossing {
  readonly from: TierRow;
  readonly to: TierRow;
  readonly running: { readonly cents: Cents; readonly mark: Mark };
  readonly maximum: { readonly cents: Cents; readonly mark: Mark };
}

export function crossingOf(from: TierRow, to: TierRow): Crossing {
  const effect = (a: MarkedAmount, b: MarkedAmount) => ({
    cents: b.cents - a.cents,
    mark: weakest([a.mark, b.mark, "D"]),
  });
  return {
    from,
    to,
    running: effect(from.running, to.running),
    maximum: effect(from.maximum, to.maximum),
  };
}

/** A stretch of the graduated rule, in percent of its length, ready to draw. */
export interface TierRuler {
  /** Inhabitants at its two ends. */
  readonly from: number;
  readonly to: number;
  readonly held: number;
  /** Where the territory would end with the commune under the cursor; null without one. */
  readonly proposed: number | null;
  readonly zones: readonly { readonly tier: number; readonly from: number; readonly to: number }[];
  readonly thresholds: readonly { readonly inhabitants: number; readonly at: number }[];
}

const FULL_SCALE = 200_000;
/** Inhabitants shown on each side by the close-up. */
const CLOSE_UP = 6_000;
const ROUND_TO = 2_000;

/**
 * The rule of the tiers: whole, or close up around the threshold that is at stake. Null for a close-up that
 * would show no threshold.
 */
export function tierRuler(
  population: number,
  proposed: number | null,
  scale: TierScale,
  closeUp = false,
): TierRuler | null {
  const reach = Math.max(population, proposed ?? 0);
  const low = Math.min(population, proposed ?? population);
  const from = closeUp ? Math.max(0, Math.floor((low - CLOSE_UP / 2) / ROUND_TO) * ROUND_TO) : 0;
  const to = closeUp
    ? Math.ceil((reach + CLOSE_UP / 2) / ROUND_TO) * ROUND_TO
    : Math.max(FULL_SCALE, Math.ceil((reach * 1.05) / 10_000) * 10_000);
  const at = (inhabitants: number) =>
    (100 * (Math.min(Math.max(inhabitants, from), to) - from)) / (to - from);
  // The last inhabitants of a tier are the figure that the texts name: 40 000, 80 000, 175 000.
  const edges = scale.tiers.slice(1).map((tier) => roundEdge(tier.from));
  const thresholds = edges
    .filter((edge) => edge > from && edge < to)
    .map((edge) => ({ inhabitants: edge, at: at(edge) }));
  if (closeUp && thresholds.length === 0) return null;
  return {
    from,
    to,
    held: at(population),
    proposed: proposed === null ? null : at(proposed),
    zones: scale.tiers.map((tier, i) => ({
      tier: tier.tier,
      from: at(i === 0 ? 0 : (edges[i - 1] ?? 0)),
      to: at(edges[i] ?? to),
    })),
    thresholds,
  };
}

/** 80 001 begins the tier « plus de 80 000 ». */
const roundEdge = (first: number): number => (first % 10 === 1 ? first - 1 : first);

function tierOf(population: number, scale: TierScale | null): TierRow | null {
  return scale?.tiers.find(({ from, to }) => population >= from && (to === null || population <= to)) ?? null;
}
