import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { CreationForm } from "@/components/dossier/CreationForm";
import { HOME } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { can } from "@/lib/auth/can";
import { creationChoices } from "@/lib/queries/creation";
import { createAction } from "./actions";

export const metadata: Metadata = { title: "Nouvelle CPTS", robots: { index: false } };

export default async function NewCptsPage() {
  const viewer = await signedInViewer("/espace/cpts/nouvelle");
  if (!can(viewer, "create", "cpts", { departments: viewer.departments })) notFound();
  return (
    <>
      <PageHead
        crumbs={[HOME]}
        title="Nouvelle CPTS"
        lead="Une CPTS entre dans Maillage par sa lettre d’intention. Elle paraît aussitôt sur les pages publiques, territoire inconnu ; la suite se complète avec elle."
      />
      <div className="entry wide">
        <CreationForm action={createAction} choices={await creationChoices(viewer)} today={await today()} />
      </div>
    </>
  );
}
