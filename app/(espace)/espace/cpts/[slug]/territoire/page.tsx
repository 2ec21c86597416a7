import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { TerritoryEditor } from "@/components/territory/TerritoryEditor";
import { TerritoryPicture } from "@/components/territory/TerritoryPicture";
import { territoryEditor } from "@/lib/queries/territory-editor";

export const metadata: Metadata = { title: "Territoire", robots: { index: false } };

interface TerritoryPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export default async function TerritoryPage({ params }: TerritoryPageProps) {
  const { slug } = await params;
  const viewer = await signedInViewer(`/espace/cpts/${slug}/territoire`);
  const model = await territoryEditor({ viewer, today: await today() }, slug);
  if (model === null) notFound();
  return (
    <TerritoryEditor model={model}>
      <TerritoryPicture map={model.map} />
    </TerritoryEditor>
  );
}
