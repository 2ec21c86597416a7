import { day } from "@/lib/format/fr";
import { MEETING_KIND } from "@/lib/format/labels-dossier";
import type { MeetingsPage } from "@/lib/queries/meetings";
import { MeetingFacts } from "./MeetingFacts";

/** The meetings of a CPTS, latest first, each in full: a printed page is the minutes. */
export function MeetingList({ page: { slug, meetings, mayWrite } }: { readonly page: MeetingsPage }) {
  if (meetings.length === 0) {
    return (
      <p className="note empty-list">
        Aucune réunion enregistrée.{" "}
        {mayWrite
          ? "Enregistrez-en une après chaque point d’étape ou dialogue de gestion."
          : "L’ARS et la CPAM les enregistrent ici."}
      </p>
    );
  }
  return (
    <div className="meetings">
      {meetings.map((meeting) => (
        <article key={meeting.id} aria-labelledby={`r-${meeting.id}`}>
          <div className="sechead">
            <h2 id={`r-${meeting.id}`}>
              {MEETING_KIND[meeting.kind]} du {day(meeting.heldOn)}
            </h2>
            {mayWrite && (
              <div className="acts">
                <a className="btn" href={`/espace/cpts/${slug}/reunions/${meeting.id}`}>
                  Modifier<span className="vh"> la réunion du {day(meeting.heldOn)}</span>
                </a>
              </div>
            )}
          </div>
          <MeetingFacts meeting={meeting} slug={slug} isTitled />
        </article>
      ))}
    </div>
  );
}
