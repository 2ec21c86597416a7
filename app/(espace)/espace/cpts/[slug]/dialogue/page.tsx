import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { DialogueView } from "@/components/dialogue/DialogueView";
import { dialogueDocument } from "@/components/dialogue/document";
import { isOfYear } from "@/components/dialogue/file";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { dialogueFile } from "@/lib/queries/money";
import type { Query } from "@/lib/schemas/address";
import { RecordMenu } from "../../RecordMenu";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Dialogue de gestion", robots: { index: false } };

export default async function DialoguePage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const viewer = await signedInViewer(`/espace/cpts/${slug}/dialogue`);
  const file = await dialogueFile(viewer, slug, await today(), query);
  if (!file) notFound();
  const document = isOfYear(file) ? dialogueDocument(file) : null;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(file)}
        title="Dialogue de gestion"
        facts={document?.subject ?? file.name}
      />
      <RecordMenu slug={slug} current="dialogue" />
      <DialogueView file={file} document={document} />
    </>
  );
}
