import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { WorkspaceView } from "@/components/espace/WorkspaceView";
import { workspace } from "@/lib/queries/espace";
import { RecordMenu } from "../RecordMenu";

export const metadata: Metadata = { title: "Fiche de CPTS", robots: { index: false } };

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export default async function RecordPage({ params }: PageProps) {
  const { slug } = await params;
  const viewer = await signedInViewer(`/espace/cpts/${slug}`);
  const model = await workspace(viewer, slug, await today());
  if (model === null) notFound();
  return <WorkspaceView model={model} menu={<RecordMenu slug={slug} current="home" />} />;
}
