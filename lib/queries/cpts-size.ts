import { readingsThatMeet, scheduleInForceOver, SIZE_TIERS, type SizeTier } from "../funding";
import type { Cents } from "../kernel/money";
import type { FundingFact } from "../record/cpts";
import type { CptsSize } from "./cpts-standing";

/**
 * What the money may be computed with. An estimated perimeter serves to draw, never to pay: its tier is
 * shown and computes nothing. A published ceiling that one tier alone meets, under any reading, says the
 * tier as surely as its arithmetic does.
 */
export type PayableSize =
  | { readonly kind: "stated" | "population" | "declared_perimeter"; readonly tier: SizeTier }
  | {
      readonly kind: "deduced";
      readonly tier: SizeTier;
      readonly amountCents: Cents;
      readonly citation: string;
    };

/** The tier that computes, or null when nothing but an estimate says it. */
export function payableSize({ tier, basis }: CptsSize, funding: readonly FundingFact[]): PayableSize | null {
  if (tier !== null && basis === "stated") return { kind: "stated", tier };
  if (tier !== null && basis === "stated_population") return { kind: "population", tier };
  if (tier !== null && basis === "declared_perimeter") return { kind: "declared_perimeter", tier };
  for (const fact of funding) {
    const deduced = deducedFrom(fact);
    if (deduced) return deduced;
  }
  return null;
}

function deducedFrom(fact: FundingFact): PayableSize | null {
  const { purpose, status, amountCents, amountToCents, asOf, citation } = fact;
  if (purpose !== "full_year" || status !== "ceiling" || amountCents === null || amountToCents !== null) {
    return null;
  }
  const schedule = scheduleInForceOver(asOf);
  if (!schedule) return null;
  const met = SIZE_TIERS.filter((tier) => readingsThatMeet(amountCents, schedule, tier).length > 0);
  const [tier] = met;
  return tier !== undefined && met.length === 1 ? { kind: "deduced", tier, amountCents, citation } : null;
}
