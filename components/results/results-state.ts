import type { YearResults } from "@/lib/record/money";
import type { FormState } from "@/lib/schemas/form";

/** What the form of a year's results comes back with. */
export interface ResultsState extends FormState {
  /** What somebody else saved meanwhile: shown beside what was typed, never in its place. */
  readonly theirs: {
    readonly version: number;
    /** Null where nothing is kept any more. */
    readonly content: YearResults | null;
    readonly by: string | null;
    readonly at: string | null;
  } | null;
}
