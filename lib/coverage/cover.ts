import { STAGE_RANK, STAGES, type Stage, type StageState } from "../record/lifecycle";
import type { IndexedMembership } from "./cpts-index";
import type { ByStage, CommuneFacts, Cover, Holder, Pair, PartialCover, Range } from "./model";
import { fillsWhole, inhabitantsIn } from "./share";

export const UNCOVERED: Cover = Object.freeze({
  stage: "none",
  possibleStage: null,
  holders: Object.freeze([]),
  estimated: false,
  pastTerm: "no",
  partial: null,
});

/**
 * How the communes are covered on one day, given the state of each CPTS that day. The communes that a
 * CPTS holds alone and whole, nearly all of them, share one {@link Cover}.
 */
export class DayCovers {
  private readonly alone = new Map<number, Cover>();

  constructor(
    private readonly idOf: (cpts: number) => string,
    private readonly stateOf: (cpts: number) => StageState,
  ) {}

  /**
   * The cover of a commune of `population` inhabitants by the memberships in force, one per CPTS, in the
   * order of the ids. A CPTS that is at no stage, even possible, holds nothing.
   */
  of(population: number, active: readonly IndexedMembership[]): Cover {
    const [first] = active;
    if (!first) return UNCOVERED;
    if (active.length > 1 || first.share !== "whole") return coverBy(population, this.holders(active));
    const key = first.cpts * 2 + (first.basis === "declared" ? 1 : 0);
    let cover = this.alone.get(key);
    if (!cover) this.alone.set(key, (cover = coverBy(population, this.holders(active))));
    return cover;
  }

  private holders(active: readonly IndexedMembership[]): Holder[] {
    const holders: Holder[] = [];
    for (const { cpts, share, basis } of active) {
      const { stage, uncertain, pastTerm } = this.stateOf(cpts);
      if (stage === "none" && !uncertain) continue;
      const possibleStage = uncertain?.possibleStage ?? null;
      holders.push({ id: this.idOf(cpts), stage, possibleStage, pastTerm, share, basis });
    }
    // Stable: the order of the ids stays within a stage.
    return holders.sort((a, b) => rankOf(b) - rankOf(a));
  }
}

function coverBy(population: number, holders: readonly Holder[]): Cover {
  if (holders.length === 0) return UNCOVERED;
  const rank = holders.reduce((max, holder) => Math.max(max, rankOf(holder)), 0);
  const possible = holders.reduce((max, holder) => Math.max(max, possibleRankOf(holder)), 0);
  const winners = holders.filter((holder) => rankOf(holder) === rank);
  return {
    stage: stageOf(rank),
    possibleStage: possible > rank ? stageOf(possible) : null,
    holders,
    estimated: rank > 0 && winners.every((holder) => holder.basis === "estimated"),
    pastTerm: rank === STAGE_RANK.signed ? allPastTerm(winners) : "no",
    partial: holders.every((holder) => holder.share === "whole") ? null : partialBy(population, holders),
  };
}

/** The inhabitants of a commune at each stage. */
export function partsOf({ population, stage, partial }: Cover & Pick<CommuneFacts, "population">): ByStage {
  return partial?.parts ?? { none: 0, intent: 0, validated: 0, signed: 0, [stage]: population };
}

/** The inhabitants of a commune that are covered, from certain to possible. */
export function rangesOf(commune: Cover & Pick<CommuneFacts, "population">): Pair<Range> {
  const { population, stage, possibleStage, partial } = commune;
  if (partial) return partial.ranges;
  const highest = possibleStage ?? stage;
  return {
    signed: { min: stage === "signed" ? population : 0, max: highest === "signed" ? population : 0 },
    signedOrUnderWay: { min: stage === "none" ? 0 : population, max: highest === "none" ? 0 : population },
  };
}

function partialBy(population: number, holders: readonly Holder[]): PartialCover {
  const fill = (select: (holder: Holder) => boolean, unknownAs: "nothing" | "whole" = "nothing") =>
    inhabitantsIn(population, sharesOf(holders.filter(select)), unknownAs);
  const signed = fill((h) => rankOf(h) === 3);
  const atLeastValidated = fill((h) => rankOf(h) >= 2);
  const underWay = fill((h) => rankOf(h) >= 1);
  // Within a stage the declared parts are served first, and so are the contracts that run: what they
  // leave is what rests on estimation, or on a term past, only.
  const estimatedAt = (rank: number, reached: number): number =>
    reached - fill((h) => rankOf(h) > rank || (rankOf(h) === rank && h.basis === "declared"));
  const estimated = estimatedAt(3, signed);
  const whole = [3, 2, 1].find((rank) => fillsWhole(sharesOf(holders.filter((h) => rankOf(h) >= rank))));
  return {
    parts: {
      none: population - underWay,
      intent: underWay - atLeastValidated,
      validated: atLeastValidated - signed,
      signed,
    },
    ranges: {
      signed: { min: signed, max: fill((h) => possibleRankOf(h) === 3, "whole") },
      signedOrUnderWay: { min: underWay, max: fill((h) => possibleRankOf(h) >= 1, "whole") },
    },
    wholeStage: stageOf(whole ?? 0),
    estimated: {
      signed: estimated,
      signedOrUnderWay: estimated + estimatedAt(2, atLeastValidated) + estimatedAt(1, underWay),
    },
    pastTerm: {
      certain: signed - fill((h) => rankOf(h) === 3 && h.pastTerm !== "yes"),
      possible: signed - fill((h) => rankOf(h) === 3 && h.pastTerm === "no"),
    },
  };
}

function allPastTerm(holders: readonly Holder[]): StageState["pastTerm"] {
  if (holders.some((holder) => holder.pastTerm === "no")) return "no";
  return holders.every((holder) => holder.pastTerm === "yes") ? "yes" : "possibly";
}

const rankOf = (holder: Holder): number => STAGE_RANK[holder.stage];
const possibleRankOf = (holder: Holder): number => STAGE_RANK[holder.possibleStage ?? holder.stage];
const stageOf = (rank: number): Stage => STAGES[rank] ?? "none";
const sharesOf = (holders: readonly Holder[]) => holders.map((holder) => holder.share);
