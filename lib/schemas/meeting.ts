import { z } from "zod";
import { MOST_PARTICIPANTS } from "./most";
import { choice, listOf, optionalText, requiredDay, requiredText } from "./sections/fields";

export const MEETING_KINDS = ["point_etape", "dialogue_gestion"] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

const MOST_ATTACHED = 200;

/** What is kept of a meeting. People are known by function and organisation, never by name. */
export interface MeetingContent {
  readonly kind: MeetingKind;
  readonly heldOn: string;
  readonly participants: readonly Participant[];
  readonly decisions: string;
  /** Ids of documents of the same CPTS. */
  readonly documents: readonly string[];
}

export interface Participant {
  readonly function: string;
  readonly organisation: string | null;
}

export const meetingForm = z.object({
  kind: choice(MEETING_KINDS, "est obligatoire\u00a0: choisissez le type de réunion"),
  heldOn: requiredDay("est obligatoire\u00a0: indiquez le jour de la réunion"),
  participants: listOf(
    z.object({
      function: requiredText(
        120,
        "est obligatoire\u00a0: indiquez la fonction (par exemple «\u00a0coordinatrice\u00a0»), ou videz la ligne",
      ),
      organisation: optionalText(160),
    }),
    MOST_PARTICIPANTS,
    "personnes",
  ),
  decisions: requiredText(
    10_000,
    "est obligatoire\u00a0: écrivez ce qui a été décidé, ou «\u00a0Aucune décision\u00a0»",
  ),
  documents: listOf(z.uuid("n’est pas un document de cette CPTS"), MOST_ATTACHED, "documents"),
}) satisfies z.ZodType<MeetingContent>;
