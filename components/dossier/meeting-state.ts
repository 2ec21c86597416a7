import type { FormState } from "@/lib/schemas/form";
import type { MeetingContent } from "@/lib/schemas/meeting";

/** What the form of a meeting comes back with. */
export interface MeetingState extends FormState {
  /** What somebody else saved meanwhile: shown beside what was typed, never in its place. */
  readonly theirs: {
    readonly version: number;
    readonly content: MeetingContent;
    readonly by: string | null;
    readonly at: string | null;
  } | null;
  /** The meeting was removed meanwhile: what was typed may be kept as a new one. */
  readonly isGone: boolean;
  /** More lines of people were asked for. */
  readonly isLonger: boolean;
}
