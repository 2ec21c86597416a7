import type { ContestedState } from "@/lib/schemas/form";
import type { MeetingContent } from "@/lib/schemas/meeting";

/** What the form of a meeting comes back with. */
export interface MeetingState extends ContestedState<MeetingContent> {
  /** More lines of people were asked for. */
  readonly isLonger: boolean;
}
