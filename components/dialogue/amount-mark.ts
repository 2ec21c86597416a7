import type { Explanation } from "@/lib/funding";
import type { Mark } from "@/lib/kernel/certainty";

/** How certain the amount of a full year is: the contract's where it states one, else the schedule's. */
export function amountMark({ steps }: Explanation): Mark | null {
  return steps.findLast(({ key }) => key === "bareme" || key === "contrat")?.mark ?? null;
}
