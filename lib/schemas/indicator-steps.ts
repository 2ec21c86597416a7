/** What is wrong with the steps of an indicator, in French: one wording wherever steps are typed or sent. */
import { stepsFault, type Direction, type IndicatorStep } from "../funding";

export interface StepFault {
  /** Place of the step, from 0; null: of the steps together. */
  readonly step: number | null;
  readonly on: "threshold" | "amount";
  readonly message: string;
}

/** The first step that makes no sense after those before it; null when they all do. */
export function stepFaultOf(steps: readonly IndicatorStep[], direction: Direction): StepFault | null {
  if (steps.length === 0) {
    const message = "est vide\u00a0: ajoutez au moins un palier, un seul pour tout ou rien";
    return { step: null, on: "threshold", message };
  }
  for (let step = 0; step < steps.length; step += 1) {
    const fault = stepsFault({ steps: steps.slice(0, step + 1), direction });
    if (fault === "amounts_not_growing") return { step, on: "amount", message: amountMessage(step) };
    if (fault === "thresholds_out_of_order") {
      return { step, on: "threshold", message: THRESHOLD_MESSAGE[direction] };
    }
  }
  return null;
}

const amountMessage = (step: number): string =>
  step === 0
    ? "doit dépasser 0\u00a0€"
    : "doit dépasser celui du palier précédent\u00a0: un palier dit tout ce que l’indicateur rapporte une fois atteint";

const THRESHOLD_MESSAGE: Readonly<Record<Direction, string>> = {
  rising:
    "doit dépasser celui du palier précédent\u00a0: rangez les paliers du plus facile au plus difficile",
  falling:
    "doit être inférieur à celui du palier précédent\u00a0: à la baisse, le plus difficile est le plus petit",
};
