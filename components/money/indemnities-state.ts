import type { Cents } from "@/lib/kernel/money";
import type { FormState } from "@/lib/schemas/form";

/** What the form of a year's indemnities comes back with. */
export interface IndemnitiesState extends FormState {
  /** What somebody else saved meanwhile: shown beside what was typed, never in its place. */
  readonly theirs: {
    readonly version: number;
    readonly content: readonly Cents[];
    readonly by: string | null;
    readonly at: string | null;
  } | null;
}
