import { z } from "zod";
import { DIRECTIONS } from "../../funding";
import { stepFaultOf } from "../indicator-steps";
import { MOST_CENTS } from "../typed-amount";
import { named } from "./registry";

/** What to answer to a value that is missing, or of another kind than `expected`. */
export const must = (expected: string) => ({
  error: (issue: { input?: unknown }) =>
    issue.input === undefined ? "est obligatoire" : `doit être ${expected}`,
});

const MOST_STEPS = 5;
const MOST_MEASURED = 1_000_000_000;

const MEASURE = "un nombre, par exemple 82.5";
const measure = z
  .number(must(MEASURE))
  .min(-MOST_MEASURED, `doit être ${MEASURE}`)
  .max(MOST_MEASURED, `doit être ${MEASURE}`);

const STEP_AMOUNT = "un nombre entier de centimes, de 1 à 10 000 000 000";

export const SimulatedStep = named(
  "SimulatedStep",
  "A step of an indicator.",
  z.strictObject(
    {
      threshold: measure.describe("In the indicator’s unit."),
      amountCents: z
        .int(must(STEP_AMOUNT))
        .min(1, `doit être ${STEP_AMOUNT}`)
        .max(MOST_CENTS, `doit être ${STEP_AMOUNT}`)
        .describe("All that the indicator earns once this step is reached, in a full year."),
    },
    must('un objet, par exemple { "threshold": 80, "amountCents": 1200000 }'),
  ),
);

/** One indicator of the contract's annex, as observed in the contract year. */
export const SimulatedIndicator = named(
  "SimulatedIndicator",
  "An indicator and its value in the contract year. Reaching a threshold exactly is reaching it.",
  z
    .strictObject(
      {
        label: z
          .string(must("un intitulé"))
          .trim()
          .min(1, "doit être un intitulé")
          .max(120, "dépasse 120 caractères")
          .describe("As the annex words it."),
        unit: z
          .string(must("une unité, par exemple %"))
          .trim()
          .max(40, "dépasse 40 caractères")
          .default("")
          .describe("What is counted, for the sentences alone; absent: none."),
        direction: z
          .enum(DIRECTIONS, must(`un sens : ${DIRECTIONS.join(", ")}`))
          .default("rising")
          .describe("`rising`: a step is reached from its threshold up; `falling`: from it down."),
        steps: z
          .array(SimulatedStep, must("une liste de paliers"))
          .max(MOST_STEPS, `tient au plus ${MOST_STEPS} paliers`)
          .describe("From the easiest to the hardest; one step is all-or-nothing."),
        value: measure.describe("What was observed in the contract year."),
      },
      must('un objet, par exemple { "label": "…", "steps": […], "value": 82 }'),
    )
    .superRefine(({ steps, direction }, context) => {
      // Runs even when a field alone is already refused.
      if (context.issues.length > 0) return;
      const fault = stepFaultOf(steps, direction);
      if (!fault) return;
      const field = fault.on === "amount" ? "amountCents" : "threshold";
      const path = fault.step === null ? ["steps"] : ["steps", fault.step, field];
      context.addIssue({ code: "custom", path, message: fault.message });
    }),
);
