import { variableOutcomes, type VariableCase, type VariableOutcome } from "@/lib/funding";
import type { YearResults } from "@/lib/record/money";
import type { Typed } from "@/lib/schemas/form";
import { resultsInForm } from "@/lib/schemas/results";
import { decimalTyped } from "@/lib/schemas/typed-amount";

/** What a form of results is computed with. */
export interface LiveYear {
  readonly case: VariableCase;
  readonly results: YearResults;
  /** Whether the form asks if a crisis was recognised; else what is kept counts. */
  readonly asksCrisis: boolean;
}

/** What the form as it stands would earn, by the engine itself; a value that is no number counts as not known. */
export function outcomesTyped(year: LiveYear, form: FormData): VariableOutcome[] {
  const { missions, crisisRecognised } = resultsInForm(form);
  const measures = year.results.missions.map(({ mission, indicators }) => {
    const typed = missions.find((one) => one.mission === mission);
    const rate = decimalTyped(typed?.achievement);
    return {
      mission,
      achievement: rate !== null && rate >= 0 && rate <= 100 ? rate / 100 : null,
      indicators: indicators.map(({ terms }, index) => ({
        ...terms,
        value: decimalTyped(typed?.indicators[index]?.value),
      })),
    };
  });
  const said = crisisRecognised === "yes" ? true : crisisRecognised === "no" ? false : null;
  return variableOutcomes(year.case, measures, year.asksCrisis ? said : year.results.crisisRecognised);
}

/** What came back from the server as a form again. */
export function formOf(typed: Typed): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value);
  return form;
}

/** « 82,5 »: a kept number as one types it. */
export const typedNumber = (value: number | null): string =>
  value === null ? "" : String(value).replace(".", ",");

/** « 66,67 »: a kept rate, in percent. */
export const typedRate = (rate: number | null): string =>
  typedNumber(rate === null ? null : Math.round(rate * 1_000_000) / 10_000);
