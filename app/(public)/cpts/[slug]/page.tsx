import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { askFrom } from "@/app/ask";
import { BesidesTable } from "@/components/cpts/BesidesTable";
import { CommunesSection } from "@/components/cpts/CommunesSection";
import { ContractSection } from "@/components/cpts/ContractSection";
import { CptsHead } from "@/components/cpts/CptsHead";
import { CptsMap } from "@/components/cpts/CptsMap";
import { EnvelopeSection } from "@/components/cpts/EnvelopeSection";
import { MoneyBrief } from "@/components/cpts/MoneyBrief";
import { PeopleSection } from "@/components/cpts/PeopleSection";
import { SaidSection } from "@/components/cpts/SaidSection";
import { Section } from "@/components/layout/Section";
import { IgnoredNotice } from "@/components/ui/Notice";
import { SourceList } from "@/components/ui/SourceList";
import { cptsCalled } from "@/lib/format/cpts";
import { cptsPage } from "@/lib/queries/cpts-page";
import type { Query } from "@/lib/schemas/address";
import { cptsInAddress } from "@/lib/schemas/cpts-address";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

async function read({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const ask = await askFrom(query);
  const address = cptsInAddress(query);
  return { query, ask, address, page: await cptsPage(ask, slug, address) };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { page } = await read(props);
  if (!page) return { title: "CPTS introuvable" };
  const where = page.departments.map(({ name }) => name).join(", ");
  return {
    title: cptsCalled(page.name),
    description: `${page.summary ?? page.name} Territoire, contrat, missions et financement, chaque chiffre avec sa source (${where}).`,
  };
}

export default async function CptsPage(props: PageProps) {
  const { page, query, ask, address } = await read(props);
  if (!page) notFound();
  return (
    <>
      <CptsHead page={page} query={query} />
      <IgnoredNotice ignored={[ask.ignored, ...address.ignored, ...page.ignored]} />
      <div className="top">
        <CptsMap page={page} />
        <BesidesTable page={page} />
        <MoneyBrief page={page} />
      </div>
      <ContractSection page={page} />
      <EnvelopeSection page={page} query={query} />
      <PeopleSection page={page} />
      <SaidSection said={page.said} />
      <CommunesSection page={page} query={query} />
      <Section id="sources" title="Sources">
        <div className="sources-flow">
          <SourceList footnotes={page.footnotes} />
        </div>
      </Section>
    </>
  );
}
