import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { TerritoryEditor } from "@/components/territory/TerritoryEditor";
import { TerritoryPicture } from "@/components/territory/TerritoryPicture";
import { cptsCalled } from "@/lib/format/cpts";
import { territoryEditor } from "@/lib/queries/territory-editor";
import { RecordMenu } from "../../RecordMenu";

interface TerritoryPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

const read = cache(async (slug: string) => {
  const viewer = await signedInViewer(`/espace/cpts/${slug}/territoire`);
  return (await territoryEditor({ viewer, today: await today() }, slug)) ?? notFound();
});

export async function generateMetadata({ params }: TerritoryPageProps): Promise<Metadata> {
  const { name } = await read((await params).slug);
  return { title: `Territoire, ${cptsCalled(name)}`, robots: { index: false } };
}

export default async function TerritoryPage({ params }: TerritoryPageProps) {
  const { slug } = await params;
  const model = await read(slug);
  return (
    <TerritoryEditor model={model} menu={<RecordMenu slug={slug} current="territory" />}>
      <TerritoryPicture map={model.map} />
    </TerritoryEditor>
  );
}
