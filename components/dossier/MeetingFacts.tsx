import { day } from "@/lib/format/fr";
import { MEETING_KIND } from "@/lib/format/labels-dossier";
import { typeset } from "@/lib/format/typography";
import type { MeetingView } from "@/lib/queries/meetings";

interface MeetingFactsProps {
  readonly meeting: Pick<MeetingView, "kind" | "heldOn" | "participants" | "decisions" | "documents">;
  /** Of the CPTS, to lead to the documents; null where they are only named. */
  readonly slug: string | null;
  /** A heading above says already which meeting it is. */
  readonly isTitled?: boolean;
}

/** All that is kept of a meeting. */
export function MeetingFacts({ meeting, slug, isTitled = false }: MeetingFactsProps) {
  const { kind, heldOn, participants, decisions, documents } = meeting;
  return (
    <dl className="meeting-facts">
      {!isTitled && (
        <div>
          <dt>Réunion</dt>
          <dd>
            {MEETING_KIND[kind]} du {day(heldOn)}
          </dd>
        </div>
      )}
      <div>
        <dt>Participants</dt>
        <dd>
          {participants.length === 0 ? (
            <span className="mut">non renseignés</span>
          ) : (
            <ul>
              {participants.map((one, index) => (
                <li key={index}>
                  {typeset(one.function)}
                  {one.organisation && <span className="mut">, {one.organisation}</span>}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
      <div>
        <dt>Décisions</dt>
        <dd className="said-text">{typeset(decisions)}</dd>
      </div>
      {documents && documents.length > 0 && (
        <div>
          <dt>Documents</dt>
          <dd>
            <ul>
              {documents.map(({ id, name }) => (
                <li key={id}>
                  {slug === null ? name : <a href={`/api/espace/cpts/${slug}/documents/${id}`}>{name}</a>}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}
