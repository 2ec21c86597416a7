import type { AttachedDocument } from "@/lib/queries/meetings";
import { EditConflict } from "../forms/EditConflict";
import { MeetingFacts } from "./MeetingFacts";
import type { MeetingState } from "./meeting-state";

interface MeetingConflictProps {
  readonly theirs: NonNullable<MeetingState["theirs"]>;
  readonly documents: readonly AttachedDocument[];
}

/** A meeting that somebody else changed meanwhile. */
export function MeetingConflict({ theirs, documents }: MeetingConflictProps) {
  const { content } = theirs;
  const joined = documents.filter(({ id }) => content.documents.includes(id));
  return (
    <EditConflict title="Modifiée entre-temps" thing="cette réunion" pronoun="la" theirs={theirs}>
      <MeetingFacts meeting={{ ...content, documents: joined }} slug={null} />
    </EditConflict>
  );
}
