/**
 * The one walk through an envelope: each line's due and the totals. With a `sink` it also describes
 * every line; without, it only adds up.
 */
import type { Cents } from "../kernel/money";
import type { Case } from "./input";
import { contractAmountOf, describe, type EnvelopeLine, type Settled, settled } from "./line";
import { fractionOf, type ReasonRuling, rule, RULINGS } from "./rules";
import type { GridEntry } from "./schedule";

/** Integer cents. */
export interface EnvelopeTotals {
  /** Fixed shares counted in the maximum, fonctionnement included. */
  readonly fixedCents: Cents;
  readonly variableCents: Cents;
  readonly notItemisedCents: Cents;
  /** What this input could earn in a full year at full achievement: the three above together. */
  readonly maximumCents: Cents;
  /** What it earns as given: the sum of the dues that are known. */
  readonly dueCents: Cents;
  /** The part of `dueCents` that rests on a hypothesis: the dues of the lines whose `dueMark` is H. */
  readonly toConfirmCents: Cents;
  /** True when the due of at least one line is « non communiqué » or « à confirmer ». */
  readonly dueIsMinimum: boolean;
}

/** What the walk has met so far; the second half serves the not-itemised line, which comes last. */
interface Tally {
  fixed: Cents;
  variable: Cents;
  notItemised: Cents;
  due: Cents;
  toConfirm: Cents;
  dueIsMinimum: boolean;
  missionsDue: Cents;
  missionsMaximum: Cents;
  engagedParts: number;
  contractParts: number;
  optionsEngaged: boolean;
}

export function settle(kase: Case, sink: EnvelopeLine[] | null): EnvelopeTotals {
  const tally: Tally = {
    fixed: 0,
    variable: 0,
    notItemised: 0,
    due: 0,
    toConfirm: 0,
    dueIsMinimum: false,
    missionsDue: 0,
    missionsMaximum: 0,
    engagedParts: 0,
    contractParts: 0,
    optionsEngaged: true,
  };
  for (const entry of kase.entries) {
    const result =
      entry.line === "non_ventile" ? settleNotItemised(entry, kase, tally) : settleLine(entry, kase, tally);
    if (typeof result.due === "number") {
      tally.due += result.due;
      if (result.dueMark === "H") tally.toConfirm += result.due;
    } else if (result.due !== "sans_objet") tally.dueIsMinimum = true;
    if (sink) sink.push(describe(entry, kase, result));
  }
  return {
    fixedCents: tally.fixed,
    variableCents: tally.variable,
    notItemisedCents: tally.notItemised,
    maximumCents: tally.fixed + tally.variable + tally.notItemised,
    dueCents: tally.due,
    toConfirmCents: tally.toConfirm,
    dueIsMinimum: tally.dueIsMinimum,
  };
}

function settleLine(entry: GridEntry, kase: Case, tally: Tally): Settled {
  const contract = contractAmountOf(entry, kase);
  const by = rule(entry, contract ? contract.amountCents : entry.cents, kase);
  const result = settled(entry, contract, by, fractionOf(by, entry, kase), false);
  if (entry.part === "fixed") tally.fixed += result.maximumCents;
  else tally.variable += result.maximumCents;
  if (by === RULINGS.not_engaged || by === RULINGS.mission_ended) {
    if (entry.nature === "complementaire") tally.optionsEngaged = false;
  } else if (entry.mission !== null) {
    tally.missionsMaximum += result.maximumCents;
    if (typeof result.due === "number") tally.missionsDue += result.due;
    tally.engagedParts += 1;
    if (contract) tally.contractParts += 1;
  }
  return result;
}

/**
 * No source gives a rule for the not-itemised line. It counts when every complementary mission is
 * engaged, unless the contract states every amount itself; its due follows what the missions earn (our
 * convention: each line is taken to be short in the same proportion). That convention makes its due a
 * hypothesis, save when the missions earn their whole maximum: the published total then decides.
 */
function settleNotItemised(entry: GridEntry, kase: Case, tally: Tally): Settled {
  const contract = contractAmountOf(entry, kase);
  const by =
    kase.lastDay === null
      ? RULINGS.contract_ended
      : contract
        ? ruleCounted(kase, tally)
        : ruleNotItemised(kase, tally);
  const apportioned = by === RULINGS.apportioned;
  const fraction = apportioned ? { numerator: tally.missionsDue, denominator: tally.missionsMaximum } : null;
  // Lines that the contract replaced may have held part of what the schedule does not itemise.
  const partlyReplaced = !contract && tally.contractParts > 0;
  const result = settled(entry, contract, by, fraction, partlyReplaced || apportioned);
  tally.notItemised += result.maximumCents;
  return result;
}

function ruleNotItemised(kase: Case, tally: Tally): ReasonRuling {
  if (!tally.optionsEngaged) return RULINGS.options_not_engaged;
  if (tally.engagedParts > 0 && tally.contractParts === tally.engagedParts)
    return RULINGS.itemised_by_contract;
  return ruleCounted(kase, tally);
}

function ruleCounted(kase: Case, tally: Tally): ReasonRuling {
  if (kase.pastTerm) return RULINGS.past_term;
  if (tally.dueIsMinimum) return RULINGS.missions_unknown;
  return tally.missionsDue === tally.missionsMaximum ? RULINGS.full : RULINGS.apportioned;
}
