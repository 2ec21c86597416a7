/** Credits paid once, at a step of the CPTS's life: hypotheses today, never summed with what is due. */
import type { Mark } from "../kernel/certainty";
import type { IsoDay } from "../kernel/date";
import { type Cents, euros } from "../kernel/money";
import { amountOf, type SizeTier } from "./schedule";
import { SCHEDULES } from "./schedules/registry";

export interface CreditEntry {
  readonly dueOn: IsoDay;
  readonly id: string;
  readonly label: string;
  readonly condition: string;
  readonly amountCents: Cents;
  readonly mark: Mark;
  readonly source: string;
}

/** The days of the steps that credits are paid at; null where a step did not happen or its day is not known. */
export interface CreditSteps {
  readonly signature: IsoDay | null;
  readonly letterOfIntent: IsoDay | null;
}

/** The credits that these steps open, by day. */
export function creditsOf({ signature, letterOfIntent }: CreditSteps, tier: SizeTier): CreditEntry[] {
  return SCHEDULES.flatMap(({ oneOffCredits }) => oneOffCredits)
    .flatMap(({ id, label, condition, paidAt, amounts }): CreditEntry[] => {
      const day = paidAt.event === "signature" ? signature : letterOfIntent;
      if (day === null || (paidAt.from !== null && day < paidAt.from)) return [];
      if (paidAt.before !== null && day >= paidAt.before) return [];
      const { euros: amount, mark, source } = amountOf(amounts, tier);
      return [{ dueOn: day, id, label, condition, amountCents: euros(amount), mark, source }];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
