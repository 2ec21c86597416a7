import { weakest, type Mark } from "../../kernel/certainty";
import { rate, type Rate } from "../../kernel/rate";
import type { Cents } from "../../kernel/money";
import { isMission } from "../../funding";
import type { AnalysisFilters, Dimension } from "../../schemas/analysis-address";
import type { Fact } from "./facts";

/** Raw sums over some facts: rates come from them, never from rates. */
export interface Sums {
  /** Slugs of the CPTS that the facts are of. */
  readonly cpts: ReadonlySet<string>;
  /** Null where no amount is known. */
  readonly contractedCents: Cents | null;
  /** True where a line has no amount: the sum is then a minimum. */
  readonly contractedIsMinimum: boolean;
  readonly contractedMark: Mark;
  /** Null where all that is due rests on what is not known: nothing known is no zero. */
  readonly dueCents: Cents | null;
  readonly dueIsMinimum: boolean;
  readonly dueMark: Mark;
  readonly toConfirmCents: Cents;
  /** Null where no payment was recorded; a minimum where some were not. */
  readonly paidCents: Cents | null;
  readonly paidIsMinimum: boolean;
  /** Null where no spending was communicated. */
  readonly spentCents: Cents | null;
  readonly spentIsMinimum: boolean;
  readonly budgetCents: Cents | null;
  /** Spent of paid, over the lines whose payments and whole spending are known. */
  readonly consumption: Rate;
  /** Earned of earnable, over the variable shares that are settled. */
  readonly achievement: Rate;
}

/** The sums of facts, in one walk. */
export function sumFacts(facts: readonly Fact[]): Sums {
  const cpts = new Set<string>();
  let contractedCents = 0;
  let contractedIsMinimum = false;
  let contractedMark: Mark = "V";
  let dueCents = 0;
  let dueIsMinimum = false;
  let dueMark: Mark = "V";
  let toConfirmCents = 0;
  let paidCents = 0;
  let paidKnown = false;
  let paidIsMinimum = false;
  let spentCents = 0;
  let spentKnown = false;
  let spentIsMinimum = false;
  let budgetCents = 0;
  let budgetKnown = false;
  let consumed = 0;
  let received = 0;
  let earned = 0;
  let earnable = 0;
  for (const fact of facts) {
    cpts.add(fact.slug);
    if (fact.contractedCents === null) contractedIsMinimum = true;
    else {
      contractedCents += fact.contractedCents;
      contractedMark = weakest([contractedMark, fact.contractedMark]);
    }
    dueCents += fact.dueCents;
    dueIsMinimum ||= fact.dueIsMinimum;
    dueMark = weakest([dueMark, fact.dueMark]);
    toConfirmCents += fact.toConfirmCents;
    if (fact.paidCents === null) paidIsMinimum = true;
    else {
      paidKnown = true;
      paidCents += fact.paidCents;
    }
    if (fact.spentCents !== null) {
      spentKnown = true;
      spentCents += fact.spentCents;
      if (!fact.spentIsMinimum && fact.paidCents !== null) {
        consumed += fact.spentCents;
        received += fact.paidCents;
      }
    }
    // Nothing is spent on what is not itemised.
    if (fact.line !== "non_ventile") spentIsMinimum ||= fact.spentCents === null || fact.spentIsMinimum;
    if (fact.budgetCents !== null) {
      budgetKnown = true;
      budgetCents += fact.budgetCents;
    }
    earned += fact.earnedCents;
    earnable += fact.earnableCents;
  }
  return {
    cpts,
    contractedCents: contractedIsMinimum && contractedCents === 0 ? null : contractedCents,
    contractedIsMinimum,
    contractedMark,
    dueCents: dueIsMinimum && dueCents === 0 ? null : dueCents,
    dueIsMinimum,
    dueMark,
    toConfirmCents,
    paidCents: paidKnown ? paidCents : null,
    paidIsMinimum: paidKnown && paidIsMinimum,
    spentCents: spentKnown ? spentCents : null,
    spentIsMinimum: spentKnown && spentIsMinimum,
    budgetCents: budgetKnown ? budgetCents : null,
    consumption: rate(consumed, Math.max(0, received)),
    achievement: rate(earned, earnable),
  };
}

/** The code of a fact under a dimension; null where it is not known. */
export function codeOf(fact: Fact, dimension: Dimension): string | null {
  switch (dimension) {
    case "region":
      return fact.region;
    case "departement":
      return fact.department;
    case "cpts":
      return fact.slug;
    case "taille":
      return fact.tier === null ? null : String(fact.tier);
    case "accord":
      return fact.schedule;
    case "annee":
      return String(fact.year);
    case "exercice":
      return String(fact.exercice);
    case "mission":
      return isMission(fact.line) ? fact.line : NO_MISSION;
    case "ligne":
      return fact.line;
  }
}

/** The code of what is no mission, in groups by mission. */
export const NO_MISSION = "hors_mission";

/** The facts that filters keep. */
export function filterFacts(facts: readonly Fact[], filters: AnalysisFilters): Fact[] {
  const { region, department, cpts, tier, schedule, year, exercice, line } = filters;
  return facts.filter(
    (fact) =>
      (region === null || fact.region === region) &&
      (department === null || fact.department === department) &&
      (cpts === null || fact.slug === cpts) &&
      (tier === null || fact.tier === tier) &&
      (schedule === null || fact.schedule === schedule) &&
      (year === null || fact.year === year) &&
      (exercice === null || fact.exercice === exercice) &&
      (line === null || fact.line === line),
  );
}

/** Facts by code of one dimension, then of a second; in the order in which they are first met. */
export function groupFacts(
  facts: readonly Fact[],
  by: Dimension,
  then: Dimension | null,
): readonly { readonly codes: readonly (string | null)[]; readonly facts: readonly Fact[] }[] {
  const groups = new Map<string, { codes: (string | null)[]; facts: Fact[] }>();
  for (const fact of facts) {
    const codes = then === null ? [codeOf(fact, by)] : [codeOf(fact, by), codeOf(fact, then)];
    const key = codes.join("\u0000");
    const known = groups.get(key);
    if (known) known.facts.push(fact);
    else groups.set(key, { codes, facts: [fact] });
  }
  return [...groups.values()];
}
