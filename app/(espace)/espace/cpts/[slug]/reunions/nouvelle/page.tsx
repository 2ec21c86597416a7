import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { MeetingForm } from "@/components/dossier/MeetingForm";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { meetingPage } from "@/lib/queries/meetings";
import { RecordMenu } from "../../../RecordMenu";
import { meetingAction } from "../actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const metadata: Metadata = { title: "Nouvelle réunion", robots: { index: false } };

export default async function NewMeetingPage({ params }: PageProps) {
  const { slug } = await params;
  const home = `/espace/cpts/${slug}`;
  const viewer = await signedInViewer(`${home}/reunions/nouvelle`);
  const page = await meetingPage(viewer, slug, null, await today());
  if (!page) notFound();
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page, { label: "Réunions", href: `${home}/reunions` })}
        title="Nouvelle réunion"
        facts={page.name}
      />
      <RecordMenu slug={slug} current="meetings" isPage={false} />
      <div className="entry wide">
        <MeetingForm
          action={meetingAction.bind(null, slug, null)}
          meeting={null}
          documents={page.documents}
          today={page.today}
        />
      </div>
    </>
  );
}
