import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Done } from "@/components/dossier/Done";
import { MeetingList } from "@/components/dossier/MeetingList";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Callout } from "@/components/ui/Notice";
import { count } from "@/lib/format/fr";
import { meetingsPage } from "@/lib/queries/meetings";
import type { Query } from "@/lib/schemas/address";
import { RecordMenu } from "../../RecordMenu";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Réunions", robots: { index: false } };

const DONE: Readonly<Record<string, string>> = {
  ajout: "La réunion est enregistrée.",
  modification: "La réunion est modifiée.",
  retrait:
    "La réunion est retirée. L’historique de la fiche garde ce qu’elle disait\u00a0; ses documents restent.",
};

export default async function MeetingsPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const home = `/espace/cpts/${slug}`;
  const viewer = await signedInViewer(`${home}/reunions`);
  const page = await meetingsPage(viewer, slug, await today());
  if (!page) notFound();
  const done = typeof query.fait === "string" ? DONE[query.fait] : undefined;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page)}
        title="Réunions"
        facts={page.meetings.length > 0 ? count(page.meetings.length, "réunion") : page.name}
        lead="Points d’étape et dialogues de gestion : qui y était, par fonction, et ce qui a été décidé."
        actions={
          page.mayWrite && (
            <a className="btn pri" href={`${home}/reunions/nouvelle`}>
              Enregistrer une réunion
            </a>
          )
        }
      />
      <RecordMenu slug={slug} current="meetings" />
      {done && <Done>{done}</Done>}
      {query.refus === "retiree" && (
        <Callout kind="error">
          <b>Déjà retirée.</b> Quelqu’un d’autre avait retiré cette réunion.
        </Callout>
      )}
      <MeetingList page={page} />
    </>
  );
}
