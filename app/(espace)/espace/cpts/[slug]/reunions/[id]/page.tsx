import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { MeetingFacts } from "@/components/dossier/MeetingFacts";
import { MeetingForm } from "@/components/dossier/MeetingForm";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Callout } from "@/components/ui/Notice";
import { day } from "@/lib/format/fr";
import { MEETING_KIND } from "@/lib/format/labels-dossier";
import { meetingPage } from "@/lib/queries/meetings";
import type { Query } from "@/lib/schemas/address";
import { RecordMenu } from "../../../RecordMenu";
import { meetingAction, removeMeetingAction } from "../actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string; readonly id: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Réunion", robots: { index: false } };

export default async function OneMeetingPage({ params, searchParams }: PageProps) {
  const [{ slug, id }, query] = await Promise.all([params, searchParams]);
  const home = `/espace/cpts/${slug}`;
  const viewer = await signedInViewer(`${home}/reunions/${id}`);
  const page = await meetingPage(viewer, slug, id, await today());
  if (!page?.meeting) notFound();
  const { meeting } = page;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page, { label: "Réunions", href: `${home}/reunions` })}
        title={`${MEETING_KIND[meeting.kind]} du ${day(meeting.heldOn)}`}
        facts={page.name}
      />
      <RecordMenu slug={slug} current="meetings" isPage={false} />
      {query.refus === "modifiee" && (
        <Callout kind="error">
          <b>Rien n’a été retiré.</b> Quelqu’un d’autre a modifié cette réunion entre-temps{"\u00a0"}:
          relisez-la ci-dessous, puis décidez.
        </Callout>
      )}
      {!page.mayWrite && <MeetingFacts meeting={meeting} slug={slug} isTitled />}
      {page.mayWrite && (
        <div className="entry wide">
          <MeetingForm
            action={meetingAction.bind(null, slug, id)}
            meeting={meeting}
            documents={page.documents}
            today={page.today}
          />
          <details className="removal">
            <summary>Retirer cette réunion</summary>
            <form action={removeMeetingAction.bind(null, slug, id, meeting.version)}>
              <p>
                Elle ne paraîtra plus ici. L’historique de la fiche garde ce qu’elle disait{"\u00a0"}; ses
                documents restent dans la fiche.
              </p>
              <button className="btn danger" type="submit">
                Retirer la réunion
              </button>
            </form>
          </details>
        </div>
      )}
    </>
  );
}
