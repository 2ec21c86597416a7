import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { cache } from "react";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { SectionEditor } from "@/components/record/SectionEditor";
import { Forbidden } from "@/lib/auth/can";
import { SECTION, SECTION_PURPOSE, sectionOfSlug } from "@/lib/format/labels-record";
import { sectionPage } from "@/lib/queries/section-page";
import { cptsCalled } from "@/lib/format/cpts";
import { RecordMenu } from "../../RecordMenu";

interface PageProps {
  readonly params: Promise<{ readonly slug: string; readonly section: string }>;
}

/** The territory has its own page beside this one. */
const read = cache(async (slug: string, name: string) => {
  const section = sectionOfSlug(name);
  if (section === null || section === "territory") notFound();
  const viewer = await signedInViewer(`/espace/cpts/${slug}/${name}`);
  try {
    return (await sectionPage(viewer, await today(), slug, section)) ?? notFound();
  } catch (error) {
    if (error instanceof Forbidden) forbidden();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug, section } = await params;
  const page = await read(slug, section);
  return { title: `${SECTION[page.section]}, ${cptsCalled(page.name)}`, robots: { index: false } };
}

export default async function SectionPage({ params }: PageProps) {
  const { slug, section } = await params;
  const page = await read(slug, section);
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page)}
        title={SECTION[page.section]}
        lead={SECTION_PURPOSE[page.section]}
      />
      <RecordMenu slug={slug} current={page.section} />
      <SectionEditor page={page} />
    </>
  );
}
